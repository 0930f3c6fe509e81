using Tanyuan.Index.Columns;
using Tanyuan.Index.Segments;

namespace Tanyuan.Index.Searching;

/// <summary>Takes the documents that a search comes up with: leaves out those with a prohibited term or outside the conditions, and keeps the best.</summary>
sealed class Collector
{
    readonly List<TermClause> prohibited = [];
    readonly List<ColumnTest> tests = [];
    readonly List<bool> verdicts = [];

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

    /// <summary>Holds the documents of a segment to conditions. False where none can meet them.</summary>
    internal bool Restrict(List<FlatCondition> conditions, SegmentReader segment)
    {
        verdicts.Clear();
        for (var i = 0; i < conditions.Count; i++)
        {
            if (tests.Count == i)
                tests.Add(new ColumnTest());
            tests[i].Enter(segment, conditions[i].Query);
            if (!tests[i].CanMatch && !conditions[i].Prohibits)
                return false;
            verdicts.Add(!conditions[i].Prohibits);
        }

        return true;
    }

    /// <summary>The first document from <paramref name="from"/> on that conditions do not rule out by whole blocks, as good as any beyond the last document.</summary>
    internal int NextPossible(int from, int documentCount)
    {
        for (var i = 0; i < verdicts.Count; i++)
        {
            if (!verdicts[i] || tests[i].SkipBlocks(from, documentCount) is var next && next == from)
                continue;

            from = next;
            i = -1;
        }

        return from;
    }

    /// <summary>Lets go of the segment.</summary>
    internal void Clear()
    {
        prohibited.Clear();
        foreach (var test in tests)
            test.Clear();
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

        for (var i = 0; i < verdicts.Count; i++)
        {
            if (tests[i].Matches(document) != verdicts[i])
                return;
        }

        Top.Offer(document, score);
    }
}
