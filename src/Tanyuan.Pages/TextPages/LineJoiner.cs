using System.Text;
using Tanyuan.Text.Repairing;

namespace Tanyuan.Pages.TextPages;

/// <summary>
/// Joins chosen slices of a repaired page to one text and carries the repairs along, so that their offsets lie in the joined text and
/// undoing them gives what stood on the page. White space at the ends of a slice goes; a repair that lay there keeps what it took out,
/// with nothing in its place.
/// </summary>
/// <param name="page">The page.</param>
/// <param name="length">About how long the joined text becomes.</param>
internal sealed class LineJoiner(RepairedText page, int length)
{
    readonly StringBuilder text = new(length);
    readonly List<Repair> repairs = [];

    /// <summary>Appends a line, and what it was broken into as one.</summary>
    public void Append(PageLine line)
    {
        var start = line.Start;
        foreach (var end in line.Breaks.Append(line.End))
        {
            Append(start, end, goesOn: start > line.Start);
            start = end;
        }
    }

    /// <summary>Appends a slice, on a line of its own unless it goes on with the one before.</summary>
    public void Append(int start, int end, bool goesOn = false)
    {
        var content = page.Text.AsSpan(start, end - start);
        var contentStart = content.Length - content.TrimStart().Length;
        var contentEnd = contentStart + content.Trim().Length;
        if (text.Length > 0 && !goesOn)
            text.Append('\n');
        else if (goesOn && LineWrap.NeedsBlank([text[^1]], content[contentStart..contentEnd]))
            text.Append(' ');

        var offset = text.Length - contentStart;
        text.Append(content[contentStart..contentEnd]);
        if (page.Repairs.Count == 0)
            return;

        foreach (var repair in page.Slice(start, end - start).Repairs)
        {
            var first = Math.Clamp(repair.Start, contentStart, contentEnd);
            var last = Math.Clamp(repair.Start + repair.Length, first, contentEnd);
            repairs.Add(repair with { Start = first + offset, Length = last - first, After = page.Text[(start + first)..(start + last)] });
        }
    }

    /// <summary>The joined text.</summary>
    public RepairedText ToRepairedText() => new(text.ToString(), repairs);
}
