using Tanyuan.Index;
using Tanyuan.Index.Queries;
using Tanyuan.Library.Indexing;

namespace Tanyuan.Library.Searching;

/// <summary>
/// Ranks passages for weighted tokens in two stages: BM25 over words, grams and characters of text and title from the index,
/// then, for the best of these, how well their best window covers the tokens. Made for one search; not thread-safe.
/// </summary>
internal sealed class PassageRanker
{
    /// <summary>A character in at most one of so many passages tells as much as a word.</summary>
    const int RareCharacter = 200;

    readonly RankingWeights ranking;
    readonly Snapshot snapshot;
    readonly WindowScorer windows = new();
    readonly List<(ScoredField Field, string Term, Query Query)> terms = [];

    public PassageRanker(Snapshot snapshot, WeightedTokens tokens, RankingWeights ranking)
    {
        this.ranking = ranking;
        this.snapshot = snapshot;
        Query = Plan(tokens);
        foreach (var (gram, weight) in tokens.Grams)
            windows.Add(gram, weight * Rarity(snapshot, PassageFields.TextGrams, gram));
        foreach (var (character, weight) in tokens.Characters)
            windows.Add(character, ranking.WindowCharacters * weight * Rarity(snapshot, PassageFields.TextCharacters, character));
    }

    /// <summary>The first stage.</summary>
    public Query Query { get; }

    /// <summary>The score of both stages for a passage.</summary>
    /// <param name="score">Its score in the first stage.</param>
    /// <param name="key">Its folded text.</param>
    /// <param name="isSide">Whether it is side text.</param>
    public double Score(double score, ReadOnlySpan<char> key, bool isSide) =>
        (score + (ranking.Proximity * windows.Score(key))) * (isSide ? ranking.Side : 1);

    /// <summary>How the score of a passage that the first stage found comes about.</summary>
    /// <param name="number">The passage.</param>
    /// <param name="key">Its folded text.</param>
    /// <param name="isSide">Whether it is side text.</param>
    public ScoreExplanation Explain(long number, ReadOnlySpan<char> key, bool isSide)
    {
        var scored = new List<ScoredTerm>();
        foreach (var (field, term, query) in terms)
        {
            if (snapshot.Explain(query, number) is { Matches: true } found)
                scored.Add(new ScoredTerm(field, term, found.Score));
        }

        return new ScoreExplanation(
            [.. scored.OrderByDescending(term => term.Score)], ranking.Proximity * windows.Score(key), isSide ? ranking.Side : 1);
    }

    static double Rarity(Snapshot snapshot, int field, string term)
    {
        var frequency = snapshot.DocumentFrequency(field, term);
        return frequency == 0 ? 0 : Math.Log(1 + ((snapshot.DocumentCount - Math.Min(frequency, snapshot.DocumentCount) + 0.5) / (frequency + 0.5)));
    }

    bool IsRare(string character) => snapshot.DocumentFrequency(PassageFields.TextCharacters, character) is > 0 and var frequency && frequency * RareCharacter <= snapshot.DocumentCount;

    /// <summary>
    /// A gram, a longer word or a rare character (蓍 in 蓍的别名) has to match; any other character alone only adds to the score, for nearly every
    /// text holds some of a query's characters. Only where there is nothing longer do those find.
    /// </summary>
    BooleanQuery Plan(WeightedTokens tokens)
    {
        var finding = new List<Query>();
        var adding = new List<Query>();
        Add(ScoredField.TextWords, PassageFields.TextWords, tokens.Words, ranking.TextWords, finding, adding);
        Add(ScoredField.TextGrams, PassageFields.TextGrams, tokens.Grams, ranking.TextGrams, finding, adding);
        Add(ScoredField.TextCharacters, PassageFields.TextCharacters, tokens.Characters, ranking.TextCharacters, finding, adding);
        Add(ScoredField.TitleWords, PassageFields.TitleWords, tokens.Words, ranking.TitleWords, finding, adding);
        Add(ScoredField.TitleGrams, PassageFields.TitleGrams, tokens.Grams, ranking.TitleGrams, finding, adding);
        AddBeginnings(ScoredField.TextGrams, PassageFields.TextGrams, tokens.Prefixes, ranking.TextGrams, finding);
        AddBeginnings(ScoredField.TitleGrams, PassageFields.TitleGrams, tokens.Prefixes, ranking.TitleGrams, finding);
        return finding.Count == 0
            ? new BooleanQuery { Should = adding }
            : new BooleanQuery { Must = [new BooleanQuery { Should = finding }], Should = adding };
    }

    void Add(ScoredField name, int field, Dictionary<string, double> tokens, double fieldWeight, List<Query> finding, List<Query> adding)
    {
        if (fieldWeight <= 0)
            return;
        foreach (var (token, weight) in tokens)
        {
            var onlyAdds = SingleCharacters.LengthAt(token) == token.Length && !(field == PassageFields.TextCharacters && IsRare(token));
            var query = new TermQuery(field, token, weight * fieldWeight);
            (onlyAdds ? adding : finding).Add(query);
            terms.Add((name, token, query));
        }
    }

    void AddBeginnings(ScoredField name, int field, Dictionary<string, double> prefixes, double fieldWeight, List<Query> finding)
    {
        foreach (var (prefix, weight) in prefixes)
        {
            var query = new PrefixQuery(field, prefix, int.MaxValue, weight * fieldWeight);
            finding.Add(query);
            terms.Add((name, prefix + "*", query));
        }
    }
}
