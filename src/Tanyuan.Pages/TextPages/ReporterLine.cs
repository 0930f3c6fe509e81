using System.Text.RegularExpressions;
using Tanyuan.Text.Words;

namespace Tanyuan.Pages.TextPages;

/// <summary>
/// Reads the line under a headline that runs label, reporters, place and verb together, as in <c>本报记者某某某某某某北京报道</c>. The place is
/// the longest word of the dictionary at the end, else the last two characters; what stands before it is names of two or three characters.
/// </summary>
internal static partial class ReporterLine
{
    const int ShortestPlace = 2;

    /// <summary>The reporters joined by <c>、</c>, or null where the line is none of these.</summary>
    public static string? Authors(string line)
    {
        if (line is not ['本' or '记' or '記', ..])
            return null;
        var match = Glued().Match(line);
        if (!match.Success)
            return null;

        var run = match.Groups["run"].Value;
        var names = run[..^PlaceLength(run)];
        return names.Length switch
        {
            2 or 3 => names,
            4 => $"{names[..2]}、{names[2..]}",
            5 or 6 => $"{names[..3]}、{names[3..]}",
            _ => null,
        };
    }

    static int PlaceLength(string run)
    {
        for (var length = Math.Min(4, run.Length - 2); length > ShortestPlace; length--)
        {
            if (WordSegmenter.Default.Frequency(run.AsSpan(run.Length - length)) > 0)
                return length;
        }

        return ShortestPlace;
    }

    [GeneratedRegex(@"^(?:本报|本報|本刊|本网|本網|本台|本社)?(?:记者|記者)\s*(?<run>\p{IsCJKUnifiedIdeographs}{4,10})(?:报道|報道|報導)$", RegexOptions.CultureInvariant)]
    private static partial Regex Glued();
}
