using FsCheck;
using FsCheck.Fluent;
using Tanyuan.Pages.Reprints;
using Tanyuan.Tests.Shared;

namespace Tanyuan.Pages.Tests.Reprints;

public class StoryPrintTests
{
    [Fact]
    public void Reprints_are_told_from_other_stories_of_their_topic()
    {
        var copies = new StorySet(seed: 20241004).Make(storiesOfTopic: 20);
        var prints = copies.ConvertAll(copy => StoryPrint.Of(copy.Text));
        var (found, missed, wrong, strangers) = (0, 0, 0, 0);
        for (var i = 0; i < copies.Count; i++)
        {
            for (var j = i + 1; j < copies.Count; j++)
            {
                var (isReprint, merged) = (copies[i].Story == copies[j].Story, prints[i].IsReprintOf(prints[j]));
                found += isReprint && merged ? 1 : 0;
                missed += isReprint && !merged ? 1 : 0;
                wrong += !isReprint && merged ? 1 : 0;
                strangers += copies[i].Topic == copies[j].Topic && !isReprint ? 1 : 0;
            }
        }

        var f1 = 2.0 * found / ((2 * found) + missed + wrong);
        Assert.True(f1 >= 0.97, $"F1 {f1:0.0000}: {found} pairs found, {missed} missed, {wrong} wrong.");
        Assert.True(wrong < 0.001 * strangers, $"{wrong} of {strangers} pairs of one topic are merged wrongly.");
        TestContext.Current.TestOutputHelper?.WriteLine($"F1 {f1:0.0000}: {found} pairs found, {missed} missed, {wrong} of {strangers} merged wrongly.");
    }

    [Fact]
    public void Reprints_share_hashes_of_their_sketches()
    {
        var copies = new StorySet(seed: 7).Make(storiesOfTopic: 5);
        foreach (var story in copies.GroupBy(copy => copy.Story))
        {
            var sketches = story.Select(copy => StoryPrint.Of(copy.Text).Sketch.ToArray()).ToList();
            Assert.All(sketches, sketch => Assert.All(sketches, other => Assert.True(sketch.Intersect(other).Count() >= 2)));
        }
    }

    [Fact]
    public void A_digest_is_a_reprint_of_none_but_the_story_that_it_opens_with()
    {
        var stories = new StorySet(seed: 3).Make(storiesOfTopic: 1).GroupBy(copy => copy.Story).Select(copies => copies.MaxBy(copy => copy.Text.Length)!.Text).ToList();
        var digest = StoryPrint.Of(stories[0] + "\n" + stories[1] + "\n" + stories[2]);

        Assert.False(StoryPrint.Of(stories[1]).IsReprintOf(digest));
        Assert.False(StoryPrint.Of(stories[2]).IsReprintOf(digest));
    }

    [Theory]
    [InlineData("本市第17号公告今天发布，公告说明了供水时间的调整，请居民提前做好准备。", "本市第18号公告今天发布，公告说明了供水时间的调整，请居民提前做好准备。", false)]
    [InlineData("体育馆的屋顶用了轻质钢结构，ABC公司负责施工。", "體育館的屋頂用了輕質鋼結構，ABC公司負責監理。", false)]
    [InlineData("体育馆的屋顶用了轻质钢结构，ABC公司负责施工。", "體育館的屋頂用了輕質鋼結構，ＡＢＣ公司負責施工。", true)]
    [InlineData("茶館開了。", "茶馆开了！", true)]
    [InlineData("茶館開了。", "茶館關了。", false)]
    [InlineData("", "", false)]
    [InlineData("。。。", "！！！", false)]
    public void Short_texts_are_one_story_only_where_nothing_but_their_script_differs(string text, string other, bool isReprint) =>
        Assert.Equal(isReprint, StoryPrint.Of(text).IsReprintOf(StoryPrint.Of(other)));

    [Fact]
    public void The_relation_is_symmetric_and_every_text_is_its_own_reprint() => Prop.ForAll<string, string>((text, other) =>
    {
        var (print, otherPrint) = (StoryPrint.Of(text ?? ""), StoryPrint.Of(other ?? ""));
        return print.IsReprintOf(otherPrint) == otherPrint.IsReprintOf(print)
            && print.IsReprintOf(StoryPrint.Of(text ?? "")) == (text ?? "").Any(unit => char.IsLetterOrDigit(TextFold(unit)) || char.IsSurrogate(unit));
    }).QuickCheckThrowOnFailure();

    static char TextFold(char unit) => Tanyuan.Text.Folding.TextFolder.Fold(unit);
}
