using Tanyuan.Library.Indexing;
using Tanyuan.Text.Analysis;

namespace Tanyuan.Library.Searching;

/// <summary>
/// The tokens of what is looked for, each with the weight of the text it comes from; one that comes up again
/// keeps its greatest weight.
/// </summary>
internal sealed class WeightedTokens : ITokenSink
{
    static readonly IndexAnalyzer Analyzer = new();

    double weight;

    public Dictionary<string, double> Words { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, double> Grams { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, double> Characters { get; } = new(StringComparer.Ordinal);

    /// <summary>Beginnings of words of letters and digits.</summary>
    public Dictionary<string, double> Prefixes { get; } = new(StringComparer.Ordinal);

    public bool IsEmpty => Words.Count == 0 && Grams.Count == 0 && Characters.Count == 0 && Prefixes.Count == 0;

    /// <summary>Adds the tokens of a folded text.</summary>
    public void Add(string key, double weightOfText)
    {
        weight = weightOfText;
        Analyzer.Analyze(key, this);
        for (var i = 0; i < key.Length; i++)
        {
            if (SingleCharacters.LengthAt(key.AsSpan(i)) is > 0 and var length)
                Keep(Characters, key.Substring(i, length));
        }
    }

    /// <summary>Adds the tokens of a folded text whose last word may go on.</summary>
    public void AddBeginning(string key, double weightOfText)
    {
        var end = GramQueries.OpenEnd(key);
        Add(end is null ? key : key[..^end.Length], weightOfText);
        if (end is not null)
            Keep(Prefixes, end);
    }

    void ITokenSink.Add(TokenKind kind, ReadOnlySpan<char> term, int start, int length) =>
        Keep(kind == TokenKind.Word ? Words : Grams, term.ToString());

    void Keep(Dictionary<string, double> tokens, string token) => tokens[token] = Math.Max(weight, tokens.GetValueOrDefault(token));
}
