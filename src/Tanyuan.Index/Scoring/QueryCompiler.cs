using Tanyuan.Index.Queries;
using Tanyuan.Index.Segments;

namespace Tanyuan.Index.Scoring;

/// <summary>Makes queries ready for a snapshot: looks every term up once in every segment, and turns global statistics and boosts into weights.</summary>
sealed class QueryCompiler(IndexSchema schema, IReadOnlyList<SegmentReader> segments, FieldStatistics[] statistics)
{
    readonly FieldScoring?[] scorings = new FieldScoring?[schema.Fields.Count];

    /// <summary>The scoring of a field; made when it is first wanted.</summary>
    internal FieldScoring Scoring(int field) =>
        Volatile.Read(ref scorings[field]) ?? (scorings[field] = new FieldScoring(schema.Fields[field], statistics[field]));

    internal Weight Compile(Query query) => Compile(query, 1);

    internal TermEntry?[] Find(int field, string term)
    {
        CheckField(field);
        return [.. segments.Select(segment => segment.Terms.TryFind(field, term, out var entry) ? entry : (TermEntry?)null)];
    }

    internal static long DocumentFrequency(TermEntry?[] entries) => entries.Sum(entry => (long)(entry?.DocumentFrequency ?? 0));

    Weight Compile(Query query, double boost) => query switch
    {
        TermQuery term => CompileTerm(term.Field, term.Term, boost * CheckFactor(term.Boost)),
        PhraseQuery phrase => CompilePhrase(phrase, boost * CheckFactor(phrase.Boost)),
        PrefixQuery prefix => CompilePrefix(prefix, boost * CheckFactor(prefix.Boost)),
        BoostQuery boosted => Compile(boosted.Inner, boost * CheckFactor(boosted.Boost)),
        ColumnQuery condition => new ColumnWeight(Describe(CheckColumn(condition)), condition, segments),
        AllQuery all => new AllWeight(segments, boost * CheckFactor(all.Score)),
        BooleanQuery boolean => new BooleanWeight(
            CompileAll(boolean.Must, boost), CompileAll(boolean.Should, boost), CompileAll(boolean.MustNot, boost), boolean.MinimumShouldMatch),
        DisjunctionMaxQuery best => new DisjunctionMaxWeight(
            $"best of {best.Queries.Count}", CompileAll(best.Queries, boost), CheckFactor(best.TieBreaker)),
        _ => throw new ArgumentException($"A query of the kind {query.GetType().Name} is not known.", nameof(query)),
    };

    Weight[] CompileAll(IReadOnlyList<Query> queries, double boost) => [.. queries.Select(query => Compile(query, boost))];

    TermWeight CompileTerm(int field, string term, double boost)
    {
        var entries = Find(field, term);
        var inverse = Scoring(field).InverseFrequency(DocumentFrequency(entries));
        var description = $"{schema.Fields[field].Name}:{term} (in {DocumentFrequency(entries)} of {statistics[field].DocumentCount})";
        return new TermWeight(description, field, segments, entries, Scoring(field).Scorer(inverse, boost));
    }

    PhraseWeight CompilePhrase(PhraseQuery phrase, double boost)
    {
        CheckField(phrase.Field);
        var field = schema.Fields[phrase.Field];
        if (!field.Positions)
            throw new ArgumentException($"The field {field.Name} keeps no positions, so it has no phrases.");
        if (phrase.Terms.Count == 0 || phrase.Slop < 0)
            throw new ArgumentException("A phrase has at least one term and a slop of 0 or more.");

        var found = phrase.Terms.Select(term => Find(phrase.Field, term.Term)).ToArray();
        var inverse = found.Sum(entries => Scoring(phrase.Field).InverseFrequency(DocumentFrequency(entries)));
        var bySegment = new TermEntry[]?[segments.Count];
        for (var i = 0; i < segments.Count; i++)
        {
            if (found.All(entries => entries[i] is not null))
                bySegment[i] = [.. found.Select(entries => entries[i]!.Value)];
        }

        return new PhraseWeight(
            $"{field.Name}:\"{string.Join(' ', phrase.Terms.Select(term => term.Term))}\"",
            phrase.Field, segments, bySegment, [.. phrase.Terms.Select(term => term.Position)], phrase.Slop,
            Scoring(phrase.Field).Scorer(inverse, boost));
    }

    DisjunctionMaxWeight CompilePrefix(PrefixQuery prefix, double boost)
    {
        var (terms, all) = Expand(prefix);
        return new DisjunctionMaxWeight(
            $"{schema.Fields[prefix.Field].Name}:{prefix.Prefix}… ({all} terms)", [.. terms.Select(term => CompileTerm(prefix.Field, term, boost))], 0);
    }

    /// <summary>The terms that stand for a prefix, the most frequent first, and how many begin with it.</summary>
    internal (List<string> Terms, int All) Expand(PrefixQuery prefix)
    {
        CheckField(prefix.Field);
        ArgumentOutOfRangeException.ThrowIfLessThan(prefix.MaxExpansions, 1);
        var frequencies = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var segment in segments)
        {
            var cursor = new TermCursor(segment.Terms, prefix.Field);
            for (var more = cursor.Seek(prefix.Prefix); more && cursor.Term.StartsWith(prefix.Prefix, StringComparison.Ordinal); more = cursor.MoveNext())
            {
                var term = cursor.Term.ToString();
                frequencies[term] = frequencies.GetValueOrDefault(term) + cursor.Entry.DocumentFrequency;
            }
        }

        var terms = frequencies.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(prefix.MaxExpansions);
        return ([.. terms.Select(pair => pair.Key)], frequencies.Count);
    }

    internal bool HasPositions(int field) => schema.Fields[field].Positions;

    /// <summary>The condition, if there is a column of its kind.</summary>
    internal ColumnQuery CheckColumn(ColumnQuery condition)
    {
        CheckColumn(condition.Column, condition is TextSetQuery ? ColumnKind.Text : ColumnKind.Number);
        return condition;
    }

    internal void CheckColumn(int column, ColumnKind kind)
    {
        var actual = schema.KindOfColumn(column)
            ?? throw new ArgumentOutOfRangeException(nameof(column), $"There is no column {column}; the schema has {schema.Columns.Count}.");
        if (actual != kind)
            throw new ArgumentException($"The column {schema.NameOfColumn(column)} holds no values of the kind {kind}.", nameof(column));
    }

    string Describe(ColumnQuery condition)
    {
        var name = schema.NameOfColumn(condition.Column);
        return condition switch
        {
            NumberRangeQuery range => $"{name} from {range.From} to {range.To}",
            NumberSetQuery set => $"{name} one of {string.Join(", ", set.Values)}",
            TextSetQuery set => $"{name} one of {string.Join(", ", set.Values)}",
            _ => throw new ArgumentException($"A condition of the kind {condition.GetType().Name} is not known.", nameof(condition)),
        };
    }

    internal void CheckField(int field)
    {
        if ((uint)field >= (uint)schema.Fields.Count)
            throw new ArgumentOutOfRangeException(nameof(field), $"There is no field {field}; the schema has {schema.Fields.Count}.");
    }

    static double CheckFactor(double factor) =>
        factor >= 0 && double.IsFinite(factor) ? factor : throw new ArgumentException($"A factor on a score is 0 or more, not {factor}.");
}
