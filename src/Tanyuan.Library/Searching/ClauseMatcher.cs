using Tanyuan.Index;
using Tanyuan.Index.Queries;
using Tanyuan.Library.Indexing;
using Tanyuan.Text;
using Tanyuan.Text.Analysis;
using Tanyuan.Text.Folding;
using Tanyuan.Text.Words;

namespace Tanyuan.Library.Searching;

/// <summary>
/// Finds the documents in which a clause stands. A quoted clause stands where its grams stand in a row;
/// a clause without quotes where each of its words does, anywhere in the document.
/// </summary>
internal sealed class ClauseMatcher(Snapshot snapshot)
{
    static readonly IndexAnalyzer Analyzer = new();

    /// <summary>The numbers of the documents that match a clause; null for a clause with nothing to look for.</summary>
    public HashSet<long>? FindDocuments(QueryClause clause)
    {
        var key = TextFolder.Fold(clause.Text);
        var parts = new List<TextSpan>();
        if (clause.IsPhrase || clause.Demand == Demand.Excluded)
            parts.Add(new TextSpan(0, key.Length));
        else
            WordSegmenter.Default.Segment(key, parts);

        HashSet<long>? documents = null;
        foreach (var part in parts)
        {
            if (PhraseOf(part.Of(key), clause.InTitle) is not { } query)
                continue;
            var collector = new GroupCollector();
            snapshot.Search(query, 1, collector);
            if (documents is null)
                documents = collector.Groups;
            else
                documents.IntersectWith(collector.Groups);
        }

        return documents;
    }

    static Query? PhraseOf(string key, bool inTitle)
    {
        var grams = new GramCollector();
        Analyzer.Analyze(key, grams);
        if (grams.Terms.Count == 0)
            return null;

        // A lone character is no gram where it has a neighbour: only the field of characters finds it everywhere.
        var isCharacter = grams.Terms.Count == 1 && SingleCharacters.LengthAt(grams.Terms[0].Term) == grams.Terms[0].Term.Length;
        var title = isCharacter
            ? new DisjunctionMaxQuery([new PrefixQuery(PassageFields.TitleGrams, grams.Terms[0].Term), new TermQuery(PassageFields.TitleWords, grams.Terms[0].Term)])
            : InRow(PassageFields.TitleGrams, grams.Terms);
        if (inTitle)
            return title;
        var text = isCharacter ? new TermQuery(PassageFields.TextCharacters, grams.Terms[0].Term) : InRow(PassageFields.TextGrams, grams.Terms);
        return new DisjunctionMaxQuery([text, title]);
    }

    static Query InRow(int field, List<(string Term, int Position)> terms) =>
        terms.Count == 1 ? new TermQuery(field, terms[0].Term) : new PhraseQuery(field, terms);

    sealed class GramCollector : ITokenSink
    {
        public List<(string Term, int Position)> Terms { get; } = [];

        public void Add(TokenKind kind, ReadOnlySpan<char> term, int start, int length)
        {
            if (kind == TokenKind.Gram)
                Terms.Add((term.ToString(), Terms.Count == 0 ? 0 : start - First));
            if (Terms.Count == 1)
                First = start;
        }

        int First { get; set; }
    }

    /// <summary>Takes note of every match and asks for the next one.</summary>
    sealed class GroupCollector : IDocumentFilter
    {
        public HashSet<long> Groups { get; } = [];

        public bool Accepts(long key, long group)
        {
            Groups.Add(group);
            return false;
        }
    }
}
