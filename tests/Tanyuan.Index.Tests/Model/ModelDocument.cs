namespace Tanyuan.Index.Tests.Model;

/// <summary>A document as the model keeps it: for each field its terms, the n-th at position n; for each column its number or text, or null.</summary>
public sealed record ModelDocument(long Key, long Group, string[][] Fields, object?[] Values)
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

        for (var column = 0; column < Values.Length; column++)
        {
            if (Values[column] is long number)
                document.Set(column, number);
            else if (Values[column] is string text)
                document.Set(column, text);
        }
    }

    /// <summary>A document made from a random source: a few terms of a small vocabulary, so that everything collides.</summary>
    public static ModelDocument Random(Random random, long key, long group, IndexSchema schema) =>
        new(key, group, [.. schema.Fields.Select(_ => Terms(random))], [.. schema.Columns.Select(column => Value(random, column.Kind))]);

    /// <summary>A value, or now and then none: from few that repeat to many that hardly do, the limits among them.</summary>
    static object? Value(Random random, ColumnKind kind) => (kind, random.Next(8)) switch
    {
        (_, 0) => null,
        (ColumnKind.Text, _) => Vocabulary.Pick(random),
        (_, 1) => (random.Next(400) - 200L) * random.Next(1, 1000),
        (_, 2) when random.Next(40) == 0 => random.Next(2) == 0 ? ColumnDefinition.Smallest : ColumnDefinition.Largest,
        _ => random.Next(12) - 3L,
    };

    static string[] Terms(Random random) =>
        [.. Enumerable.Range(0, random.Next(4) == 0 ? random.Next(60) : random.Next(8)).Select(_ => Vocabulary.Pick(random))];
}
