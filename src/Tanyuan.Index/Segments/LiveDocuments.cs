using System.Numerics;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Segments;

/// <summary>
/// Which documents of a segment are not deleted: a bit a document. Immutable; a deletion makes a new one, at most once a refresh
/// for each segment (<see cref="Builder"/>). The file's body is the document count u32, then the bits as u64, first document lowest.
/// </summary>
sealed class LiveDocuments
{
    readonly ulong[] bits;

    LiveDocuments(ulong[] bits, int documentCount)
    {
        this.bits = bits;
        DocumentCount = documentCount;
        Count = bits.Sum(word => BitOperations.PopCount(word));
    }

    /// <summary>How many documents are live.</summary>
    internal int Count { get; }

    internal int DocumentCount { get; }

    internal static LiveDocuments All(int documentCount)
    {
        var bits = new ulong[(documentCount + 63) / 64];
        Array.Fill(bits, ulong.MaxValue);
        if (documentCount % 64 != 0)
            bits[^1] = (1UL << (documentCount % 64)) - 1;
        return new LiveDocuments(bits, documentCount);
    }

    internal bool Contains(int document) => (bits[document >> 6] >> document & 1) != 0;

    internal static LiveDocuments Read(IndexDirectory directory, long segment, long generation, int documentCount, out uint seal)
    {
        var file = SealedFile.Open(directory, SegmentFiles.Live(segment, generation), FileKind.LiveDocuments, segment);
        seal = file.Seal;
        try
        {
            return Read(file, documentCount);
        }
        finally
        {
            file.Close();
        }
    }

    static LiveDocuments Read(SealedFile file, int documentCount)
    {
        var bits = new ulong[(documentCount + 63) / 64];
        var reader = file.Read(SealedFormat.HeaderLength, checked((int)(file.Length - SealedFormat.HeaderLength)));
        if (reader.ReadUInt32() != documentCount)
            throw file.Corrupt(SealedFormat.HeaderLength, $"it is not for the {documentCount} documents of its segment");

        for (var i = 0; i < bits.Length; i++)
            bits[i] = (ulong)reader.ReadInt64();
        if (!reader.AtEnd || (documentCount % 64 != 0 && bits[^1] >> (documentCount % 64) != 0))
            throw file.Corrupt(reader.Offset, "it holds more documents than its segment");

        return new LiveDocuments(bits, documentCount);
    }

    internal uint Write(IndexDirectory directory, long segment, long generation)
    {
        using var output = new SealedFileWriter(directory, SegmentFiles.Live(segment, generation), FileKind.LiveDocuments, segment);
        output.WriteUInt32((uint)DocumentCount);
        foreach (var word in bits)
            output.WriteUInt64(word);
        return output.Finish();
    }

    /// <summary>Collects deletions on top of an immutable set.</summary>
    internal sealed class Builder(LiveDocuments start)
    {
        readonly ulong[] bits = [.. start.bits];

        internal bool Contains(int document) => (bits[document >> 6] >> document & 1) != 0;

        internal void Remove(int document) => bits[document >> 6] &= ~(1UL << document);

        internal LiveDocuments Build() => new([.. bits], start.DocumentCount);
    }
}
