using Tanyuan.Index.Queries;

namespace Tanyuan.Index.Tests.Model;

/// <summary>Random query trees over a schema.</summary>
public static class RandomQuery
{
    public static Query Next(Random random, IndexSchema schema, int depth = 3)
    {
        var field = random.Next(schema.Fields.Count);
        var withPositions = Enumerable.Range(0, schema.Fields.Count).Where(place => schema.Fields[place].Positions).ToArray();
        if (schema.Columns.Count > 0 && random.Next(6) == 0)
            return Condition(random, schema);
        return random.Next(depth > 0 ? 9 : 5) switch
        {
            0 or 1 => new TermQuery(field, Vocabulary.Pick(random), random.Next(3)),
            2 => new PhraseQuery(
                withPositions[random.Next(withPositions.Length)],
                [.. Enumerable.Range(0, random.Next(1, 4)).Select(place => (Vocabulary.Pick(random), place + random.Next(2)))],
                random.Next(3)),
            3 => new PrefixQuery(field, Vocabulary.Pick(random)[..1], random.Next(1, 4)),
            4 => new AllQuery(random.Next(3)),
            5 => new BoostQuery(Next(random, schema, depth - 1), random.Next(1, 4) * 0.5),
            6 => new DisjunctionMaxQuery(Several(random, schema, depth), random.Next(3) * 0.5),
            _ => new BooleanQuery
            {
                Must = random.Next(2) == 0 ? [] : Several(random, schema, depth),
                Should = Several(random, schema, depth),
                MustNot = random.Next(3) == 0 ? Several(random, schema, depth) : [],
                MinimumShouldMatch = random.Next(3),
            },
        };
    }

    /// <summary>A condition on some column.</summary>
    public static ColumnQuery Condition(Random random, IndexSchema schema)
    {
        var column = random.Next(schema.Columns.Count);
        if (schema.Columns[column].Kind == ColumnKind.Text)
            return new TextSetQuery(column, [.. Enumerable.Range(0, random.Next(4)).Select(_ => Vocabulary.Pick(random))]);
        if (random.Next(2) == 0)
            return new NumberSetQuery(column, [.. Enumerable.Range(0, random.Next(5)).Select(_ => random.Next(14) - 4L)]);
        var from = random.Next(5) == 0 ? long.MinValue : random.Next(14) - 4L;
        return new NumberRangeQuery(column, from, random.Next(5) == 0 ? long.MaxValue : from + random.Next(8) - 1);
    }

    /// <summary>An order, a grouping, both or none, over the columns of numbers.</summary>
    public static SearchRequest Request(Random random, IndexSchema schema, int count)
    {
        var numbers = Enumerable.Range(0, schema.Columns.Count).Where(column => schema.Columns[column].Kind == ColumnKind.Number).ToArray();
        return new SearchRequest(count)
        {
            Order = random.Next(2) == 0 ? new ColumnOrder(numbers[random.Next(numbers.Length)], random.Next(2) == 0) : null,
            Grouping = random.Next(3) switch { 0 => new Grouping(), 1 => new Grouping(numbers[random.Next(numbers.Length)]), _ => null },
        };
    }

    static Query[] Several(Random random, IndexSchema schema, int depth) =>
        [.. Enumerable.Range(0, random.Next(4)).Select(_ => Next(random, schema, depth - 1))];
}
