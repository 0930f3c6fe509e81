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

    /// <summary>Prints how well the network's likeliest spans do by themselves: what its training script prints, from the C# inference.</summary>
    public static void PrintNetwork(Action<string> say, IReadOnlyList<SpanExample> spans)
    {
        foreach (var set in spans.GroupBy(span => span.Example.Label.Id[..span.Example.Label.Id.IndexOf('-')]))
        {
            foreach (var fold in set.Where(span => span.Gains.Count > 0).GroupBy(span => span.Example.Fold).OrderBy(group => group.Key))
            {
                var best = fold.Select(span => (Span: span, Best: Enumerable.Range(0, span.Gains.Count).MaxBy(span.Shares.Span))).ToList();
                say($"network alone, {set.Key} fold {fold.Key}: EM {best.Average(item => item.Span.Gains[item.Best] > 0.999 ? 1.0 : 0):F3}"
                    + $"  F1 {best.Average(item => item.Span.Gains[item.Best]):F3}"
                    + $"  sentence {best.Average(item => item.Span.Example.Label.IsIn(item.Span.Set.SentenceAt(item.Best).Key) ? 1.0 : 0):F3}");
            }
        }
    }

    /// <summary>Prints how well they do beside decoys.</summary>
    public static void PrintDecoyed(Action<string> say, IReadOnlyList<SpanExample> spans)
    {
        foreach (var asked in spans.GroupBy(span => span.Example.Asked).OrderBy(group => group.Key))
            say(Line(asked.Key.ToString(), [.. asked]));
    }

    static string Line(string name, List<SpanExample> spans)
    {
        var answered = spans.Where(span => span.Ranked.Count > 0).ToList();
        double Sum(Func<SpanExample, double> value) => answered.Sum(value) / spans.Count;
        return $"{name,-14} n {spans.Count,5}  EM {Sum(span => span.Example.Label.IsExact(span.Told.Answer) ? 1 : 0):F3}"
            + $"  F1 {Sum(span => span.Example.Label.F1(span.Told.Answer)):F3}"
            + $"  sentence {Sum(span => span.Example.Label.IsIn(span.Told.Sentence) ? 1 : 0):F3}";
    }
}
