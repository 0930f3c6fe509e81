using Tanyuan.Pages.Extraction;
using Tanyuan.Pages.Metadata;

namespace Tanyuan.Pages.Markdown;

/// <summary>
/// Reads Markdown (CommonMark with tables and YAML front matter) as the article that it is: a line a paragraph, list item or table row. Marks
/// go, words stay. Code keeps its lines as they are. Title, date and author come from the front matter, else the title is the first heading.
/// </summary>
internal static class MarkdownReader
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

        var blocks = MarkdownBlocks.Read(source.AsSpan(body), drops);
        var (lines, title) = (blocks.Text, blocks.Title);
        if (matter.GetValueOrDefault("title") is { Length: > 0 } given)
        {
            // The heading that repeats the title is the title, not the text.
            if (title is not null && lines[0] == title)
                lines.RemoveFirst();
            title = given;
        }
        else if (title is not null && lines.Count > 1 && lines[0] == title)
        {
            lines.RemoveFirst();
        }
        else
        {
            title = null;
        }

        if (lines.Count == 0)
            return new ExtractedPage([], drops);
        return new ExtractedPage(
            [new ExtractedDocument(
                title ?? "", lines.ToString(), DateParser.Parse(matter.GetValueOrDefault("date")), matter.GetValueOrDefault("author"),
                matter.GetValueOrDefault("site"), matter.GetValueOrDefault("url"), [], drops) { Blocks = lines.Blocks }],
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
}
