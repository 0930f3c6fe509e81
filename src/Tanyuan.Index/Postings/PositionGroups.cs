using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Postings;

/// <summary>
/// The positions of one of several blocks of documents: cut into groups of 64 documents, so that no more than that need be read for one of them. First the length of
/// each group but the last in bytes, as variable-length numbers; then the groups, each the positions of its documents one behind the other (<see cref="PositionCode"/>),
/// filled up to a byte.
/// </summary>
static class PositionGroups
{
    /// <summary>How many documents a group has.</summary>
    internal const int Length = 64;

    /// <summary>How many groups a block has at most.</summary>
    internal const int Most = PostingsWriter.Block / Length;

    /// <summary>Reads where the groups of a block begin, and where the last one ends.</summary>
    internal static void ReadStarts(SealedFile file, long start, long end, int documents, Span<long> starts)
    {
        const int LongestNumber = 5;
        var groups = (documents + Length - 1) / Length;
        var reader = file.Read(start, (int)Math.Min(end - start, (Most - 1) * LongestNumber));
        Span<int> lengths = stackalloc int[Most];
        for (var group = 0; group < groups - 1; group++)
            lengths[group] = reader.ReadVariableInt32();

        starts[0] = reader.Offset;
        for (var group = 0; group < groups - 1; group++)
            starts[group + 1] = starts[group] + lengths[group];
        starts[groups] = end;
        if (starts[groups - 1] > end)
            throw file.Corrupt(start, "groups of positions are longer than what holds them");
    }
}
