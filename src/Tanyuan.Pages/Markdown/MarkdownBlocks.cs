using System.Text.RegularExpressions;
using Tanyuan.Pages.Extraction;

namespace Tanyuan.Pages.Markdown;

/// <summary>Reads the lines of Markdown into blocks: headings, paragraphs, lists, tables, quotations and code.</summary>
internal sealed partial class MarkdownBlocks
{
    readonly List<string> paragraph = [];
    readonly List<Drop> drops;
    DocumentBlockKind kind;
    string? fence;
    bool isApart;

    MarkdownBlocks(List<Drop> drops) => this.drops = drops;

    /// <summary>The text with its blocks.</summary>
    public StructuredText Text { get; } = new();

    /// <summary>The heading that the text opens with, or null.</summary>
    public string? Title { get; private set; }

    /// <summary>Reads some lines; what of them is no text goes to the drops.</summary>
    public static MarkdownBlocks Read(ReadOnlySpan<string> source, List<Drop> drops)
    {
        var blocks = new MarkdownBlocks(drops);
        foreach (var line in source)
        {
            if (blocks.fence is null)
                blocks.Take(line.TrimEnd());
            else
                blocks.TakeCode(line.TrimEnd());
        }

        blocks.Flush();
        return blocks;
    }

    void TakeCode(string line)
    {
        if (line.Trim().StartsWith(fence!, StringComparison.Ordinal) && line.Trim().Trim(fence![0]).Length == 0)
        {
            (fence, isApart) = (null, true);
            return;
        }

        Text.Add(line, DocumentBlockKind.Code, goesOn: !isApart);
        isApart &= line.Length == 0;
    }

    void Take(string line)
    {
        var content = Quote().Replace(line, "");
        if (Fence().Match(content) is { Success: true } opening)
        {
            Flush();
            (fence, isApart) = (opening.Groups[1].Value, true);
        }
        else if (Underline().IsMatch(content) && paragraph.Count > 0)
        {
            TakeHeading();
        }
        else if (content.Trim().Length == 0 || Rule().IsMatch(content))
        {
            Flush();
            isApart = true;
        }
        else if (Heading().Match(content) is { Success: true } marked)
        {
            Flush();
            paragraph.Add(marked.Groups[1].Value);
            TakeHeading();
        }
        else if (Definition().IsMatch(content))
        {
            Flush();
            drops.Add(new Drop("link-definition", content.Trim()));
        }
        else if (content.TrimStart().StartsWith('|') || TableBorder().IsMatch(content))
        {
            Flush();
            if (!TableBorder().IsMatch(content))
                Text.Add(string.Join('\t', content.Trim().Trim('|').Split('|').Select(cell => MarkdownInline.Read(cell.Trim()))), DocumentBlockKind.Table, goesOn: !isApart);
            isApart = false;
        }
        else if (Item().Match(content) is { Success: true } item)
        {
            Flush();
            kind = DocumentBlockKind.List;
            paragraph.Add(content[item.Length..]);
        }
        else
        {
            if (paragraph.Count == 0)
                kind = content.Length == line.Length ? DocumentBlockKind.Paragraph : DocumentBlockKind.Quote;
            paragraph.Add(content.Trim());
        }
    }

    void TakeHeading()
    {
        kind = DocumentBlockKind.Heading;
        var heading = Flush();
        Title ??= Text.Count == 1 ? heading : null;
    }

    string? Flush()
    {
        if (paragraph.Count == 0)
            return null;
        var text = MarkdownInline.Read(MarkdownInline.Join(paragraph));
        paragraph.Clear();

        // Items of a list may stand apart; a quotation's paragraphs, too.
        Text.Add(text, kind, goesOn: kind is DocumentBlockKind.List or DocumentBlockKind.Quote);
        isApart = false;
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
