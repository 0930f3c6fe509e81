using System.Runtime.InteropServices;

namespace Tanyuan.Pages.TextPages;

/// <summary>
/// Tells how many of some phrases come back whole, or share a head or a tail of some length with another. Its tables serve one row of phrases after the other, for a page
/// may have hundreds; each thread has its own.
/// </summary>
internal sealed class PhraseStock
{
    const int ShortestShared = 4;

    // A head or tail that most phrases share is what the list is a list of.
    const double ShareOfSubject = 0.6;

    // Tables that were made for more are let go: to empty them takes as long as they are.
    const int MostKept = 512;

    [ThreadStatic]
    static PhraseStock? ofThread;

    readonly Dictionary<string, int> wholes = new(StringComparer.Ordinal);
    readonly Dictionary<ulong, int> shorts = [];

    /// <summary>The share of phrases that come back.</summary>
    public static double ShareOf(IReadOnlyList<string> phrases)
    {
        var stock = phrases.Count > MostKept ? new() : ofThread ??= new();
        var share = stock.Share(phrases);
        stock.wholes.Clear();
        stock.shorts.Clear();
        return share;
    }

    double Share(IReadOnlyList<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (phrase.Length != ShortestShared)
                CollectionsMarshal.GetValueRefOrAddDefault(wholes, phrase, out _)++;
            if (phrase.Length < ShortestShared)
                continue;
            CollectionsMarshal.GetValueRefOrAddDefault(shorts, Head(phrase), out _)++;
            if (phrase.Length > ShortestShared)
                CollectionsMarshal.GetValueRefOrAddDefault(shorts, Tail(phrase), out _)++;
        }

        var most = Math.Max(2, phrases.Count * ShareOfSubject);
        var fromStock = 0;
        foreach (var phrase in phrases)
        {
            var isWhole = phrase.Length != ShortestShared && IsStock(wholes[phrase]);
            fromStock += isWhole || (phrase.Length >= ShortestShared && (IsStock(shorts[Head(phrase)]) || IsStock(shorts[Tail(phrase)]))) ? 1 : 0;
        }

        return (double)fromStock / phrases.Count;

        bool IsStock(int count) => count > 1 && count <= most;
    }

    // A phrase of just that length is its own head and tail.
    static ulong Head(ReadOnlySpan<char> phrase) => MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(phrase[..ShortestShared]));

    static ulong Tail(ReadOnlySpan<char> phrase) => MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(phrase[^ShortestShared..]));
}
