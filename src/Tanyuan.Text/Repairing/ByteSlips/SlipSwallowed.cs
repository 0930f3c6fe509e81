namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>
/// The ASCII character that a mark took along, where the line tells it: a bracket or quotation that is closed further on but nowhere opened.
/// Letters are not taken along: they make pairs.
/// </summary>
internal static class SlipSwallowed
{
    const string Brackets = "()（）";

    /// <summary>The character; NUL where nothing tells it.</summary>
    /// <param name="text">The page.</param>
    /// <param name="mark">Where the mark stands.</param>
    public static char At(ReadOnlySpan<char> text, int mark)
    {
        var before = text[(text[..mark].LastIndexOf('\n') + 1)..mark];
        var behind = text[(mark + 1)..];
        if (behind.IndexOf('\n') is var end and >= 0)
            behind = behind[..end];
        if (behind.IndexOfAny(Brackets) is var next and >= 0 && behind[next] is ')' or '）')
            return before.LastIndexOfAny(Brackets) is var last and >= 0 && before[last] is '(' or '（' ? '\0' : '(';
        return before.Count('"') % 2 == 0 && behind.Count('"') % 2 == 1 ? '"' : '\0';
    }
}
