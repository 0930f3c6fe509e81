using Tanyuan.Text.Folding;

namespace Tanyuan.Pages.Reprints;

/// <summary>
/// What tells one story from another, whatever script, width, spacing and punctuation it comes in: its shingles (overlapping runs of five
/// Chinese characters or three words of the folded text), its clauses, its numbers. Two texts are reprints of one story when most of the
/// shorter one's shingles and clauses stand in the longer one, their numbers agree, and a much shorter one begins where the longer one does:
/// so a cut tail, an added frame, other headlines and some rewritten sentences do not part them, while stories of one topic, notices from
/// one template and a digest of several stories stay apart. The sketch is the smallest hashes of the shingles (a bottom-k MinHash, Broder
/// 1997): texts that share most shingles share some of these, which finds candidates without comparing all with all.
/// Hashes are kept in libraries; a change to how they are made is a new <see cref="Version"/>.
/// </summary>
public sealed class StoryPrint
{
    /// <summary>The version of the hashes and of the rule. What another version made is made anew.</summary>
    public const int Version = 1;

    const int ShingleWeight = 5, WordWeight = 2, SketchSize = 24, FewestShingles = 5;
    const int FewShingles = 64;
    const double SharedShingles = 0.6, SharedClauses = 0.5, SharedClausesOfFew = 0.8, SharedNumbers = 0.5, ShortestShare = 0.2, PlainShare = 0.6, SharedOpening = 0.5;
    const char FirstIdeograph = '\u2E80';
    const ulong Seed = 0x9E3779B97F4A7C15;

    readonly ulong[] shingles;
    readonly ulong[] opening;
    readonly Dictionary<ulong, int> clauses;
    readonly HashSet<ulong> numbers;
    readonly int clauseUnits;

    StoryPrint(List<ulong> shingles, Dictionary<ulong, int> clauses, HashSet<ulong> numbers)
    {
        opening = [.. shingles.Take((shingles.Count + 3) / 4)];
        this.shingles = [.. shingles];
        Array.Sort(this.shingles);
        Array.Resize(ref this.shingles, Deduplicate(this.shingles));
        this.clauses = clauses;
        this.numbers = numbers;
        clauseUnits = clauses.Values.Sum();
    }

    // In a sentence or two, one other word can be another story.
    double ClauseShare => shingles.Length < FewShingles ? SharedClausesOfFew : SharedClauses;

    /// <summary>The smallest hashes of the text, ascending; none where it is too short to be told from others but by being the same.</summary>
    public ReadOnlySpan<ulong> Sketch => shingles.Length < FewestShingles ? [] : shingles.AsSpan(0, Math.Min(SketchSize, shingles.Length));

    /// <summary>The print of a text.</summary>
    public static StoryPrint Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var shingles = new List<ulong>(text.Length);
        var clauses = new Dictionary<ulong, int>();
        var numbers = new HashSet<ulong>();
        var (clause, clauseLength) = (Seed, 0);

        // The window holds at most as many tokens as it weighs; the oldest stands at 0.
        Span<ulong> window = stackalloc ulong[ShingleWeight + 1];
        Span<int> weights = stackalloc int[ShingleWeight + 1];
        var (count, weight) = (0, 0);
        for (var at = 0; at < text.Length;)
        {
            var unit = TextFolder.Fold(text[at]);
            if (!char.IsLetterOrDigit(unit) && !char.IsSurrogate(unit))
            {
                if (!char.IsWhiteSpace(unit) || unit == '\n')
                    EndClause();
                at++;
                continue;
            }

            var (hash, length, isNumber) = Token(text, at, unit);
            at += length;
            if (isNumber)
                numbers.Add(hash);
            clause = Mix(clause ^ hash);
            clauseLength += length;

            (window[count], weights[count]) = (hash, length > 1 || unit < FirstIdeograph ? WordWeight : 1);
            weight += weights[count++];
            while (weight - weights[0] >= ShingleWeight)
            {
                weight -= weights[0];
                window[1..count].CopyTo(window);
                weights[1..count].CopyTo(weights);
                count--;
            }

            if (weight >= ShingleWeight)
                shingles.Add(Hash(window[..count]));
        }

        EndClause();
        return new StoryPrint(shingles, clauses, numbers);

        void EndClause()
        {
            if (clauseLength > 0)
                clauses[clause] = clauses.GetValueOrDefault(clause) + clauseLength;
            (clause, clauseLength) = (Seed, 0);
        }
    }

    /// <summary>Whether two texts tell the same story in the same words, for the most part.</summary>
    public bool IsReprintOf(StoryPrint other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (shorter, longer) = shingles.Length <= other.shingles.Length ? (this, other) : (other, this);
        if (shorter.shingles.Length < FewestShingles)
            return shorter.clauses.Count > 0 && shorter.clauses.Count == longer.clauses.Count && !shorter.clauses.Except(longer.clauses).Any();

        var share = (double)shorter.shingles.Length / longer.shingles.Length;
        return share >= ShortestShare
            && Shared(shorter.shingles, longer.shingles) >= SharedShingles * shorter.shingles.Length
            && SharedClauseUnits(shorter, longer) >= shorter.ClauseShare * Math.Min(shorter.clauseUnits, longer.clauseUnits)
            && NumbersAgree(shorter.numbers, longer.numbers)
            && (share >= PlainShare || shorter.HoldsOpeningOf(longer));
    }

    /// <summary>A Chinese character, or a whole word or number of letters or digits.</summary>
    static (ulong Hash, int Length, bool IsNumber) Token(string text, int start, char first)
    {
        if (first >= FirstIdeograph)
            return (Mix(first), 1, false);
        var hash = Seed;
        var (at, isNumber) = (start, true);
        for (; at < text.Length && TextFolder.Fold(text[at]) is var unit && unit < FirstIdeograph && char.IsLetterOrDigit(unit); at++)
        {
            hash = Mix(hash ^ unit);
            isNumber &= char.IsAsciiDigit(unit);
        }

        return (hash, at - start, isNumber);
    }

    static ulong Hash(ReadOnlySpan<ulong> tokens)
    {
        var hash = Seed;
        foreach (var token in tokens)
            hash = Mix(hash ^ token);
        return hash;
    }

    static int Deduplicate(ulong[] sorted)
    {
        var count = Math.Min(1, sorted.Length);
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] != sorted[count - 1])
                sorted[count++] = sorted[i];
        }

        return count;
    }

    static int Shared(ulong[] a, ulong[] b)
    {
        var (i, j, count) = (0, 0, 0);
        while (i < a.Length && j < b.Length)
        {
            count += a[i] == b[j] ? 1 : 0;
            var (left, right) = (a[i], b[j]);
            i += left <= right ? 1 : 0;
            j += right <= left ? 1 : 0;
        }

        return count;
    }

    static int SharedClauseUnits(StoryPrint a, StoryPrint b)
    {
        var shared = 0;
        foreach (var (clause, units) in a.clauses)
            shared += Math.Min(units, b.clauses.GetValueOrDefault(clause));
        return shared;
    }

    // What two notices from one template differ in is mostly their numbers.
    static bool NumbersAgree(HashSet<ulong> a, HashSet<ulong> b) =>
        a.Count == 0 || b.Count == 0 || a.Count(b.Contains) >= SharedNumbers * Math.Min(a.Count, b.Count);

    bool HoldsOpeningOf(StoryPrint longer) =>
        longer.opening.Count(hash => Array.BinarySearch(shingles, hash) >= 0) >= SharedOpening * longer.opening.Length;

    /// <summary>The finalizer of SplitMix64 (Steele, Lea and Flood 2014).</summary>
    static ulong Mix(ulong value)
    {
        value += Seed;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
