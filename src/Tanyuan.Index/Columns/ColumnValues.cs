namespace Tanyuan.Index.Columns;

/// <summary>The values of a column for the documents of a segment that is about to be written.</summary>
/// <param name="Numbers">For each document its number, or the place of its text; <see cref="Missing"/> for none.</param>
/// <param name="Texts">The texts, in no order, each once; some may be unused. Empty for numbers.</param>
sealed record ColumnValues(long[] Numbers, IReadOnlyList<string> Texts)
{
    internal const long Missing = long.MinValue;
}
