namespace Tanyuan.Pages.Html;

/// <summary>
/// Sums of the open lines' weights over any block of a page in constant time, by running totals over the lines. A line counts as prose by its
/// own punctuation, or, at half its weight, as one of a run of plain lines in one place: verse, lyrics and posts that are written a clause a line.
/// </summary>
internal sealed class PageMass
{
    const int ShortestRun = 5;
    const float LightestRun = 60;

    readonly float[] prose;
    readonly float[] weight;
    readonly float[] link;

    /// <summary>Adds up the lines that are open now.</summary>
    public PageMass(IReadOnlyList<Line> lines)
    {
        prose = new float[lines.Count + 1];
        weight = new float[lines.Count + 1];
        link = new float[lines.Count + 1];
        var runs = Runs(lines);
        for (var index = 0; index < lines.Count; index++)
        {
            var line = lines[index];
            var measure = line.Measure;
            prose[index + 1] = prose[index] + (!line.IsOpen ? 0 : measure.IsProse ? measure.FreeWeight : runs[index] ? measure.FreeWeight / 2 : 0);
            weight[index + 1] = weight[index] + (line.IsOpen ? measure.Weight : 0);
            link[index + 1] = link[index] + (line.IsOpen ? measure.LinkWeight : 0);
        }
    }

    /// <summary>The weight of the page's prose outside links.</summary>
    public float Total => prose[^1];

    /// <summary>What a line adds to its block's prose.</summary>
    public float Prose(Line line) => prose[line.Index + 1] - prose[line.Index];

    /// <summary>The weight of the prose from one line up to another.</summary>
    public float Prose(int first, int end) => prose[end] - prose[first];

    /// <summary>The weight of a block's prose outside links.</summary>
    public float Prose(Block block) => prose[block.EndLine] - prose[block.FirstLine];

    /// <summary>The weight of all of a block's text.</summary>
    public float Weight(Block block) => weight[block.EndLine] - weight[block.FirstLine];

    /// <summary>The weight of a block's text in links.</summary>
    public float Link(Block block) => link[block.EndLine] - link[block.FirstLine];

    /// <summary>The share of a block's text that stands in links.</summary>
    public float LinkDensity(Block block) => Weight(block) is > 0 and var all ? Link(block) / all : 0;

    /// <summary>The share of a block's text that is prose.</summary>
    public float ProseDensity(Block block) => Weight(block) is > 0 and var all ? Prose(block) / all : 0;

    static bool[] Runs(IReadOnlyList<Line> lines)
    {
        var runs = new bool[lines.Count];
        var first = 0;
        while (first < lines.Count)
        {
            if (!IsPlain(lines[first]))
            {
                first++;
                continue;
            }

            var place = PlaceOf(lines[first].Block);
            var (end, sum) = (first, 0f);
            while (end < lines.Count && IsPlain(lines[end]) && PlaceOf(lines[end].Block) == place)
                sum += lines[end++].Measure.FreeWeight;
            if (end - first >= ShortestRun && sum >= LightestRun)
                Array.Fill(runs, true, first, end - first);
            first = end;
        }

        return runs;
    }

    static bool IsPlain(Line line) =>
        line.IsOpen && line.Measure.LinkDensity < 0.2f && line.Block.Tag is not ("li" or "td" or "tr" or "dd" or "dt" or "option" or "a" or "label");

    static Block PlaceOf(Block block) => block.Tag is "p" or "center" && block.Parent is { } parent ? parent : block;
}
