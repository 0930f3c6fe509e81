using Tanyuan.Text.Repairing.ByteSlips;
using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Tests.Repairing.ByteSlips;

public sealed class SlipBeginningsTests
{
    [Theory]
    [InlineData(0xB4, 0xF3)]
    [InlineData(0xD6, 0xC8)]
    [InlineData(0xE7, 0x8A)]
    public void The_words_and_prefixes_of_two_lists_are_all_that_the_dictionary_has(int first, int second)
    {
        var (before, behind) = (SlipAlphabet.Traditional.OfFirst(first), SlipAlphabet.Traditional.OfSecond(second));
        var beginnings = SlipAlphabet.Traditional.Beginnings(before, behind);
        var words = beginnings.Words.Select(word => $"{before.Items[word.First].Key}{behind.Items[word.Second].Key}").ToList();
        var expected = from one in before.Items from other in behind.Items let word = $"{one.Key}{other.Key}" where WordTable.BuiltIn.SlotOf(word) >= 0 select word;
        Assert.NotEmpty(words);
        Assert.Equal(expected.Order(StringComparer.Ordinal), words.Order(StringComparer.Ordinal));
        Assert.Equal(beginnings.Words.Select(word => word.Bound).Order(), beginnings.Words.Select(word => word.Bound));
        Assert.All(beginnings.Prefixes, prefix => Assert.True(WordTable.BuiltIn.HasChildren(prefix.Base)));
        var firsts = beginnings.Words.Select(word => word.First).Concat(beginnings.Prefixes.Select(prefix => prefix.First));
        Assert.Equal(firsts.Distinct().Order(), beginnings.Firsts.Select(one => one.Place));
        Assert.All(beginnings.Firsts, one => Assert.Equal(before.Items[one.Place].Key, one.Key));
    }
}
