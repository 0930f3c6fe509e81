using Tanyuan.Index.Queries;

namespace Tanyuan.Index.Tests.Model;

/// <summary>Random query trees over a schema.</summary>
public static class RandomQuery
{
    public static Query Next(Random random, IndexSchema schema, int depth = 3)
    {
        var field = random.Next(schema.Fields.Count);
        var withPositions = Enumerable.Range(0, schema.Fields.Count).Where(place => schema.Fields[place].Positions).ToArray();
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

    static Query[] Several(Random random, IndexSchema schema, int depth) =>
        [.. Enumerable.Range(0, random.Next(4)).Select(_ => Next(random, schema, depth - 1))];
}
