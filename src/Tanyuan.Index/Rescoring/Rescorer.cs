using Tanyuan.Index.Postings;
using Tanyuan.Index.Scoring;
using Tanyuan.Index.Segments;
using Tanyuan.Index.Snapshots;

namespace Tanyuan.Index.Rescoring;

/// <summary>
/// Gathers what hits hold of a plan's terms, segment by segment and term by term, so that each posting list is walked once, and has
/// <see cref="SecondPass"/> score it. Made for one plan; not thread-safe.
/// </summary>
sealed class Rescorer
{
    readonly SnapshotState state;
    readonly RescoringPlan plan;
    readonly double[] weights;

    internal Rescorer(SnapshotState state, RescoringPlan plan)
    {
        (this.state, this.plan) = (state, plan);
        Check();
        weights = [.. plan.Terms.Select(Weight)];
    }

    internal IReadOnlyList<RescoredDocument> Rescore(IReadOnlyList<ScoredDocument> hits)
    {
        var rescored = new List<RescoredDocument>(hits.Count);
        for (var segment = 0; segment < state.Segments.Length; segment++)
        {
            var found = new List<Gathered>();
            foreach (var hit in hits)
            {
                var document = state.Segments[segment].Documents.Find(hit.Key);
                if (document >= 0 && state.Live[segment].Contains(document))
                    found.Add(new Gathered(hit, document, plan.Terms.Count));
            }

            found.Sort((left, right) => left.Document.CompareTo(right.Document));
            Gather(segment, found);
            rescored.AddRange(found.Select(gathered => Score(state.Segments[segment], gathered)));
        }

        return [.. rescored.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Key)];
    }

    void Gather(int segment, List<Gathered> found)
    {
        for (var term = 0; term < plan.Terms.Count && found.Count > 0; term++)
        {
            foreach (var (field, text) in plan.Terms[term].Forms)
            {
                if (state.Compiler.Find(field, text)[segment] is { } entry)
                    Gather(segment, field, term, entry, found);
            }
        }
    }

    void Gather(int segment, int field, int term, in TermEntry entry, List<Gathered> found)
    {
        var positions = plan.Proximity > 0 && state.Compiler.HasPositions(field);
        var cursor = new PostingCursor(state.Segments[segment], entry, field);
        var norms = state.Segments[segment].Documents.Norms(field);
        var boost = state.Schema.Fields[field].Boost;
        foreach (var gathered in found)
        {
            if (cursor.Advance(gathered.Document) != gathered.Document)
                continue;

            gathered.Frequencies[term] += boost * cursor.Frequency / state.Compiler.Scoring(field).LengthFactor(norms[gathered.Document]);
            if (!positions)
                continue;
            foreach (var position in cursor.ReadPositions())
                gathered.Places.Add(new TermPlace(field, position, term));
        }
    }

    RescoredDocument Score(SegmentReader segment, Gathered gathered)
    {
        gathered.Places.Sort((left, right) => (left.Field, left.Position, left.Term).CompareTo((right.Field, right.Position, right.Term)));
        return new RescoredDocument(
            gathered.Hit.Key, gathered.Hit.Group, plan.First * gathered.Hit.Score,
            plan.Relevance * SecondPass.Relevance(gathered.Frequencies, weights, plan.K1),
            plan.Proximity * SecondPass.BestWindow(gathered.Places, weights, plan.Window),
            plan.Freshness is { } rule ? SecondPass.Freshness(segment.Documents.Column(rule.Column).Number(gathered.Document), rule) : 0);
    }

    // As rare as the most frequent of its forms.
    double Weight(RescoringTerm term) => term.Forms.Count == 0 ? 0 : term.Weight * term.Forms.Min(form =>
    {
        var frequency = QueryCompiler.DocumentFrequency(state.Compiler.Find(form.Field, form.Term));
        return state.Compiler.Scoring(form.Field).InverseFrequency(frequency);
    });

    void Check()
    {
        double[] factors = [plan.First, plan.Relevance, plan.Proximity, .. plan.Terms.Select(term => term.Weight), plan.Freshness?.Weight ?? 0];
        if (Array.Exists(factors, factor => factor < 0 || !double.IsFinite(factor)) || !(plan.K1 > 0) || plan.Window < 0 || plan.Freshness is { HalfLife: not > 0 })
            throw new ArgumentException("The factors of a second pass are 0 or more, its K1 and its half-life above 0.", nameof(plan));
        if (plan.Freshness is { } rule)
            state.Compiler.CheckColumn(rule.Column, ColumnKind.Number);
    }

    sealed class Gathered(ScoredDocument hit, int document, int terms)
    {
        internal ScoredDocument Hit { get; } = hit;

        internal int Document { get; } = document;

        internal double[] Frequencies { get; } = new double[terms];

        internal List<TermPlace> Places { get; } = [];
    }
}
