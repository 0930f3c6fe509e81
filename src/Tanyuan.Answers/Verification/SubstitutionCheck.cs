using System.Buffers;
using Tanyuan.Answers.Reading;

namespace Tanyuan.Answers.Verification;

/// <summary>
/// Finds a name that was put in another's place: where a part of a claim repeats a source sentence but for a stretch, and that stretch is a name here and
/// another name there. The two are laid side by side by their longest common subsequence (Hirschberg 1975, in its plain form), so it does not matter
/// what else was left out or reworded.
/// </summary>
internal static class SubstitutionCheck
{
    const double Repeated = 0.6;
    const int LongestName = 16;
    const int LongestSource = 400;

    static readonly SearchValues<char> Marks = SearchValues.Create("，,。；;：:、！？!? ");

    static readonly SearchValues<string> SameThing = SearchValues.Create(["(", "（", "又称", "也称", "亦称", "简称", "又名", "也叫", "即"], StringComparison.Ordinal);

    /// <summary>The first name of a part that stands where a source sentence has another, or null.</summary>
    public static string? Substituted(ClaimPart part, IReadOnlyList<AnnotatedSentence> support, IReadOnlyList<AnnotatedSentence> cited)
    {
        var known = cited.SelectMany(sentence => sentence.Tokens.Where(token => token.Length > 1 && ClaimPart.IsName(sentence, token)).Select(token => TermCover.KeyOf(sentence, token))).ToHashSet(StringComparer.Ordinal);
        foreach (var source in support)
        {
            if (source.Key.Length > LongestSource)
                continue;
            var aligned = Align(part.Key, source.Key);
            foreach (var (start, end) in Names(part, known))
            {
                if (IsRepeated(aligned, start, end) && Instead(aligned, part.Key, source.Key, start, end) is { } other && IsAnother(source, other, part.Key[start..end], known, cited))
                    return part.Sentence.Text[(part.Span.Start + start)..(part.Span.Start + end)];
            }
        }

        return null;
    }

    // The names of a part: those that the tagger sees in it, and those that it sees in the sources, however it cuts them here.
    static IEnumerable<(int Start, int End)> Names(ClaimPart part, HashSet<string> known)
    {
        foreach (var token in part.Tokens)
        {
            if (token.Length > 1 && token.Quantity < 0 && ClaimPart.IsName(part.Sentence, token))
                yield return (token.Start - part.Span.Start, token.End - part.Span.Start);
        }

        foreach (var name in known)
        {
            if (part.Key.IndexOf(name, StringComparison.Ordinal) is var at and >= 0)
                yield return (at, at + name.Length);
        }
    }

    // All else in the part is said as the source says it, nearly.
    static bool IsRepeated(int[] aligned, int start, int end)
    {
        var (held, all) = (0, 0);
        for (var i = 0; i < aligned.Length; i++)
        {
            if (i >= start && i < end)
                continue;
            all++;
            held += aligned[i] >= 0 ? 1 : 0;
        }

        return all >= 2 && held >= Repeated * all;
    }

    /// <summary>What the source has in the place of a stretch, as a span of it; null where the stretch stands there itself, or nothing does.</summary>
    static (int Start, int End)? Instead(int[] aligned, string claim, string source, int start, int end)
    {
        // A single unit of the name may be aligned by chance; more is the name itself, or a part of it.
        var own = 0;
        for (var i = start; i < end; i++)
            own += aligned[i] >= 0 ? 1 : 0;
        if (own * 2 >= end - start)
            return null;
        var (before, after) = (start - 1, end);
        while (before >= 0 && aligned[before] < 0 && !Marks.Contains(claim[before]))
            before--;
        while (after < aligned.Length && aligned[after] < 0 && !Marks.Contains(claim[after]))
            after++;
        var to = after < aligned.Length && aligned[after] >= 0 ? aligned[after] : -1;
        var from = before >= 0 && aligned[before] >= 0 ? aligned[before] + 1 : -1;
        if (from < 0 && to < 0)
            return null;
        if (from < 0)
            from = source.AsSpan(0, to).LastIndexOfAny(Marks) + 1;
        if (to < 0)
            to = source.AsSpan(from).IndexOfAny(Marks) is var mark and >= 0 ? from + mark : source.Length;
        return to > from && to - from <= LongestName ? (from, to) : null;
    }

    // A name stands there, no form of this one, and the source does not say that they are one.
    static bool IsAnother(AnnotatedSentence source, (int Start, int End) place, string key, HashSet<string> known, IReadOnlyList<AnnotatedSentence> cited)
    {
        var text = source.Key[place.Start..place.End];
        return known.Any(name => text.Contains(name, StringComparison.Ordinal) && IsOther(name, key) && !cited.Any(sentence => AreOne(sentence.Key, key, name)));
    }

    // 大桥 is a form of 望潮大桥, 北大 of 北京大学: they share more than half of the shorter. 镇里 goes on from what 松濑镇 ends with.
    static bool IsOther(string name, string key) =>
        2 * name.Distinct().Count(unit => key.Contains(unit, StringComparison.Ordinal)) <= Math.Min(name.Length, key.Length) && name[0] != key[^1] && key[0] != name[^1];

    // 翼尖小翼（winglet）, 也称X, 又名X.
    static bool AreOne(string text, string name, string other)
    {
        var at = text.IndexOf(name, StringComparison.Ordinal);
        var place = text.IndexOf(other, StringComparison.Ordinal);
        if (at < 0 || place < 0)
            return false;
        var (first, second) = at < place ? (at + name.Length, place) : (place + other.Length, at);
        return second >= first && second - first <= 8 && text.AsSpan(first, second - first).ContainsAny(SameThing);
    }

    /// <summary>For each unit of a claim the place in the source that it is aligned with, or −1.</summary>
    static int[] Align(string claim, string source)
    {
        var (rows, columns) = (claim.Length + 1, source.Length + 1);
        var lengths = ArrayPool<ushort>.Shared.Rent(rows * columns);
        lengths.AsSpan(0, rows * columns).Clear();
        for (var i = claim.Length - 1; i >= 0; i--)
        {
            for (var j = source.Length - 1; j >= 0; j--)
            {
                lengths[(i * columns) + j] = claim[i] == source[j]
                    ? (ushort)(lengths[((i + 1) * columns) + j + 1] + 1)
                    : Math.Max(lengths[((i + 1) * columns) + j], lengths[(i * columns) + j + 1]);
            }
        }

        var aligned = new int[claim.Length];
        Array.Fill(aligned, -1);
        for (int i = 0, j = 0; i < claim.Length && j < source.Length;)
        {
            if (claim[i] == source[j] && lengths[(i * columns) + j] == lengths[((i + 1) * columns) + j + 1] + 1)
                aligned[i++] = j++;
            else if (lengths[((i + 1) * columns) + j] >= lengths[(i * columns) + j + 1])
                i++;
            else
                j++;
        }

        ArrayPool<ushort>.Shared.Return(lengths);
        return aligned;
    }
}
