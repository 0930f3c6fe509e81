using System.Globalization;

namespace Tanyuan.Index.Segments;

/// <summary>The names of a segment's files: <c>segment-12.terms</c>, <c>segment-12.live-3</c>. An id is never used twice in a directory.</summary>
static class SegmentFiles
{
    const string Prefix = "segment-";

    internal static string Terms(long id) => Name(id, "terms");

    internal static string Postings(long id) => Name(id, "postings");

    internal static string Positions(long id) => Name(id, "positions");

    internal static string Documents(long id) => Name(id, "documents");

    internal static string Live(long id, long generation) => Name(id, $"live-{generation.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>The files that every segment has, apart from that of its live documents.</summary>
    internal static string[] All(long id) => [Terms(id), Postings(id), Positions(id), Documents(id)];

    /// <summary>The segment a file belongs to, or null when it is no segment's.</summary>
    internal static long? IdOf(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > Prefix.Length && name.StartsWith(Prefix, StringComparison.Ordinal)
            && long.TryParse(name.AsSpan(Prefix.Length, dot - Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;
    }

    static string Name(long id, string part) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{id}.{part}");
}
