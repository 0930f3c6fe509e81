using System.Globalization;
using System.Text.RegularExpressions;
using Tanyuan.Answers.Composing;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Text.Folding;

namespace Tanyuan.Answers.Offices;

/// <summary>
/// Answers who holds an office, or held it, from what pages of different days tell of taking and leaving it: for now, the last of whom a page tells that he took it and none that he left it. Where what is told
/// leaves it open, it says nothing.
/// </summary>
internal static partial class HolderComposer
{
    const double Told = 0.85, Likely = 0.6;

    /// <summary>Who it was, with how likely that is what was asked; null where the passages leave it open.</summary>
    public static (Statement Statement, double Confidence)? Compose(AskedHolder asked, IReadOnlyList<EvidencePassage> passages)
    {
        var told = new List<ToldTenure>();
        foreach (var sentence in Sentences(passages))
        {
            if (!Names(sentence.Passage, asked.Body) || (asked.Person.Length > 0 && !$"{sentence.Passage.TitleKey}\n{sentence.Passage.Key}".Contains(asked.Person, StringComparison.Ordinal)))
                continue;
            told.AddRange(TenureFinder.Find(sentence, asked.Title));
            if (asked.Title.Length > 0 && sentence.Passage.Key.Contains("历任" + asked.Title, StringComparison.Ordinal) && TenureFinder.InRow(sentence) is { } row)
                told.Add(row);
        }

        if (told.Count == 0)
            return null;
        return asked.Tenure switch
        {
            AskedTenure.Now => Answer(Holder(told), asked),
            AskedTenure.First => Answer(told.Find(one => one.Event == TenureEvent.First) ?? FirstOfTable(told), asked),
            AskedTenure.InYear => Answer(InYear(told, asked.Year), asked),
            AskedTenure.After => Answer(After(told, asked.Person), asked),
            _ when asked.Person.Length > 0 => Answer(Before(told, asked.Person), asked),
            _ => Answer(BeforeNow(told), asked),
        };
    }

    /// <summary>Whether a statement is of another office or another time than the question asks for: who is asked for now was it once (曾任), or the deputy is asked for and the page speaks of none.</summary>
    public static bool IsOfOther(Question question, Statement statement, IReadOnlyList<EvidencePassage> passages)
    {
        var key = TextFolder.Fold(statement.Sentence);
        if (AskedHolder.Of(question) is { Tenure: AskedTenure.Now, Title: { Length: > 0 } title } && Regex.IsMatch(key, $"(?:曾任|曾担任|历任|原任|前任)[^,，。；;]{{0,16}}?{Regex.Escape(title)}", RegexOptions.CultureInvariant) && !Regex.IsMatch(key, $"(?:现任|出任|任命|当选|接任)[^,，。；;]{{0,16}}?{Regex.Escape(title)}", RegexOptions.CultureInvariant))
            return true;
        return Deputy().Match(question.Key) is { Success: true } deputy && !passages.Any(passage => passage.Key.Contains(deputy.Value, StringComparison.Ordinal) || passage.Key.Contains("副" + deputy.Groups["end"].Value, StringComparison.Ordinal));
    }

    [GeneratedRegex($"副(?:{OfficeTitles.Title})(?<=(?<end>.{{2}}))", RegexOptions.CultureInvariant)]
    private static partial Regex Deputy();

    // Rows and short sentences, too, which are no evidence elsewhere.
    static IEnumerable<PooledSentence> Sentences(IReadOnlyList<EvidencePassage> passages) =>
        passages.SelectMany((passage, rank) => passage.Sentences.Select((_, index) => new PooledSentence(passage, rank, index)));

    static bool Names(EvidencePassage passage, string body)
    {
        if (body.Length == 0)
            return true;
        var said = CharacterPairs.Of(body);
        var page = CharacterPairs.Of($"{passage.TitleKey}\n{passage.Key}");
        return said.IsSubsetOf(page);
    }

    static (Statement Statement, double Confidence)? Answer(ToldTenure? tenure, AskedHolder asked) => tenure is null || tenure.Person == asked.Person ? null
        : (tenure.Sentence.ToStatement(tenure.Name), tenure.Event == TenureEvent.Holds && asked.Tenure != AskedTenure.Now ? Likely : Told);

    // Who last took it or was said to hold it, and is not said to have left it since.
    static ToldTenure? Holder(List<ToldTenure> told) => told
        .Where(one => one.Event is TenureEvent.Takes or TenureEvent.Holds && !told.Exists(other => other.Person == one.Person && IsEnd(other) && Later(one, other) <= 0))
        .OrderByDescending(one => one.Date, StringComparer.Ordinal).ThenBy(one => one.Event).FirstOrDefault() is { } last
        && !told.Exists(other => other.Event == TenureEvent.Takes && Later(other, last) > 0 && other.Person != last.Person) ? last : null;

    static bool IsEnd(ToldTenure one) => one.Event is TenureEvent.Leaves or TenureEvent.Held;

    static int Later(ToldTenure one, ToldTenure other)
    {
        var length = Math.Min(Math.Min(one.Date.Length, other.Date.Length), 10);
        return string.CompareOrdinal(one.Date, 0, other.Date, 0, length) is not 0 and var difference ? difference : length == 0 ? one.Date.Length.CompareTo(other.Date.Length) : 0;
    }

    static ToldTenure? BeforeNow(List<ToldTenure> told)
    {
        var now = Holder(told);
        return now is null
            ? told.Where(IsEnd).OrderByDescending(one => one.Date, StringComparer.Ordinal).FirstOrDefault()
            : Before(told, now.Person)
                ?? told.Where(one => one.Person != now.Person && IsEnd(one) && Later(one, now) <= 0).OrderByDescending(one => one.Until ?? one.Date, StringComparer.Ordinal).FirstOrDefault()
                ?? told.Where(one => one.Person != now.Person && one.Event != TenureEvent.First && Later(one, now) <= 0).OrderByDescending(one => one.Until ?? one.Date, StringComparer.Ordinal).FirstOrDefault();
    }

    // Who is told to have left it where the other took it.
    static ToldTenure? Before(List<ToldTenure> told, string person)
    {
        var taking = told.Where(one => one.Person == person && one.Event is TenureEvent.Takes).OrderBy(one => one.Date, StringComparer.Ordinal);
        foreach (var took in taking)
        {
            if (told.Find(one => one.Person != person && IsEnd(one) && one.Sentence.Passage.DocumentId == took.Sentence.Passage.DocumentId) is { } left)
                return left;
        }

        return null;
    }

    static ToldTenure? After(List<ToldTenure> told, string person)
    {
        foreach (var left in told.Where(one => one.Person == person && IsEnd(one)))
        {
            if (told.Find(one => one.Person != person && one.Event == TenureEvent.Takes && one.Sentence.Passage.DocumentId == left.Sentence.Passage.DocumentId) is { } took)
                return took;
        }

        return null;
    }

    static ToldTenure? FirstOfTable(List<ToldTenure> told) => told.Where(one => one.Until is not null).OrderBy(one => one.Date, StringComparer.Ordinal).FirstOrDefault();

    static ToldTenure? InYear(List<ToldTenure> told, int year)
    {
        var asked = year.ToString(CultureInfo.InvariantCulture);
        if (told.Find(one => one.Until is { } until && string.CompareOrdinal(one.Date, asked) <= 0 && string.CompareOrdinal(until, asked) > 0) is { } row)
            return row;
        var took = told.Where(one => one.Event == TenureEvent.Takes && one.Date.Length >= 4 && string.CompareOrdinal(one.Date[..4], asked) <= 0).OrderByDescending(one => one.Date, StringComparer.Ordinal).FirstOrDefault();

        // Whoever took it in that very year shares it with who left it.
        return took is null || took.Date[..4] == asked || told.Exists(one => one.Person == took.Person && IsEnd(one) && one.Date.Length >= 4 && string.CompareOrdinal(one.Date[..4], asked) <= 0 && Later(one, took) >= 0) ? null : took;
    }
}
