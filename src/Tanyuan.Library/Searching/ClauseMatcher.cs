using Tanyuan.Index;
using Tanyuan.Index.Queries;
using Tanyuan.Text;
using Tanyuan.Text.Folding;
using Tanyuan.Text.Words;

namespace Tanyuan.Library.Searching;

/// <summary>
/// Finds the documents in which a clause stands. A quoted clause stands where its grams stand in a row, or near each other where it allows that;
/// one that is a beginning where a word begins so; a clause without quotes where each of its words does, anywhere in the document.
/// </summary>
internal sealed class ClauseMatcher(Snapshot snapshot)
{
    /// <summary>The numbers of the documents that match a clause; null for a clause with nothing to look for.</summary>
    public HashSet<long>? FindDocuments(QueryClause clause)
    {
        HashSet<long>? documents = null;
        foreach (var query in QueriesOf(clause))
        {
            if (query is null)
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

    static IEnumerable<Query?> QueriesOf(QueryClause clause)
    {
        var key = TextFolder.Fold(clause.Text);
        if (clause.IsPrefix)
            return [GramQueries.Beginning(key, clause.InTitle)];
        if (clause.Slop > 0)
            return [GramQueries.Near(key, clause.Slop, clause.InTitle)];
        if (clause.IsPhrase || clause.Demand == Demand.Excluded)
            return [GramQueries.InRow(key, clause.InTitle)];
        var words = new List<TextSpan>();
        WordSegmenter.Default.Segment(key, words);
        return words.Select(word => GramQueries.InRow(word.Of(key), clause.InTitle));
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
