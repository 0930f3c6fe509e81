using System.Text.RegularExpressions;
using Tanyuan.Pages.Extraction;
using Tanyuan.Pages.Metadata;

namespace Tanyuan.Pages.Markdown;

/// <summary>
/// Reads Markdown (CommonMark with tables and YAML front matter) as the article that it is: a line a paragraph, list item or table row. Marks
/// go, words stay. Code keeps its lines as they are. Title, date and author come from the front matter, else the title is the first heading.
/// </summary>
internal static partial class MarkdownReader
{
    const int LongestFrontMatter = 200;

    /// <summary>Reads a page.</summary>
    public static ExtractedPage Read(string markdown)
    {
        var source = markdown.ReplaceLineEndings("\n").Split('\n');
        var drops = new List<Drop>();
        var body = FrontMatter(source, out var matter);
        if (body > 0)
            drops.Add(new Drop("front-matter", string.Join('\n', source[..body])));

        var lines = Lines(source.AsSpan(body), drops, out var title);
        if (matter.GetValueOrDefault("title") is { Length: > 0 } given)
        {
            // The heading that repeats the title is the title, not the text.
            if (title is not null && lines.Count > 0 && lines[0] == title)
                lines.RemoveAt(0);
            title = given;
        }
        else if (title is not null && lines.Count > 1 && lines[0] == title)
        {
            lines.RemoveAt(0);
        }
        else
        {
            title = null;
        }

        if (lines.Count == 0)
            return new ExtractedPage([], drops);
        return new ExtractedPage(
            [new ExtractedDocument(
                title ?? "", string.Join('\n', lines), DateParser.Parse(matter.GetValueOrDefault("date")), matter.GetValueOrDefault("author"),
                matter.GetValueOrDefault("site"), matter.GetValueOrDefault("url"), [], drops)],
            []);
    }

    static int FrontMatter(string[] source, out Dictionary<string, string> matter)
    {
        matter = new(StringComparer.OrdinalIgnoreCase);
        if (source[0].TrimStart('\uFEFF').TrimEnd() != "---")
            return 0;
        for (var i = 1; i < Math.Min(source.Length, LongestFrontMatter); i++)
        {
            if (source[i].TrimEnd() is "---" or "...")
                return i + 1;
            var colon = source[i].IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && !char.IsWhiteSpace(source[i][0]))
                matter[source[i][..colon].Trim()] = source[i][(colon + 1)..].Trim().Trim('"', '\'');
        }

        matter.Clear();
        return 0;
    }

    static List<string> Lines(ReadOnlySpan<string> source, List<Drop> drops, out string? title)
    {
        var lines = new List<string>();
        var paragraph = new List<string>();
        title = null;
        string? fence = null;
        foreach (var raw in source)
        {
            var line = raw.TrimEnd();
            if (fence is not null)
            {
                if (line.Trim().StartsWith(fence, StringComparison.Ordinal) && line.Trim().Trim(fence[0]).Length == 0)
                    fence = null;
                else if (line.Length > 0)
                    lines.Add(line);
                continue;
            }

            var content = Quote().Replace(line, "");
            if (Fence().Match(content) is { Success: true } opening)
            {
                Flush(paragraph, lines);
                fence = opening.Groups[1].Value;
            }
            else if (Underline().IsMatch(content) && paragraph.Count > 0)
            {
                var heading = Flush(paragraph, lines);
                title ??= lines.Count == 1 ? heading : null;
            }
            else if (content.Trim().Length == 0 || Rule().IsMatch(content))
            {
                Flush(paragraph, lines);
            }
            else if (Heading().Match(content) is { Success: true } marked)
            {
                Flush(paragraph, lines);
                paragraph.Add(marked.Groups[1].Value);
                var heading = Flush(paragraph, lines);
                title ??= lines.Count == 1 ? heading : null;
            }
            else if (Definition().IsMatch(content))
            {
                Flush(paragraph, lines);
                drops.Add(new Drop("link-definition", content.Trim()));
            }
            else if (content.TrimStart().StartsWith('|') || TableBorder().IsMatch(content))
            {
                Flush(paragraph, lines);
                if (!TableBorder().IsMatch(content))
                    lines.Add(string.Join('\t', content.Trim().Trim('|').Split('|').Select(cell => MarkdownInline.Read(cell.Trim()))));
            }
            else if (Item().Match(content) is { Success: true } item)
            {
                Flush(paragraph, lines);
                paragraph.Add(content[item.Length..]);
            }
            else
            {
                paragraph.Add(content.Trim());
            }
        }

        Flush(paragraph, lines);
        return lines;
    }

    static string? Flush(List<string> paragraph, List<string> lines)
    {
        if (paragraph.Count == 0)
            return null;
        var text = MarkdownInline.Read(MarkdownInline.Join(paragraph));
        paragraph.Clear();
        if (text.Length > 0)
            lines.Add(text);
        return text;
    }

    [GeneratedRegex(@"^ {0,3}(?:> ?)+")]
    private static partial Regex Quote();

    [GeneratedRegex(@"^ {0,3}(`{3,}|~{3,})")]
    private static partial Regex Fence();

    [GeneratedRegex(@"^ {0,3}(?:=+|-+)\s*$")]
    private static partial Regex Underline();

    [GeneratedRegex(@"^ {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^ {0,3}#{1,6}(?:\s+(.*?))?(?:\s+#+)?\s*$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^ {0,3}\[[^\]^]+\]:\s*\S+")]
    private static partial Regex Definition();

    [GeneratedRegex(@"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?\s*$")]
    private static partial Regex TableBorder();

    [GeneratedRegex(@"^\s*(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?")]
    private static partial Regex Item();
}
