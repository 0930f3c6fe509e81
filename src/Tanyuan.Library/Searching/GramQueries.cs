using Tanyuan.Index.Queries;
using Tanyuan.Library.Indexing;
using Tanyuan.Text;
using Tanyuan.Text.Analysis;
using Tanyuan.Text.Folding;
using Tanyuan.Text.Words;

namespace Tanyuan.Library.Searching;

/// <summary>
/// Queries for the places where a folded text stands: in a row, with its words near each other, or as a beginning. Each looks into the title,
/// and unless it is held to that into the text as well; each is null where there is nothing to look for.
/// </summary>
internal static class GramQueries
{
    /// <summary>Distances are counted in characters; a word of a language that writes blanks takes about so many.</summary>
    const int WidthOfWord = 7;

    static readonly IndexAnalyzer Analyzer = new();

    /// <summary>Where the grams of the text stand in a row.</summary>
    public static Query? InRow(string key, bool inTitle)
    {
        var grams = GramsOf(key);
        if (grams.Count == 0)
            return null;

        // A lone character is no gram where it has a neighbour: only the field of characters finds it everywhere.
        if (grams.Count == 1 && IsCharacter(grams[0].Term))
        {
            var title = new DisjunctionMaxQuery([new PrefixQuery(PassageFields.TitleGrams, grams[0].Term), new TermQuery(PassageFields.TitleWords, grams[0].Term)]);
            return inTitle ? title : new DisjunctionMaxQuery([new TermQuery(PassageFields.TextCharacters, grams[0].Term), title]);
        }

        return InEither(field => InRow(field, grams), inTitle);
    }

    /// <summary>
    /// Where the words of the text stand, each in a row, and each at most so far from where it would stand behind the first: so many characters,
    /// or about so many words where the text writes blanks between them.
    /// </summary>
    public static Query? Near(string key, int slop, bool inTitle)
    {
        var words = NearWords(key);
        if (words.Count < 2)
            return InRow(key, inTitle);
        var width = words.TrueForAll(word => IsWritten(word.Text)) ? WidthOfWord : 1;
        return InEither(
            field => new BooleanQuery
            {
                Must =
                [
                    new PhraseQuery(field, [.. words.Select(word => (word.Grams[0].Term, word.Start))], slop * width),
                    .. words.Where(word => word.Grams.Count > 1).Select(word => InRow(field, word.Grams)),
                ],
            },
            inTitle);
    }

    /// <summary>Where the text stands, or a word that begins with its last letters.</summary>
    public static Query? Beginning(string key, bool inTitle)
    {
        if (OpenEnd(key) is not { } end)
            return InRow(key, inTitle);
        var grams = GramsOf(key[..^end.Length]);
        return InEither(
            field => grams.Count == 0
                ? new PrefixQuery(field, end, int.MaxValue)
                : new BooleanQuery { Must = [InRow(field, grams), new PrefixQuery(field, end, int.MaxValue)] },
            inTitle);
    }

    /// <summary>The letters and digits that a folded text ends with and a longer word could begin with; null where it ends otherwise: behind a Chinese character anything may follow.</summary>
    public static string? OpenEnd(string key) => GramsOf(key) is [.., var last] && IsWritten(last.Term) && key.EndsWith(last.Term, StringComparison.Ordinal) ? last.Term : null;

    static bool IsCharacter(string term) => SingleCharacters.LengthAt(term) == term.Length;

    static bool IsWritten(string text) => SingleCharacters.LengthAt(text) == 0;

    static Query InEither(Func<int, Query> query, bool inTitle) =>
        inTitle ? query(PassageFields.TitleGrams) : new DisjunctionMaxQuery([query(PassageFields.TextGrams), query(PassageFields.TitleGrams)]);

    static Query InRow(int field, List<(string Term, int Position)> terms) =>
        terms.Count == 1 ? new TermQuery(field, terms[0].Term) : new PhraseQuery(field, terms);

    // A character by itself is no gram in most texts, so it goes with the word before it, or the first with the one behind it. Blanks have no width.
    static List<(string Text, int Start, List<(string Term, int Position)> Grams)> NearWords(string key)
    {
        var cut = new List<TextSpan>();
        WordSegmenter.Default.Segment(key, cut);
        var texts = new List<string>();
        foreach (var word in cut.Select(span => span.Of(key)).Where(word => GramsOf(word).Count > 0))
        {
            if (texts.Count > 0 && (IsCharacter(word) || IsCharacter(texts[^1])))
                texts[^1] += word;
            else
                texts.Add(word);
        }

        var words = new List<(string, int, List<(string, int)>)>();
        var start = 0;
        foreach (var text in texts)
        {
            words.Add((text, start, GramsOf(text)));
            start += text.Length;
        }

        return words;
    }

    static List<(string Term, int Position)> GramsOf(string key)
    {
        var grams = new GramCollector();
        Analyzer.Analyze(key, grams);
        return grams.Terms;
    }

    sealed class GramCollector : ITokenSink
    {
        int first;

        public List<(string Term, int Position)> Terms { get; } = [];

        public void Add(TokenKind kind, ReadOnlySpan<char> term, int start, int length)
        {
            if (kind != TokenKind.Gram)
                return;
            if (Terms.Count == 0)
                first = start;
            Terms.Add((term.ToString(), start - first));
        }
    }
}
