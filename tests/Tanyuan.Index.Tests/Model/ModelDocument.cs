namespace Tanyuan.Index.Tests.Model;

/// <summary>A document as the model keeps it: for each field its terms, the n-th at position n.</summary>
public sealed record ModelDocument(long Key, long Group, string[][] Fields)
{
    /// <summary>Fills a document for the index with the same tokens.</summary>
    public void CopyTo(IndexDocument document)
    {
        document.Reset(Key, Group);
        for (var field = 0; field < Fields.Length; field++)
        {
            for (var position = 0; position < Fields[field].Length; position++)
                document.Add(field, Fields[field][position], position);
        }
    }

    /// <summary>A document made from a random source: a few terms of a small vocabulary, so that everything collides.</summary>
    public static ModelDocument Random(Random random, long key, long group, int fields) =>
        new(key, group, [.. Enumerable.Range(0, fields).Select(_ => Terms(random))]);

    static string[] Terms(Random random) =>
        [.. Enumerable.Range(0, random.Next(4) == 0 ? random.Next(60) : random.Next(8)).Select(_ => Vocabulary.Pick(random))];
}
