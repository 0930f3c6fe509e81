using FsCheck;
using FsCheck.Fluent;
using Tanyuan.Text.Analysis;
using Tanyuan.Text.Folding;
using Tanyuan.Text.Tests.Words;
using Tanyuan.Text.Words;

namespace Tanyuan.Text.Tests.Analysis;

public sealed class IndexAnalyzerTests
{
    readonly IndexAnalyzer analyzer = new();

    [Theory]
    [InlineData("清华大学", "清华大学@0 清华@0 华大@1 大学@2")]
    [InlineData("工程師", "工程师@0 工程@0")]
    [InlineData("GPT-4", "gpt-4@0 gpt4@0 gpt@0 4@4")]
    [InlineData("1,093", "1,093@0 1093@0")]
    [InlineData("60.2%", "60.2@0")]
    [InlineData("64GB", "64gb@0 64@0 gb@2")]
    [InlineData("H2O", "h2o@0")]
    [InlineData("C++", "c++@0 c@0")]
    [InlineData("T恤", "t恤@0 t@0")]
    public void A_text_gives_its_words_and_the_words_inside_them(string text, string tokens) =>
        Assert.Equal(Sorted(tokens), Sorted(Describe(text, TokenKind.Word)));

    [Theory]
    [InlineData("清華大學", "清华@0 华大@1 大学@2")]
    [InlineData("很，好", "很@0 好@2")]
    [InlineData("新款SU7上市", "新款@0 款@1 su7@2 上@5 上市@5")]
    [InlineData("C-Eval 60.2", "c@0 eval@2 60@7 2@10")]
    [InlineData("𠮷野家", "𠮷野@0 野家@2")]
    [InlineData("東京タワー", "东京@0 京タ@1 タワ@2 ワー@3")]
    public void A_text_gives_grams(string text, string tokens) => Assert.Equal(tokens, Describe(text, TokenKind.Gram));

    [Theory]
    [InlineData("苹果发布了新款SU7-Max，续航超过800公里。", "新款SU7")]
    [InlineData("苹果发布了新款SU7-Max，续航超过800公里。", "款SU7")]
    [InlineData("苹果发布了新款SU7-Max，续航超过800公里。", "SU7")]
    [InlineData("苹果发布了新款SU7-Max，续航超过800公里。", "過800公")]
    [InlineData("𠮷野家在東京", "野家在東")]
    public void A_phrase_is_found_by_the_distances_of_its_grams(string text, string phrase) =>
        Assert.Equal([TextFolder.Fold(text).IndexOf(TextFolder.Fold(phrase), StringComparison.Ordinal)], FindPhrase(text, phrase));

    [Theory]
    [InlineData("发布新款", "新发布款")]
    [InlineData("发布了新款", "发布新款")]
    [InlineData("GPT-4", "GPT4")]
    public void Other_words_are_not_found_as_a_phrase(string text, string phrase) => Assert.Empty(FindPhrase(text, phrase));

    [Fact]
    public void Any_part_that_is_longer_than_a_character_and_cuts_no_run_is_found_as_a_phrase() =>
        Prop.ForAll(Texts.Arbitrary, text =>
        {
            var grams = Tokens(text, TokenKind.Gram).Where(gram => new System.Globalization.StringInfo(gram.Term).LengthInTextElements > 1).ToList();
            return grams.Zip(grams.Skip(2)).All(pair =>
            {
                var phrase = text[pair.First.Start..(pair.Second.Start + pair.Second.Length)];
                return phrase.Length == 0 || FindPhrase(text, phrase).Contains(pair.First.Start);
            });
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Tokens_are_ordered_by_start_and_words_cover_what_the_segmenter_finds() =>
        Prop.ForAll(Texts.Arbitrary, text =>
        {
            var words = Tokens(text, TokenKind.Word);
            var spans = new List<TextSpan>();
            WordSegmenter.Default.Segment(text, spans);
            var key = TextFolder.Fold(text);
            return Ordered(words) && Ordered(Tokens(text, TokenKind.Gram))
                && spans.All(span => words.Contains(new(span.Of(key), span.Start, span.Length)))
                && words.All(word => word.Length > 0 && word.Term.Length > 0);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Analysing_allocates_nothing()
    {
        var text = string.Concat(Enumerable.Repeat("他来到了清华大学，GPT-4很强，续航1,093公里。", 50));
        var sink = new CountingSink();
        analyzer.Analyze(text, sink);
        var before = GC.GetAllocatedBytesForCurrentThread();
        analyzer.Analyze(text, sink);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.True(sink.Count > 0);
    }

    [Fact]
    public void A_sink_may_analyse_another_text()
    {
        var tokens = Describe("清华大学的学生", TokenKind.Word);
        var sink = new NestingSink(analyzer);
        analyzer.Analyze("清华大学的学生", sink);
        Assert.Equal(tokens, string.Join(' ', sink.Outer));
    }

    List<int> FindPhrase(string text, string phrase)
    {
        var present = Tokens(text, TokenKind.Gram).Select(gram => (gram.Term, gram.Start)).ToHashSet();
        var wanted = Tokens(phrase, TokenKind.Gram);
        return [.. Enumerable.Range(0, text.Length).Where(at => wanted.All(gram => present.Contains((gram.Term, gram.Start + at))))];
    }

    string Describe(string text, TokenKind kind) => string.Join(' ', Tokens(text, kind).Select(token => $"{token.Term}@{token.Start}"));

    static string Sorted(string tokens) => string.Join(' ', tokens.Split(' ').Order(StringComparer.Ordinal));

    static bool Ordered(List<Token> tokens) => tokens.Zip(tokens.Skip(1)).All(pair => pair.First.Start <= pair.Second.Start);

    List<Token> Tokens(string text, TokenKind kind)
    {
        var sink = new CollectingSink(kind);
        analyzer.Analyze(text, sink);
        return sink.Tokens;
    }

    sealed record Token(string Term, int Start, int Length);

    sealed class CollectingSink(TokenKind wanted) : ITokenSink
    {
        public List<Token> Tokens { get; } = [];

        public void Add(TokenKind kind, ReadOnlySpan<char> term, int start, int length)
        {
            if (kind == wanted)
                Tokens.Add(new(term.ToString(), start, length));
        }
    }

    sealed class CountingSink : ITokenSink
    {
        public int Count { get; set; }

        public void Add(TokenKind kind, ReadOnlySpan<char> term, int start, int length) => Count++;
    }

    sealed class NestingSink(IndexAnalyzer analyzer) : ITokenSink
    {
        readonly CountingSink inner = new();

        public List<string> Outer { get; } = [];

        public void Add(TokenKind kind, ReadOnlySpan<char> term, int start, int length)
        {
            if (kind == TokenKind.Word)
                Outer.Add($"{term}@{start}");
            analyzer.Analyze("别的文章也要分词", inner);
        }
    }
}
