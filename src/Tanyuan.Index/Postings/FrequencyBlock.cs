using Tanyuan.Index.Kernels;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Postings;

/// <summary>
/// The frequencies of a block, each less one, as <see cref="PatchedNumbers"/>. Most are in planes above no lowest bits, behind documents that are in planes as well: then
/// the head of the documents says so (<see cref="Bare"/>), and they have none.
/// </summary>
static class FrequencyBlock
{
    /// <summary>What the head of documents in planes has besides, where the frequencies behind them have no head.</summary>
    internal const int Bare = 64;

    /// <summary>Writes frequencies behind the documents of their block, which take some bytes; returns how many both take.</summary>
    internal static int Write(ReadOnlySpan<uint> frequencies, Span<byte> block, int documentsLength)
    {
        Span<uint> others = stackalloc uint[PatchedNumbers.Most];
        others = others[..frequencies.Length];
        for (var i = 0; i < others.Length; i++)
            others[i] = frequencies[i] - 1;

        var target = block[documentsLength..];
        var written = PatchedNumbers.Write(others, target);
        if (!PatchedNumbers.HaveHead(others.Length) || block[0] < PatchedNumbers.PlanesFlag || target[0] != PatchedNumbers.PlanesFlag)
            return documentsLength + written;

        block[0] |= Bare;
        target[1..written].CopyTo(target);
        return documentsLength + written - 1;
    }

    /// <summary>Reads frequencies, and moves on behind them.</summary>
    internal static void Read(SealedFile file, ref long offset, long end, bool bare, Span<uint> frequencies)
    {
        var start = offset;
        var most = bare ? PatchedNumbers.ReadPlanes(file, ref offset, end, 0, 0, frequencies) : PatchedNumbers.Read(file, ref offset, end, frequencies);
        if (most >= int.MaxValue)
            throw file.Corrupt(start, "a frequency is too large");
        Increment.Apply(frequencies);
    }
}
