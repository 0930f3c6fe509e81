using Tanyuan.Index.Queries;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Tests;

/// <summary>What each kind of query finds, on a handful of documents.</summary>
public sealed class SearchTests : IDisposable
{
    const int Title = 0;
    const int Body = 1;
    const int Tags = 2;

    static readonly IndexSchema Schema = new(
    [
        new FieldDefinition("title", Positions: true, Boost: 2),
        new FieldDefinition("body", Positions: true),
        new FieldDefinition("tags", Positions: false, B: 0),
    ]);

    readonly IndexWriter writer = IndexWriter.Open(new MemoryDirectory(), Schema);
    readonly IndexDocument document = new();

    public SearchTests()
    {
        Add(1, 10, "探源 索引", "一 部 索引 由 词 与 位置 组成", "docs");
        Add(2, 10, "位置", "词 的 位置 在 索引 里", "docs");
        Add(3, 20, "天气", "今天 天气 很 好", "news");
        Add(4, 20, "索引 天气", "索引 索引 索引 与 天气 无关", "news docs");
        writer.Refresh();
    }

    public void Dispose() => writer.Dispose();

    [Fact]
    public void A_term_finds_the_documents_that_have_it_best_first()
    {
        var hits = Search(new TermQuery(Body, "索引"));

        Assert.Equal([4, 2, 1], hits.Select(hit => hit.Key));
        Assert.True(hits.Zip(hits.Skip(1)).All(pair => pair.First.Score >= pair.Second.Score));
    }

    [Fact]
    public void A_term_is_found_only_in_its_field() => Assert.Equal([2], Keys(new TermQuery(Title, "位置")));

    [Fact]
    public void An_unknown_term_finds_nothing() => Assert.Empty(Search(new TermQuery(Body, "火星")));

    [Fact]
    public void A_phrase_needs_its_terms_in_their_places()
    {
        Assert.Equal([1], Keys(new PhraseQuery(Body, [("词", 0), ("与", 1), ("位置", 2)])));
        Assert.Equal([1, 2], Keys(new PhraseQuery(Body, [("词", 5), ("位置", 7)])));
        Assert.Empty(Keys(new PhraseQuery(Body, [("位置", 0), ("词", 1)])));
    }

    [Fact]
    public void A_slop_lets_terms_stand_off_their_places()
    {
        Assert.Equal([1, 2], Keys(new PhraseQuery(Body, [("词", 0), ("位置", 1)], Slop: 1)));
        Assert.Empty(Keys(new PhraseQuery(Body, [("位置", 0), ("词", 1)], Slop: 2)));
        Assert.Equal([1, 2], Keys(new PhraseQuery(Body, [("位置", 0), ("词", 1)], Slop: 3)));
    }

    [Fact]
    public void A_phrase_in_a_field_without_positions_is_refused() =>
        Assert.Throws<ArgumentException>(() => Search(new PhraseQuery(Tags, [("docs", 0)])));

    [Fact]
    public void A_prefix_finds_every_term_that_begins_with_it()
    {
        Assert.Equal([3, 4], Keys(new PrefixQuery(Body, "天")));
        Assert.Equal([1, 2, 3, 4], Keys(new PrefixQuery(Tags, "")));
        Assert.Equal([1, 2, 4], Keys(new PrefixQuery(Tags, "", MaxExpansions: 1)));
    }

    [Fact]
    public void Must_should_and_must_not_combine()
    {
        var index = new TermQuery(Body, "索引");
        var weather = new TermQuery(Body, "天气");
        var with = new TermQuery(Body, "与");

        Assert.Equal([4], Keys(new BooleanQuery { Must = [index, weather] }));
        Assert.Equal([1, 2, 3, 4], Keys(new BooleanQuery { Should = [index, weather] }));
        Assert.Equal([1, 4], Keys(new BooleanQuery { Should = [index, weather, with], MinimumShouldMatch = 2 }));
        Assert.Equal([1, 2], Keys(new BooleanQuery { Must = [index], MustNot = [weather] }));
        Assert.Equal([1, 2, 4], Keys(new BooleanQuery { Must = [index], Should = [weather] }));
        Assert.Equal([1, 2], Keys(new BooleanQuery { Must = [new AllQuery()], MustNot = [weather] }));
        Assert.Empty(Keys(new BooleanQuery { MustNot = [weather] }));
    }

    [Fact]
    public void The_best_of_several_fields_counts_once()
    {
        var inTitle = new TermQuery(Title, "索引");
        var inBody = new TermQuery(Body, "索引");
        var best = Search(new DisjunctionMaxQuery([inTitle, inBody]));

        Assert.Equal(Math.Max(ScoreOf(inTitle, 4), ScoreOf(inBody, 4)), best.Single(hit => hit.Key == 4).Score);
        Assert.Equal([1, 2, 4], best.Select(hit => hit.Key).Order());
    }

    [Fact]
    public void A_boost_multiplies_scores()
    {
        var term = new TermQuery(Body, "索引");
        Assert.Equal(3 * ScoreOf(term, 2), ScoreOf(new BoostQuery(term, 3), 2), 9);
        Assert.Equal(3 * ScoreOf(term, 2), ScoreOf(term with { Boost = 3 }, 2), 9);
    }

    [Fact]
    public void A_filter_restricts_what_is_returned()
    {
        var hits = writer.Acquire().Search(new AllQuery(), 10, new GroupFilter(20));
        Assert.Equal([3, 4], hits.Select(hit => hit.Key));
        Assert.All(hits, hit => Assert.Equal(20, hit.Group));
    }

    [Fact]
    public void Equal_scores_come_in_the_order_of_their_keys() =>
        Assert.Equal([1, 2, 3], writer.Acquire().Search(new AllQuery(), 3).Select(hit => hit.Key));

    [Fact]
    public void An_explanation_gives_the_score_of_the_search_and_its_parts()
    {
        var query = new BooleanQuery { Should = [new TermQuery(Body, "索引"), new TermQuery(Body, "天气")] };
        var explanation = writer.Acquire().Explain(query, 4);

        Assert.NotNull(explanation);
        Assert.True(explanation.Matches);
        Assert.Equal(ScoreOf(query, 4), explanation.Score);
        Assert.Equal(explanation.Score, explanation.Details.Sum(detail => detail.Score), 9);
        Assert.Contains("body:索引 (in 3 of 4)", explanation.ToString(), StringComparison.Ordinal);
        Assert.False(writer.Acquire().Explain(new TermQuery(Body, "今天"), 4)!.Matches);
        Assert.Null(writer.Acquire().Explain(query, 99));
    }

    [Fact]
    public void Counts_and_frequencies_are_those_of_the_documents()
    {
        var snapshot = writer.Acquire();
        Assert.Equal(4, snapshot.DocumentCount);
        Assert.Equal(3, snapshot.Count(new TermQuery(Body, "索引")));
        Assert.Equal(3, snapshot.DocumentFrequency(Body, "索引"));
        Assert.Equal(0, snapshot.DocumentFrequency(Tags, "索引"));
    }

    void Add(long key, long group, params string[] fields)
    {
        document.Reset(key, group);
        for (var field = 0; field < fields.Length; field++)
        {
            var terms = fields[field].Split(' ');
            for (var position = 0; position < terms.Length; position++)
                document.Add(field, terms[position], position);
        }

        writer.Add(document);
    }

    IReadOnlyList<ScoredDocument> Search(Query query) => writer.Acquire().Search(query, 10);

    IEnumerable<long> Keys(Query query) => Search(query).Select(hit => hit.Key).Order();

    double ScoreOf(Query query, long key) => Search(query).Single(hit => hit.Key == key).Score;

    sealed class GroupFilter(long wanted) : IDocumentFilter
    {
        public bool Accepts(long key, long group) => group == wanted;
    }
}
