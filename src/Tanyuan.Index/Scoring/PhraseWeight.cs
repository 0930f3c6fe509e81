using Tanyuan.Index.Postings;
using Tanyuan.Index.Searching;
using Tanyuan.Index.Segments;

namespace Tanyuan.Index.Scoring;

/// <summary>A phrase in a field.</summary>
/// <param name="description">The phrase, in words.</param>
/// <param name="field">Its field.</param>
/// <param name="segments">The segments of the snapshot.</param>
/// <param name="entries">For each segment the entries of the terms in order, null where one of them does not occur.</param>
/// <param name="offsets">The place of each term in the phrase.</param>
/// <param name="slop">How far a term may stand from its place.</param>
/// <param name="scorer">The scoring of the whole.</param>
sealed class PhraseWeight(
    string description, int field, IReadOnlyList<SegmentReader> segments, TermEntry[]?[] entries, int[] offsets, int slop, TermScorer scorer) : Weight
{
    internal override string Description => description;

    internal override Matcher? CreateMatcher(int segment) =>
        entries[segment] is { } terms ? new PhraseMatcher(segments[segment], terms, field, offsets, slop, scorer) : null;

    sealed class PhraseMatcher : Matcher
    {
        readonly byte[] norms;
        readonly PostingCursor[] postings;
        readonly PostingCursor[] rarestFirst;
        readonly PhraseCounter counter = new();
        readonly TermScorer scorer;
        int document = -1;
        int frequency;

        internal PhraseMatcher(SegmentReader segment, TermEntry[] terms, int field, int[] offsets, int slop, TermScorer scorer)
        {
            norms = segment.Documents.Norms(field);
            this.scorer = scorer;
            postings = [.. terms.Select(term => new PostingCursor(segment, term, field))];
            counter.Reset(slop);
            for (var i = 0; i < postings.Length; i++)
                counter.Add(postings[i], offsets[i]);
            rarestFirst = [.. postings.OrderBy(cursor => cursor.DocumentFrequency)];
        }

        internal override int Document => document;

        internal override long Cost => rarestFirst[0].DocumentFrequency;

        internal override int Advance(int target)
        {
            while (document < target)
            {
                document = AlignAt(target);
                if (document == End)
                    break;

                frequency = counter.Count();
                if (frequency == 0)
                    target = Math.Max(target, document + 1);
            }

            return document;
        }

        internal override double Score() => scorer.Score(frequency, norms[document]);

        int AlignAt(int target)
        {
            var candidate = rarestFirst[0].Advance(target);
            for (var i = 1; i < rarestFirst.Length; i++)
            {
                var found = rarestFirst[i].Advance(candidate);
                if (found == candidate)
                    continue;

                candidate = rarestFirst[0].Advance(found);
                i = 0;
            }

            return candidate;
        }
    }
}
