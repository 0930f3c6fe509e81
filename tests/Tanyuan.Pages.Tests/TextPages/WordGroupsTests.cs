using Tanyuan.Pages.TextPages;

namespace Tanyuan.Pages.Tests.TextPages;

public sealed class WordGroupsTests
{
    [Fact]
    public void One_pass_finds_the_groups_that_looking_for_each_word_finds()
    {
        const int Seed = 5;
        var random = new Random(Seed);
        string[] alphabet = ["天", "地", "人", "a", "b", " ", "天地"];
        var found = 0;
        for (var round = 0; round < 3_000; round++)
        {
            var groups = Enumerable.Range(0, 5).Select(group => (Group: 1u << group, Words: Enumerable.Range(0, random.Next(1, 4)).Select(_ => Text(random.Next(2, 5))).ToArray())).ToArray();
            var words = new WordGroups(groups);
            var text = Text(random.Next(0, 12));
            var expected = groups.Where(group => group.Words.Any(word => text.Contains(word, StringComparison.Ordinal))).Aggregate(0u, (all, group) => all | group.Group);
            Assert.Equal(expected, words.In(text));
            found += expected != 0 ? 1 : 0;
        }

        Assert.InRange(found, 500, 2_900);

        string Text(int pieces) => string.Concat(Enumerable.Range(0, pieces).Select(_ => alphabet[random.Next(alphabet.Length)]));
    }
}
