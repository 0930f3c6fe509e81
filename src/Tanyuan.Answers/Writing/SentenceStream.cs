using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Tanyuan.Text.Sentences;

namespace Tanyuan.Answers.Writing;

/// <summary>
/// Cuts what a model writes into sentences as it comes, with the citations of each: <c>[1]</c>, <c>[1][3]</c>, <c>[1, 3]</c>, <c>[1-3]</c>,
/// <c>【1】</c>, before or behind the full stop. Thoughts in <c>&lt;think&gt;</c>, headings, list marks and bold are taken off. A sentence is
/// given out once the next one begins, since its citations may stand behind its stop.
/// </summary>
internal sealed partial class SentenceStream
{
    const int MostCitations = 20;

    readonly StringBuilder pending = new();
    bool thinking;

    /// <summary>Takes more text, and gives the sentences that are complete.</summary>
    public List<WrittenSentence> Push(string text)
    {
        pending.Append(text);
        SkipThoughts();
        return Take(isEnd: false);
    }

    /// <summary>Gives what is left at the end.</summary>
    public List<WrittenSentence> Finish()
    {
        SkipThoughts();
        return thinking ? [] : Take(isEnd: true);
    }

    List<WrittenSentence> Take(bool isEnd)
    {
        var found = new List<WrittenSentence>();
        if (thinking)
            return found;
        var text = LateCitations().Replace(pending.ToString(), "$2$1 ");
        var whole = isEnd ? text.Length : EndOfWhole(text);
        foreach (var span in SentenceSplitter.Split(text[..whole]))
        {
            if (Read(span.Of(text)) is { } sentence)
                found.Add(sentence);
        }

        pending.Clear().Append(text, whole, text.Length - whole);
        return found;
    }

    // Where the last sentence begins that may still go on, or have citations to come.
    static int EndOfWhole(string text)
    {
        var spans = SentenceSplitter.Split(text);
        if (spans.Count < 2)
            return 0;
        var last = spans[^1].Start;
        return text[last] is '[' or '【' or '［' ? spans[^2].Start : last;
    }

    static WrittenSentence? Read(string written)
    {
        var citations = new List<int>();
        foreach (Match mark in Citation().Matches(written))
        {
            foreach (Match range in Range().Matches(mark.Value))
            {
                var first = Number(range.Groups[1]);
                var last = range.Groups[2].Success ? Number(range.Groups[2]) : first;
                for (var number = first; number <= last && citations.Count < MostCitations; number++)
                    citations.Add(number);
            }
        }

        var text = Citation().Replace(written, "").Replace("**", "", StringComparison.Ordinal).Replace("__", "", StringComparison.Ordinal);
        if (Heading().IsMatch(text))
            return null;
        text = SpaceBeforeStop().Replace(ListMark().Replace(text, ""), "$1").Trim();
        return text.Any(char.IsLetterOrDigit) ? new WrittenSentence(text, [.. citations.Distinct()]) : null;
    }

    static int Number(Group group) => int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue - MostCitations;

    void SkipThoughts()
    {
        while (true)
        {
            var text = pending.ToString();
            var mark = thinking ? "</think>" : "<think>";
            var at = text.IndexOf(mark, StringComparison.Ordinal);
            if (at < 0)
                return;
            pending.Clear().Append(thinking ? text[(at + mark.Length)..] : text);
            if (!thinking)
                pending.Remove(at, mark.Length);
            thinking = !thinking;
        }
    }

    [GeneratedRegex(@"([。！？!?.]+[”」』’""]*)[ \t]*((?:[\[【［]\s*\^?\d[\d\s,，、;–\-\^]*[\]】］][ \t]*)+)", RegexOptions.CultureInvariant)]
    private static partial Regex LateCitations();

    [GeneratedRegex(@"\s*[\[【［]\s*\^?\d[\d\s,，、;–\-\^]*[\]】］]", RegexOptions.CultureInvariant)]
    private static partial Regex Citation();

    [GeneratedRegex(@"(\d+)(?:\s*[–\-]\s*(\d+))?", RegexOptions.CultureInvariant)]
    private static partial Regex Range();

    [GeneratedRegex(@"^\s*(?:[-*•·]\s+|\d{1,2}[.)、]\s*(?=\D)|[（(]\d{1,2}[)）]\s*|#+\s*)+", RegexOptions.CultureInvariant)]
    private static partial Regex ListMark();

    [GeneratedRegex(@"^\s*#{1,6}\s", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\s+([。．.!?！？，,；;])", RegexOptions.CultureInvariant)]
    private static partial Regex SpaceBeforeStop();
}
