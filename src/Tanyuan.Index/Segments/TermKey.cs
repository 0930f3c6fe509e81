namespace Tanyuan.Index.Segments;

/// <summary>The first four units of a term as one number, the first unit highest: terms in order have keys in order, though not the other way round.</summary>
static class TermKey
{
    const int Units = 4;

    internal static ulong Of(ReadOnlySpan<char> term)
    {
        var key = 0UL;
        for (var i = 0; i < Units; i++)
            key = (key << 16) | (i < term.Length ? term[i] : 0u);
        return key;
    }
}
