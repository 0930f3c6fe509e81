namespace Tanyuan.Training;

/// <summary>Prints how well the best spans do, for each set and type of question.</summary>
internal static class ReaderFigures
{
    /// <summary>Prints the figures.</summary>
    public static void Print(Action<string> say, IReadOnlyList<SpanExample> spans)
    {
        foreach (var set in spans.GroupBy(span => span.Example.Label.Id[..span.Example.Label.Id.IndexOf('-')]))
            say(Line(set.Key, [.. set]));
        foreach (var kind in spans.GroupBy(span => span.Example.Matcher.Question.Kind).OrderByDescending(group => group.Count()))
            say(Line("  " + kind.Key, [.. kind]));
        foreach (var type in spans.GroupBy(span => span.Example.Matcher.Question.Type).OrderByDescending(group => group.Count()))
            say(Line("  " + type.Key, [.. type]));
    }

    static string Line(string name, List<SpanExample> spans)
    {
        var answered = spans.Where(span => span.Ranked.Count > 0).ToList();
        double Sum(Func<SpanExample, double> value) => answered.Sum(value) / spans.Count;
        return $"{name,-14} n {spans.Count,5}  EM {Sum(span => span.Example.Label.IsExact(span.Ranked[0].Key) ? 1 : 0):F3}"
            + $"  F1 {Sum(span => span.Example.Label.F1(span.Ranked[0].Key)):F3}"
            + $"  sentence {Sum(span => span.Example.Label.IsIn(span.Ranked[0].Sentence.Key) ? 1 : 0):F3}";
    }
}
