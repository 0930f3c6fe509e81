using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Tanyuan.Pages.Markdown;

/// <summary>The words of a line of Markdown, without the marks of emphasis, links, pictures, code and inline HTML.</summary>
internal static partial class MarkdownInline
{
    const char FirstChinese = '\u2E80';

    static readonly char[] Marking = ['*', '_', '~', '`', '['];

    /// <summary>The line as it reads.</summary>
    public static string Read(string line)
    {
        var text = new StringBuilder(line.Length);
        var at = 0;
        while (at < line.Length && Code().Match(line, at) is { Success: true } code)
        {
            text.Append(Marks(line[at..code.Index])).Append(code.Groups[2].Value.Trim());
            at = code.Index + code.Length;
        }

        return text.Append(Marks(line[at..])).ToString().Trim();
    }

    /// <summary>The lines of a paragraph as one; between Chinese characters a line break is no blank.</summary>
    public static string Join(List<string> lines)
    {
        var text = new StringBuilder(lines[0].Trim());
        foreach (var line in lines.Skip(1).Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            var isChinese = text.ToString().TrimEnd(Marking) is [.., >= FirstChinese] && line.TrimStart(Marking) is [>= FirstChinese, ..];
            if (!isChinese)
                text.Append(' ');
            text.Append(line);
        }

        return text.ToString();
    }

    static string Marks(string line)
    {
        if (line.IndexOfAny(['[', '<', '*', '_', '~', '\\', '&']) < 0)
            return line;
        line = Link().Replace(line, "$1");
        line = Address().Replace(line, "$1");
        line = Tag().Replace(line, "");
        line = Strong().Replace(line, "$2");
        line = Emphasis().Replace(line, "$2");
        line = Underscored().Replace(line, "$2");
        return WebUtility.HtmlDecode(Escape().Replace(line, "$1"));
    }

    [GeneratedRegex(@"(`+)(?!`)((?:(?!\1)[^\n])*?[^`])\1(?!`)")]
    private static partial Regex Code();

    [GeneratedRegex(@"!?\[((?:[^\[\]\\]|\\.)*)\](?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+(?:""[^""]*""|'[^']*'))?\)|\[[^\[\]]*\])")]
    private static partial Regex Link();

    [GeneratedRegex(@"<((?:https?://|mailto:)[^\s<>]+)>")]
    private static partial Regex Address();

    [GeneratedRegex(@"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"(\*\*|__|~~)(?=\S)([^\n]*?\S)\1")]
    private static partial Regex Strong();

    [GeneratedRegex(@"(?<![\\*])(\*)(?=[^\s*])([^*\n]*?[^\s*])\1(?!\*)")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"(?<![\\\w])(_)(?=[^\s_])([^_\n]*?[^\s_])\1(?!\w)")]
    private static partial Regex Underscored();

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])")]
    private static partial Regex Escape();
}
