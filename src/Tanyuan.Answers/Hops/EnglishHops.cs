using System.Text.RegularExpressions;

namespace Tanyuan.Answers.Hops;

/// <summary>
/// Finds in an English question what stands for a name: a relative clause (the company that bought X), the innermost first where one stands in another, or whose it is (the founder of X). What is
/// left around it may hold another; it is planned in turn. Pure.
/// </summary>
internal static partial class EnglishHops
{
    const string Nouns = "company|firm|group|business|person|man|woman|people|architect|engineer|author|writer|director|designer|inventor|scientist|artist|team|organi[sz]ation|museum|bank|city|town|country|studio|family|school|university";
    const string Roles = "founder|chief executive|CEO|director|designer|author|owner|head|president|chairman|chairwoman|chair|architect|inventor|manager|mayor|wife|husband|composer|editor";
    const string Tail = "(?<tail> (?:born|located|based|founded|headquartered|die|work|live|study|graduate|educated|trained|come from|from|open|cost|have|get)(?: (?:in|at|from))?)?\\?*$";

    /// <summary>The plans of a question, most specific first; none for a question that one passage may answer.</summary>
    public static IEnumerable<HopPlan> Plan(string text)
    {
        if (Clause().Match(text) is { Success: true } clause)
        {
            var noun = clause.Groups["noun"].Value;
            var asks = noun is "company" or "firm" or "group" or "business" or "team" or "museum" or "bank" or "city" or "town" or "country" or "studio" or "family" or "school" or "university" || noun.StartsWith("organi", StringComparison.Ordinal) ? $"Which {noun}" : "Who";
            yield return new HopPlan($"{asks} {clause.Groups["clause"].Value}?", $"{clause.Groups["head"].Value} {{0}}{clause.Groups["tail"].Value}?") { IsOfTwo = true };
        }

        if (Whose().Match(text) is { Success: true } whose && (whose.Groups["tail"].Length > 0 || !OnlyWho().IsMatch(whose.Groups["head"].Value)))
            yield return new HopPlan($"Who is the {whose.Groups["role"].Value} of {whose.Groups["thing"].Value}?", $"{whose.Groups["head"].Value} {{0}}{whose.Groups["tail"].Value}?");
    }

    /// <summary>A question for who did something, where it asks for the role: who designed X for who is the designer of X. Null where there is none.</summary>
    public static string? Reworded(string question)
    {
        if (Role().Match(question) is not { Success: true } match)
            return null;
        var verb = match.Groups["role"].Value switch { "founder" => "founded", "designer" or "architect" => "designed", "author" => "wrote", "inventor" => "invented", "owner" => "owns", "director" => "directed", "composer" => "composed", _ => null };
        return verb is null ? null : $"Who {verb} {match.Groups["thing"].Value}?";
    }

    [GeneratedRegex($"^(?<head>(?:who|what|when|where|which|how|in which|in what|at which|at what)\\b.*) the (?<noun>{Nouns}) (?:that|who|which) (?<clause>(?:(?! (?:that|who|which) )[^,?])+?){Tail}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Clause();

    [GeneratedRegex($"^(?<head>(?:who|what|when|where|which|how|in which|in what|at which|at what)\\b[^?]*?(?: did| was| is| were| does| has| of| from)) the (?<role>{Roles}) of (?<thing>[^?]+?){Tail}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Whose();

    [GeneratedRegex($"^who (?:is|was) the (?<role>{Roles}) of (?<thing>[^?]+?)\\?*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Role();

    // Who is the founder of X? is answered by its first step.
    [GeneratedRegex("^(?:who|what) (?:is|was|were|are)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OnlyWho();
}
