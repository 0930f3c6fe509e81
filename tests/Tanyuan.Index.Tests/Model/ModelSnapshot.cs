using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Tests.Model;

/// <summary>Indexes model documents into several segments in memory.</summary>
internal static class ModelSnapshot
{
    /// <summary>A snapshot of documents under a schema; a segment ends after each whose key is a multiple of <paramref name="segmentEvery"/>.</summary>
    public static Snapshot Of(IndexSchema schema, int segmentEvery, params ModelDocument[] documents)
    {
        using var writer = IndexWriter.Open(new MemoryDirectory(), schema);
        var document = new IndexDocument();
        foreach (var added in documents)
        {
            added.CopyTo(document);
            writer.Add(document);
            if (added.Key % segmentEvery == 0)
                writer.Refresh();
        }

        writer.Refresh();
        return writer.Acquire();
    }
}
