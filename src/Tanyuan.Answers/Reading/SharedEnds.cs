namespace Tanyuan.Answers.Reading;

/// <summary>How far two texts agree, from their ends or from their beginnings.</summary>
internal static class SharedEnds
{
    /// <summary>How many units two texts share at their ends.</summary>
    public static int Suffix(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var length = 0;
        while (length < left.Length && length < right.Length && left[^(length + 1)] == right[^(length + 1)])
            length++;
        return length;
    }

    /// <summary>How many units two texts share at their beginnings.</summary>
    public static int Prefix(ReadOnlySpan<char> left, ReadOnlySpan<char> right) => left.CommonPrefixLength(right);

    /// <summary>How many units two texts share at their ends, after stepping over up to two on either side.</summary>
    public static int LooseSuffix(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var best = 0;
        for (var i = 0; i <= 2 && i < left.Length; i++)
        {
            for (var j = 0; j <= 2 && j < right.Length; j++)
                best = Math.Max(best, Suffix(left[..^i], right[..^j]));
        }

        return best;
    }

    /// <summary>How many units two texts share at their beginnings, after stepping over up to two on either side.</summary>
    public static int LoosePrefix(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var best = 0;
        for (var i = 0; i <= 2 && i < left.Length; i++)
        {
            for (var j = 0; j <= 2 && j < right.Length; j++)
                best = Math.Max(best, Prefix(left[i..], right[j..]));
        }

        return best;
    }
}
