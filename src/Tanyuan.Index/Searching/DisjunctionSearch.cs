using System.Runtime.InteropServices;

namespace Tanyuan.Index.Searching;

/// <summary>
/// The best documents that have any of some terms, by windowed block-max MaxScore (Turtle and Flood, 1995; Ding and Suel, 2011; in windows as in
/// Lucene 10). The documents are walked in windows that end where blocks do. In each, the terms with the smallest bounds that together
/// cannot reach the minimum score are set aside: they find nothing by themselves. The others are added up document by document, and
/// of what they find only documents that can still reach the minimum are looked up in the rest. What is skipped has a bound below the
/// minimum, and bounds and sums are exact, so the result is that of scoring everything.
/// </summary>
sealed class DisjunctionSearch
{
    const int ShortestOuterWindow = 2048;

    readonly ScoreWindow window = new();
    readonly int[] documents = new int[ScoreWindow.Length];
    readonly double[] scores = new double[ScoreWindow.Length];
    readonly List<TermClause> finding = [];
    readonly List<TermClause> adding = [];

    internal void Run(List<TermClause> clauses, int documentCount, Collector collector)
    {
        finding.Clear();
        adding.Clear();
        foreach (var clause in clauses)
        {
            if (clause.Role == Role.Finding)
                finding.Add(clause);
            else if (clause.Role == Role.Adding)
                adding.Add(clause);
        }

        for (var from = 0; finding.Count > 0;)
        {
            from = collector.NextPossible(from, documentCount);
            if (from >= documentCount)
                return;

            var last = Math.Min(LastOfWindow(from), documentCount - 1);
            SearchWindow(from, last, collector);
            from = last + 1;
        }
    }

    int LastOfWindow(int from)
    {
        var last = int.MaxValue - ShortestOuterWindow;
        foreach (var clause in finding)
        {
            if (clause.Cursor.HasBlocks)
                last = Math.Min(last, clause.Cursor.LastOfBlock(from));
        }

        return finding.Count == 1 ? last : Math.Max(last, from + ShortestOuterWindow - 1);
    }

    void SearchWindow(int from, int last, Collector collector)
    {
        var rest = 0.0;
        foreach (var clause in adding)
        {
            clause.BoundRange(from, last);
            rest += Math.Max(0, clause.Bound);
        }

        foreach (var clause in finding)
            clause.BoundRange(from, last);
        SortByBound(finding);
        SortByBound(adding);

        var minimum = collector.Minimum;
        var essential = 0;
        for (; essential < finding.Count; essential++)
        {
            var bound = finding[essential].Bound;
            if (bound >= 0 && rest + bound >= minimum)
                break;
            rest += Math.Max(0, bound);
        }

        if (essential == finding.Count - 1)
            SearchOne(from, last, essential, rest, collector);
        else if (essential < finding.Count)
            SearchSeveral(from, last, essential, rest, collector);
    }

    void SearchOne(int from, int last, int essential, double rest, Collector collector)
    {
        var clause = finding[essential];
        while (from <= last)
        {
            var lastOfBlock = last;
            if (clause.Cursor.HasBlocks && clause.Cursor.BoundOfBlock(clause.Scorer, from, out lastOfBlock) + rest < collector.Minimum)
            {
                from = lastOfBlock + 1;
                continue;
            }

            if (clause.Cursor.Advance(from) > last)
                return;
            var count = clause.Collect(last, collector.Minimum - rest, documents, scores);
            Refine(count, essential, rest, collector);
            from = clause.Cursor.Document;
        }
    }

    void SearchSeveral(int from, int last, int essential, double rest, Collector collector)
    {
        int end;
        for (var start = NextStart(from, essential); start <= last; start = NextStart(end, essential))
        {
            end = Math.Min(last + 1, start + ScoreWindow.Length);
            for (var i = essential; i < finding.Count; i++)
                finding[i].Accumulate(start, end, window);
            var count = window.Take(start, collector.Minimum - rest, documents, scores);
            Refine(count, essential, rest, collector);
        }
    }

    // Where all are sparse, empty stretches are stepped over.
    int NextStart(int from, int essential)
    {
        var next = int.MaxValue;
        for (var i = essential; i < finding.Count; i++)
            next = Math.Min(next, finding[i].Cursor.Advance(from));
        return next;
    }

    void Refine(int count, int essential, double rest, Collector collector)
    {
        for (var i = essential - 1; i >= 0 && count > 0; i--)
            Refine(finding[i], ref count, ref rest, collector.Minimum);
        for (var i = adding.Count - 1; i >= 0 && count > 0; i--)
            Refine(adding[i], ref count, ref rest, collector.Minimum);
        for (var i = 0; i < count; i++)
            collector.Offer(documents[i], scores[i]);
    }

    void Refine(TermClause clause, ref int count, ref double rest, double minimum)
    {
        if (clause.Bound < 0)
            return;
        rest -= clause.Bound;
        count = clause.Refine(documents, scores, count, minimum - rest);
    }

    static void SortByBound(List<TermClause> clauses)
    {
        var span = CollectionsMarshal.AsSpan(clauses);
        for (var i = 1; i < span.Length; i++)
        {
            var clause = span[i];
            var place = i;
            for (; place > 0 && span[place - 1].Bound > clause.Bound; place--)
                span[place] = span[place - 1];
            span[place] = clause;
        }
    }
}
