using System.Buffers;

namespace Tanyuan.Pages.TextPages;

/// <summary>What the punctuation of a line says about it.</summary>
internal static class LinePunctuation
{
    const int LongestCredit = 30;
    const int LongestLink = 8;
    const string Closers = "”’」』\"'）)】]〕》>】…~ 　";

    static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。！？!?.;；…");
    static readonly SearchValues<char> FullStops = SearchValues.Create("。！？；");
    static readonly SearchValues<char> Commas = SearchValues.Create("，,、");

    /// <summary>Whether the line ends as a sentence ends, closing quotes and brackets aside.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> line)
    {
        if (line.EndsWith("…") || line.EndsWith("—"))
            return true;

        return EndsInMark(line) || EndsInMark(WithoutCredit(line));
    }

    static bool EndsInMark(ReadOnlySpan<char> line)
    {
        var core = line.TrimEnd(Closers);
        return core.Length > 0 && SentenceEnds.Contains(core[^1]);
    }

    /// <summary>The line without a link in brackets behind the dots that it breaks off with, such as <c>…[详细]</c>.</summary>
    public static ReadOnlySpan<char> WithoutLink(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty || line[^1] is not (']' or '】' or ')' or '）'))
            return line;
        var open = line.LastIndexOfAny("[【(（");
        return open > 0 && line.Length - open <= LongestLink && BreaksOff(line[..open].TrimEnd()) ? line[..open].TrimEnd() : line;
    }

    /// <summary>Whether the line ends in dots.</summary>
    public static bool BreaksOff(ReadOnlySpan<char> line) => line.EndsWith("…") || line.EndsWith("...");

    // A translator, photographer or page number may stand in brackets behind the last sentence.
    static ReadOnlySpan<char> WithoutCredit(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd("0123456789 ");
        if (line.IsEmpty || line[^1] is not (')' or '）' or '】' or ']'))
            return line;

        var open = line.LastIndexOfAny("(（【[");
        return open > 0 && line.Length - open <= LongestCredit ? line[..open] : line;
    }

    /// <summary>Whether the line ends in a question or exclamation mark, as headlines may.</summary>
    public static bool IsQuestionOrCall(ReadOnlySpan<char> line)
    {
        var core = line.TrimEnd(Closers);
        return core.Length > 0 && core[^1] is '？' or '！' or '?' or '!';
    }

    /// <summary>Whether a Chinese sentence, or two English ones, end inside the line.</summary>
    public static bool HoldsSentence(ReadOnlySpan<char> line)
    {
        var stop = line.IndexOfAny(FullStops);
        if (stop >= 0 && (line[stop] is '。' or '；' || stop < line.Length - 1 && line.Length > 30))
            return true;

        var point = line.IndexOf(". ");
        return point > 20 && line.Length - point > 20;
    }

    /// <summary>How many commas stand in the line.</summary>
    public static int CountCommas(ReadOnlySpan<char> line)
    {
        var count = 0;
        for (var next = line.IndexOfAny(Commas); next >= 0; next = line.IndexOfAny(Commas))
        {
            count++;
            line = line[(next + 1)..];
        }

        return count;
    }
}
