using System.Buffers;

namespace Tanyuan.Pages.TextPages;

/// <summary>
/// Tells where a converter broke the lines of a page at its links: it wrote each piece of text on a line of its own, so a sentence with a link in it is three lines.
/// The sign is a line that begins with a mark that none begins with. Where some do, a line goes on in the next that begins so, from an open bracket, and around what may be the
/// link of a sentence that did not end.
/// </summary>
internal static class LinkBreaks
{
    const int FewestSigns = 2;
    const int LongestLink = 12;
    const int ShortestSentence = 12;

    static readonly SearchValues<char> Signs = SearchValues.Create("，。、；）”」』》】！？");
    static readonly SearchValues<char> Joints = SearchValues.Create("，、（“「『《【(");
    // No sentence ends in one of these.
    static readonly SearchValues<char> Unfinished = SearchValues.Create("的在从從由与與和对對向给給把被为為以是于於及或让讓将將照");
    static readonly SearchValues<char> Marks = SearchValues.Create("，。；");

    /// <summary>For each line whether it goes on in the next; null where lines are not broken so.</summary>
    public static bool[]? Of(string page, List<(int Start, int End, bool BlankBefore)> lines)
    {
        var signs = 0;
        foreach (var line in lines)
            signs += Signs.Contains(TextOf(line)[0]) ? 1 : 0;
        if (signs < FewestSigns)
            return null;

        var goesOn = new bool[lines.Count];
        var start = 0;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            goesOn[i] = GoesOn(page.AsSpan(lines[start].Start, lines[i].End - lines[start].Start).Trim(), i);
            start = goesOn[i] ? start : i + 1;
        }

        return goesOn;

        ReadOnlySpan<char> TextOf((int Start, int End, bool BlankBefore) line) => page.AsSpan(line.Start, line.End - line.Start).Trim();

        bool GoesOn(ReadOnlySpan<char> sentence, int i)
        {
            var next = TextOf(lines[i + 1]);
            if (Signs.Contains(next[0]) || next[0] == '：')
                return true;
            if (lines[i + 1].BlankBefore || LinePunctuation.EndsSentence(sentence))
                return false;
            if (Joints.Contains(sentence[^1]) || Unfinished.Contains(sentence[^1]) || HasOpenBracket(sentence))
                return true;
            if (!sentence.ContainsAny(Marks) || sentence[^1] is '：' or ':' || !char.IsLetterOrDigit(next[0]))
                return false;
            var isBehindLink = start < i && TextOf(lines[i]).Length <= LongestLink;
            return isBehindLink ? next.ContainsAny(Marks)
                : sentence.Length >= ShortestSentence && next.Length <= LongestLink && i + 2 < lines.Count && Signs.Contains(TextOf(lines[i + 2])[0]);
        }
    }

    static bool HasOpenBracket(ReadOnlySpan<char> text) => text.LastIndexOfAny("（“「《") is var open and >= 0 && text[open..].IndexOfAny("）”」》") < 0;
}
