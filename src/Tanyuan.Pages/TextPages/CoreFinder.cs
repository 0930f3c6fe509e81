using System.Buffers;
using Tanyuan.Pages.Html;

namespace Tanyuan.Pages.TextPages;

/// <summary>
/// Finds the stretch of a page that holds its running text: each line of it weighs what it is long, each line of another kind costs a little, heads of lists and comments
/// much, and the stretch is the heaviest (Pasternack and Roth 2009, maximum subsequences). Found once, it is weighed again with what shares its words.
/// </summary>
internal sealed class CoreFinder
{
    const int HeaviestLine = 400;
    const int WorthOfKin = 2;
    const int LeastCost = 4;
    const int MostCost = 14;
    const int CostOfFrame = 3;
    const int CostOfBorder = 200;
    const int FewestCommas = 2;
    const int FewestKinTerms = 2;
    const double ShareOfKin = 0.3;
    const int ShortestKin = 40;
    const int LinesOfHeading = 3;

    const int LongestHead = 24;
    const int LongestListHead = 16;
    const int EnoughForArticle = 200;

    // One of these is in every head of comments.
    static readonly SearchValues<char> SignsOfComments = SearchValues.Create("评留跟回说説說ckrtpjdlコ");

    readonly List<PageLine> lines;
    readonly bool[] running;
    readonly bool[] headsComments;
    readonly int[] weights;

    CoreFinder(List<PageLine> lines, int termCount)
    {
        this.lines = lines;
        Own = new bool[termCount];
        running = new bool[lines.Count];
        headsComments = new bool[lines.Count];
        weights = new int[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            running[i] = lines[i].IsOpen && lines[i].FrameRule is null && IsRunning(lines[i]);
            headsComments[i] = !running[i] && lines[i].Text.Length <= LongestHead && lines[i].Folded.AsSpan().ContainsAny(SignsOfComments) && Furniture.HeadsComments(lines[i].Text);
            weights[i] = Weight(i);
        }
    }

    /// <summary>The first line of the stretch; -1 where there is none.</summary>
    public int First { get; private set; } = -1;

    /// <summary>The first line right above that shares its words; the same one where there is none.</summary>
    public int Head { get; private set; } = -1;

    /// <summary>Its last line.</summary>
    public int Last { get; private set; } = -1;

    /// <summary>Which terms its running text holds.</summary>
    public bool[] Own { get; }

    /// <summary>Finds the running text of a page.</summary>
    public static CoreFinder Find(List<PageLine> lines, int termCount)
    {
        var core = new CoreFinder(lines, termCount);
        core.TakeHeaviest();
        if (core.First < 0)
            return core;
        core.CollectTerms(core.First);
        for (var i = 0; i < lines.Count; i++)
        {
            if (core.weights[i] < 0 && core.weights[i] > -CostOfBorder && lines[i].IsOpen && core.IsKin(lines[i]))
                core.weights[i] = WorthOfKin;
        }

        core.TakeHeaviest();
        core.BeginBelowHeading();
        core.CollectTerms(core.First);
        core.TakeInKin();
        return core;
    }

    /// <summary>Whether a line is running text. A headline of two clauses may have a mark between them.</summary>
    public static bool IsRunning(PageLine line) =>
        line.IsProse && (line.EndsSentence || line.Text.Contains('。') || LinePunctuation.CountCommas(line.Text) >= FewestCommas);

    /// <summary>Whether a line is the head of readers' comments.</summary>
    public bool HeadsComments(int index) => headsComments[index];

    /// <summary>Whether a line speaks of what the running text speaks of.</summary>
    public bool IsKin(PageLine line)
    {
        var shared = Shared(line);
        return shared >= FewestKinTerms && shared >= ShareOfKin * line.Terms.Length;
    }

    /// <summary>How many of its terms a line shares with the running text.</summary>
    public int Shared(PageLine line)
    {
        var shared = 0;
        foreach (var term in line.Terms)
            shared += Own[term] ? 1 : 0;
        return shared;
    }

    /// <summary>How many characters of running text stand from a line up to another.</summary>
    public int Mass(int from, int to)
    {
        var mass = 0;
        for (var i = from; i < to; i++)
            mass += running[i] ? lines[i].Text.Length : 0;
        return mass;
    }

    int Weight(int index)
    {
        var line = lines[index];
        if (running[index])
            return Math.Min(line.Text.Length, HeaviestLine);
        if (line.FrameRule == FrameFinder.ListHeadRule || headsComments[index] || (line.Text.Length <= LongestListHead && FrameSign.MayHeadList(line.Folded) && Furniture.HeadsRelated(line.Text)) || (line.Folded.AsSpan().ContainsAny("编审校") && line.Byline is { Editor: not null, IsWhole: true }))
            return -CostOfBorder;
        return line.IsOpen && line.FrameRule is null ? -Math.Clamp(line.Text.Length, LeastCost, MostCost) : -CostOfFrame;
    }

    void TakeHeaviest()
    {
        var (start, sum, best) = (0, 0, 0);
        for (var i = 0; i < weights.Length; i++)
        {
            if (sum <= 0)
                (start, sum) = (i, 0);
            sum += weights[i];
            if (sum > best)
                (First, Last, best) = (start, i, sum);
        }

        Head = First;
        while (First >= 0 && First < Last && !running[First])
            First++;
    }

    void CollectTerms(int first)
    {
        Array.Clear(Own);
        for (var i = first; i <= Last; i++)
        {
            if (!running[i])
                continue;
            foreach (var term in lines[i].Terms)
                Own[term] = true;
        }
    }

    // A headline with a byline below it opens the article, even where teasers with sentences stand above.
    void BeginBelowHeading()
    {
        var heading = -1;
        for (var i = First + 1; i < Last; i++)
        {
            if (running[i] || lines[i].Byline is not { IsWhole: true, Published: not null })
                continue;
            if (heading >= 0 && i > heading + LinesOfHeading)
                return;
            heading = i;
        }

        if (heading < 0 || Mass(First, heading) > Mass(heading, Last + 1))
            return;
        CollectTerms(heading);
        for (var i = heading - 1; i >= Math.Max(First, heading - LinesOfHeading); i--)
        {
            if (!running[i] && TitleSign.MayBeTitle(lines[i]) && IsKin(lines[i]))
            {
                First = heading + 1;
                Head = i;
                return;
            }
        }
    }

    // An article goes on behind a list of headlines, or opens before one, where what stands there speaks of the same things; where it is long already, what follows such a head does not belong to it.
    void TakeInKin()
    {
        var (first, last) = (First, Last);
        var isLong = Mass(first, last + 1) >= EnoughForArticle;
        for (var i = 0; i < lines.Count; i++)
        {
            if (i == first)
                i = last;
            else if (i > last && isLong && weights[i] == -CostOfBorder)
                return;
            else if (running[i] && lines[i].Text.Length >= ShortestKin && IsKin(lines[i]))
                (First, Last) = (Math.Min(First, i), Math.Max(Last, i));
        }
    }
}
