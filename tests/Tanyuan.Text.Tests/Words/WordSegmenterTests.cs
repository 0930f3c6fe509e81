using FsCheck;
using FsCheck.Fluent;
using Tanyuan.Text.Words;

namespace Tanyuan.Text.Tests.Words;

public sealed class WordSegmenterTests
{
    [Theory]
    [InlineData("我来到北京清华大学", "我/来到/北京/清华大学")]
    [InlineData("研究生命的起源", "研究/生命/的/起源")]
    [InlineData("结婚的和尚未结婚的", "结婚/的/和/尚未/结婚/的")]
    [InlineData("這個演算法的複雜度很高。", "這個/演算法/的/複雜度/很/高")]
    [InlineData("", "")]
    [InlineData("，。！ \n", "")]
    public void Text_is_cut_along_the_most_probable_path(string text, string words) => Assert.Equal(words, Cut(text));

    [Fact]
    public void Unknown_names_are_joined() => Assert.Equal("他/来到/了/网易/杭研/大厦", Cut("他来到了网易杭研大厦"));

    [Theory]
    [InlineData("在C-Eval上得60.2分", "在/C-Eval/上/得/60.2/分")]
    [InlineData("MiLM-6B与GPT-4", "MiLM-6B/与/GPT-4")]
    [InlineData("Foundries.io, 1,093 people; it's C++/C#.", "Foundries.io/1,093/people/it's/C++/C#")]
    [InlineData("end.", "end")]
    [InlineData("foo,bar -baz- a--b", "foo/bar/baz/a/b")]
    [InlineData("T恤和AA制", "T恤/和/AA制")]
    [InlineData("東京タワーへ行く", "東京/タワー/へ/行/く")]
    [InlineData("서울 특별시", "서울/특별시")]
    [InlineData("𠮷野家", "𠮷/野家")]
    public void Runs_of_letters_and_digits_stay_whole(string text, string words) => Assert.Equal(words, Cut(text));

    [Fact]
    public void Script_width_and_case_do_not_move_a_border()
    {
        var simplified = Spans("台湾大学的软件工程师说3.5倍。");
        Assert.Equal(simplified, Spans("臺灣大學的軟件工程師說３．５倍。"));
        Assert.Equal(Spans("gpt很强"), Spans("ＧＰＴ很強"));
    }

    [Fact]
    public void A_users_word_stays_whole_and_leaves_the_default_alone()
    {
        var text = "小米SU7和云边协同架构";
        var segmenter = WordSegmenter.Default.WithUserWords([("小米su7", 0), ("雲邊協同", 0)]);
        Assert.Equal("小米SU7/和/云边协同/架构", Cut(text, segmenter));
        Assert.NotEqual(Cut(text, segmenter), Cut(text));
        Assert.True(segmenter.Frequency("云边协同") > 0);
        Assert.Equal(0, WordSegmenter.Default.Frequency("云边协同"));
        Assert.Equal("小米SU7/和/云边协同架构", Cut(text, segmenter.WithUserWords([("云边协同架构", 50)])));
        Assert.Equal("小米SU7/和/云边协同/架构", Cut(text, segmenter));
    }

    [Fact]
    public void Frequencies_and_tags_are_found_in_either_script()
    {
        Assert.Equal(WordSegmenter.Default.Frequency("经济"), WordSegmenter.Default.Frequency("經濟"));
        Assert.True(WordSegmenter.Default.Frequency("经济") > WordSegmenter.Default.Frequency("经纬度"));
        Assert.Equal(0, WordSegmenter.Default.Frequency("经济呀济"));
        Assert.Equal(0, WordSegmenter.Default.Frequency(""));
        Assert.Equal(0, WordSegmenter.Default.Frequency(new string('长', 200)));
        Assert.Equal("ns", WordSegmenter.Default.Tag("北京"));
        Assert.Equal("v", WordSegmenter.Default.Tag("來到"));
        Assert.Null(WordSegmenter.Default.Tag("北京呀"));
    }

    [Fact]
    public void Words_lie_in_order_do_not_overlap_and_hold_every_letter_digit_and_Han_character() =>
        Prop.ForAll(Texts.Arbitrary, text =>
        {
            var covered = new bool[text.Length];
            var end = 0;
            foreach (var word in Spans(text))
            {
                if (word.Start < end || word.Length <= 0 || word.End > text.Length)
                    return false;
                end = word.End;
                covered.AsSpan(word.Start, word.Length).Fill(true);
            }

            return !text.Where((unit, index) => char.IsLetterOrDigit(unit) && !covered[index]).Any();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_stretch_of_any_length_is_cut()
    {
        var text = string.Concat(Enumerable.Repeat("研究生命的起源", 20_000));
        Assert.Equal(text.Length, Spans(text).Sum(word => word.Length));
        Assert.Equal(100_000, Spans(new string('a', 100_000)).Sum(word => word.Length));
    }

    [Fact]
    public void Cutting_allocates_nothing_but_the_result()
    {
        var text = string.Concat(Enumerable.Repeat("他来到了网易杭研大厦，GPT-4很强。", 50));
        var words = new List<TextSpan>(10_000);
        WordSegmenter.Default.Segment(text, words);
        words.Clear();
        var before = GC.GetAllocatedBytesForCurrentThread();
        WordSegmenter.Default.Segment(text, words);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    static List<TextSpan> Spans(string text, WordSegmenter? segmenter = null)
    {
        var words = new List<TextSpan>();
        (segmenter ?? WordSegmenter.Default).Segment(text, words);
        return words;
    }

    static string Cut(string text, WordSegmenter? segmenter = null) =>
        string.Join('/', Spans(text, segmenter).Select(word => word.Of(text)));
}
