namespace Tanyuan.Index.Searching;

/// <summary>Takes the documents that a search comes up with: leaves out those with a prohibited term, and keeps the best.</summary>
sealed class Collector
{
    readonly List<TermClause> prohibited = [];

    internal TopDocuments Top { get; } = new();

    /// <summary>The score that a document must reach to be kept.</summary>
    internal double Minimum => Top.Minimum;

    internal void Prohibit(List<TermClause> clauses)
    {
        prohibited.Clear();
        foreach (var clause in clauses)
        {
            if (clause.Role == Role.Prohibited)
                prohibited.Add(clause);
        }
    }

    /// <summary>Takes a document; documents come in ascending order.</summary>
    internal void Offer(int document, double score)
    {
        if (score < Top.Minimum)
            return;
        foreach (var clause in prohibited)
        {
            if (clause.Cursor.Advance(document) == document)
                return;
        }

        Top.Offer(document, score);
    }
}
