using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Tests.Postings;

/// <summary>Bytes of postings in a file, as what reads them wants them.</summary>
static class PostingsBytes
{
    /// <summary>A file in memory with nothing but the bytes, and where they begin.</summary>
    public static (SealedFile File, long Start) FileOf(ReadOnlySpan<byte> bytes)
    {
        var directory = new MemoryDirectory();
        using (var writer = new SealedFileWriter(directory, "file", FileKind.Postings, 1))
        {
            writer.WriteBytes(bytes);
            writer.Finish();
        }

        return (SealedFile.Open(directory, "file", FileKind.Postings, 1), SealedFormat.HeaderLength);
    }
}
