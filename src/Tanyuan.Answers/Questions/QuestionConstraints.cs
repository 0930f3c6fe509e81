using System.Text.RegularExpressions;
using Tanyuan.Text.Folding;

namespace Tanyuan.Answers.Questions;

/// <summary>What a question holds its answer to beside its matter: a time, a site or source, and whether the newest word counts.</summary>
/// <param name="Time">The time, or null.</param>
/// <param name="Source">The site or source, or null.</param>
/// <param name="Newest">The words that ask for how it is now (目前, 最新, currently), or null.</param>
internal sealed partial record QuestionConstraints(AskedTime? Time, AskedSource? Source, string? Newest)
{
    /// <summary>None.</summary>
    public static QuestionConstraints None { get; } = new(null, null, null);

    /// <summary>Whether the question holds its answer to anything.</summary>
    public bool Any => Time is not null || Source is not null || Newest is not null;

    /// <summary>The constraints as a question words them, none of them met yet.</summary>
    public List<AnswerConstraint> Named(string text)
    {
        var named = new List<AnswerConstraint>();
        if (Time is not null)
            named.Add(new AnswerConstraint(Time.OfPublication ? ConstraintKind.Published : ConstraintKind.Time, Time.Span.Of(text), Time.Period.ToString(), false));
        if (Source is not null)
            named.Add(new AnswerConstraint(Source.IsSite ? ConstraintKind.Site : ConstraintKind.Source, Source.Span.Of(text), Source.Name, false));
        if (Newest is not null)
            named.Add(new AnswerConstraint(ConstraintKind.Newest, Newest, "", false));
        return named;
    }

    /// <summary>Whether a folded question asks for how it is now.</summary>
    public static bool AsksNow(string key) => Now().IsMatch(key);

    /// <summary>Reads a question's constraints.</summary>
    /// <param name="text">The question.</param>
    /// <param name="today">The day of asking.</param>
    public static QuestionConstraints Of(string text, DateOnly today)
    {
        var key = TextFolder.Fold(text);
        var newest = Now().Match(key);
        return new QuestionConstraints(AskedTime.Of(text, key, today), AskedSource.Of(key), newest.Success ? text.Substring(newest.Index, newest.Length).Trim() : null);
    }

    [GeneratedRegex("目前|现在|当前|如今|现今|眼下|截至今|迄今|最新(?!闻|奇)|最近一次|\\b(?:currently|current|now|nowadays|today|at present|latest|newest|most recent|up to date)\\b", RegexOptions.CultureInvariant)]
    private static partial Regex Now();
}
