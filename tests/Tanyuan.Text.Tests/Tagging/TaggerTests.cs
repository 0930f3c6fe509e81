using Tanyuan.Text.Sentences;
using Tanyuan.Text.Tagging;

namespace Tanyuan.Text.Tests.Tagging;

public class TaggerTests
{
    /// <summary>Our sentences with the words and tags that a plain reference implementation gives for the original weights.</summary>
    public static TheoryData<string> Tagged =>
    [
        "云溪大桥/LOC 的/u 设计师/n 陆知远/PER 昨天/TIME 在/p 云溪市/LOC 接受/v 了/u 记者/n 采访/vn 。/n",
        "青岚茶行/ORG 去年/TIME 的/u 销售额/n 达到/v 三亿两千万元/m ，/w 比/p 前年/TIME 增长/v 百分之十二/m 。/n",
        "白鹭山/LOC 天文/n 台/n 台长/n 顾怀瑾/PER 说/v ，/w 新望远镜/n 的/u 造价/n 是/v 2.3亿元/m 。/n",
        "由于/p 连日/m 暴雨/n ，/w 临江县/LOC 的/u 部分/n 公路/n 于/p 六月十八日/TIME 中断/v 。/n",
        "小说/n 《/w 雾中的灯塔/nw 》/w 由/p 南屿出版社/ORG 于/p 1998年/TIME 出版/v 。/v",
        "会议/n 通过/v 了/u 关于/p 保护/v 湿地/n 的/u 决定/n ，/w 并/c 要求/v 各部门/r 认真/ad 执行/v 。/n",
        "他/r 把/p 旧/a 自行车/n 修好/v 以后/f ，/w 每天/TIME 骑/v 着/u 它/r 去/v 学校/n 。/v",
        "星桥科技公司/ORG 发布/v 了/u 第二代/m 机器人/n “/v 小/a 橡”/n ，/w 售价/n 一万两千元/m 。/n",
    ];

    [Theory]
    [MemberData(nameof(Tagged))]
    public void Words_and_tags_are_those_of_the_reference(string tagged) => Assert.Equal(tagged, Describe(Plain(tagged)));

    [Fact]
    public void A_batch_gives_what_each_sentence_gives_alone()
    {
        var sentences = Enumerable.Range(0, 40).Select(i => Plain(Tagged.ElementAt(i * 5 % 8).Data)[..(4 + i % 9)]).ToList();
        var text = string.Join('\n', sentences);
        var spans = new List<TextSpan>();
        var start = 0;
        foreach (var sentence in sentences)
        {
            spans.Add(new TextSpan(start, sentence.Length));
            start += sentence.Length + 1;
        }

        var together = new List<TaggedWord>();
        Tagger.Default.Tag(text, spans, together);

        var alone = sentences.SelectMany((sentence, i) => Tagger.Default.Tag(sentence)
            .Select(word => word with { Start = word.Start + spans[i].Start }));
        Assert.Equal(alone, together);
    }

    [Fact]
    public unsafe void A_stretch_is_encoded_among_others_as_it_is_alone()
    {
        var stretches = Enumerable.Range(0, 40).Select(i => Plain(Tagged.ElementAt(i * 5 % 8).Data)[..(i % 9)].AsMemory()).ToList();
        var starts = new int[stretches.Count];
        for (var i = 1; i < starts.Length; i++)
            starts[i] = starts[i - 1] + stretches[i - 1].Length;
        var together = new float[(starts[^1] + stretches[^1].Length) * Tagger.EncodingWidth];
        fixed (float* encodings = together)
            Tagger.Default.Encode(stretches, starts, encodings);

        for (var i = 0; i < stretches.Count; i++)
        {
            var alone = new float[(stretches[i].Length + 1) * Tagger.EncodingWidth];
            fixed (float* encodings = alone)
                Tagger.Default.Encode([stretches[i]], [0], encodings);
            var length = stretches[i].Length * Tagger.EncodingWidth;
            Assert.Equal(alone.AsSpan(0, length), together.AsSpan(starts[i] * Tagger.EncodingWidth, length));
            Assert.All(alone[..length], value => Assert.InRange(value, -16, 16));
            Assert.True(length == 0 || alone.AsSpan(0, length).ContainsAnyExcept(0f));
        }
    }

    [Fact]
    public void Traditional_text_is_tagged_as_its_simplified_form_with_its_own_offsets()
    {
        const string Traditional = "雲溪大橋的設計師陸知遠昨天在雲溪市接受了記者採訪。";
        var words = Tagger.Default.Tag(Traditional);
        Assert.Contains(words, word => word.Tag == WordTag.Person && Traditional.Substring(word.Start, word.Length) == "陸知遠");
        Assert.Contains(words, word => word.Tag == WordTag.Location && Traditional.Substring(word.Start, word.Length) == "雲溪大橋");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\u0000\uFFFF")]
    [InlineData("\uD800x\uDC00")]
    public void Odd_text_is_tagged_without_an_error(string text) =>
        Assert.All(Tagger.Default.Tag(text), word => Assert.InRange(word.End, word.Start + 1, text.Length));

    [Fact]
    public void A_sentence_without_end_is_covered_whole()
    {
        var text = new string('山', 5000);
        var words = Tagger.Default.Tag(text);
        Assert.Equal(5000, words.Sum(word => word.Length));
    }

    [Fact]
    public void More_different_characters_than_are_kept_change_nothing()
    {
        var rare = new string([.. Enumerable.Range(0x4E00, 12_000).Select(unit => (char)unit)]);
        var spans = Enumerable.Range(0, 24).Select(i => new TextSpan(i * 500, 500)).ToList();
        var words = new List<TaggedWord>();
        Tagger.Default.Tag(rare, spans, words);
        Assert.Equal(spans.SelectMany(span => Tagger.Default.Tag(span.Of(rare)).Select(word => word with { Start = word.Start + span.Start })), words);
        Assert.Equal(Tagged.First().Data, Describe(Plain(Tagged.First().Data)));
    }

    [Fact]
    public void Tagging_allocates_nothing_but_the_result()
    {
        var text = string.Concat(Tagged.Select(row => Plain(row.Data)));
        var sentences = SentenceSplitter.Split(text);
        var words = new List<TaggedWord>(10_000);
        for (var warm = 0; warm < 3; warm++)
            Tagger.Default.Tag(text, sentences, words);
        words.Clear();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Tagger.Default.Tag(text, sentences, words);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Many_threads_may_tag_at_once()
    {
        var expected = Describe(Plain(Tagged.First().Data));
        Parallel.For(0, 64, _ => Assert.Equal(expected, Describe(Plain(Tagged.First().Data))));
    }

    static string Plain(string tagged) => string.Concat(tagged.Split(' ').Select(word => word[..word.LastIndexOf('/')]));

    static string Describe(string text) =>
        string.Join(' ', Tagger.Default.Tag(text).Select(word => $"{text.Substring(word.Start, word.Length)}/{Code(word.Tag)}"));

    static string Code(WordTag tag) => tag switch
    {
        WordTag.Adjective => "a",
        WordTag.AdverbialAdjective => "ad",
        WordTag.Conjunction => "c",
        WordTag.Direction => "f",
        WordTag.Number => "m",
        WordTag.Noun => "n",
        WordTag.Pronoun => "r",
        WordTag.Preposition => "p",
        WordTag.Auxiliary => "u",
        WordTag.Verb => "v",
        WordTag.NominalVerb => "vn",
        WordTag.Punctuation => "w",
        WordTag.Person => "PER",
        WordTag.Location => "LOC",
        WordTag.Organisation => "ORG",
        WordTag.Work => "nw",
        WordTag.Time => "TIME",
        _ => tag.ToString(),
    };
}
