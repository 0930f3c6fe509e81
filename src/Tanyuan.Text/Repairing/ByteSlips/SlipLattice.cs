using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>
/// All readings of a stretch of text under the assumption that a byte was lost at a mark. From the mark on, each character is
/// made of the second byte of one character on the page and the first byte of the next; pairs that came out blank may have
/// vanished between any two. The reading falls in step again at a single byte: an ASCII character, which was the second byte of a
/// character, a <c>€</c> (byte 80), or a second mark. Before the mark and behind that place characters stand as they are.
/// </summary>
internal sealed class SlipLattice
{
    const double StartPenalty = 1;
    const double SilentPenalty = 3;
    const double CutPenalty = 6;
    const double GapPenalty = 1.5;
    const double LostSecondPenalty = 3;
    const double SecondMarkPenalty = 8;
    const double WidePenalty = 0.5;
    const char Lost = '\uFFFD';
    const int EuroByte = 0x80;

    static readonly GbkPairs Pairs = GbkPairs.Table;
    static readonly int[] Seconds = [.. Enumerable.Range(GbkPairs.FirstTrail, GbkPairs.LastByte - GbkPairs.FirstTrail + 1)];
    static readonly int[] BlankFirsts = [.. Enumerable.Range(0, 0x100).Where(first => Pairs.BlankSeconds[first].Length > 0)];

    readonly string text;
    readonly SlipStart? start;
    readonly Dictionary<(SlipNodeKind Kind, int Index, int Carry), SlipNode> known = [];
    readonly List<SlipNode>[] layers;

    /// <summary>The lattice of a range of a text as it stands, or with a byte lost at <paramref name="start"/>.</summary>
    public SlipLattice(string text, int first, int end, SlipStart? start)
    {
        (this.text, First, End, this.start) = (text, first, end, start);
        layers = [.. Enumerable.Range(0, (end - first + 1) * 3).Select(_ => new List<SlipNode>())];
        Aligned(first);
    }

    /// <summary>Where the range begins.</summary>
    public int First { get; }

    /// <summary>Where the range ends.</summary>
    public int End { get; }

    /// <summary>The nodes known so far of one kind at one place. More may be added, never before the node whose edges are asked for.</summary>
    public List<SlipNode> NodesAt(int index, SlipNodeKind kind) => layers[((index - First) * 3) + (int)kind];

    /// <summary>The edges that lead on from a node.</summary>
    public List<SlipEdge> EdgesOf(SlipNode node)
    {
        if (node.Edges is { } edges)
            return edges;

        node.Edges = edges = [];
        if (node.Kind == SlipNodeKind.Slipped)
            AddSlippedEdges(edges, [node.Carry], node.Index, 0);
        else if (start is not null && node.Index == start.Mark)
            AddStartEdges(edges, start);
        else if (node.Index < End)
            edges.Add(new(Aligned(node.Index + 1), [text[node.Index]], 0, false));
        return edges;
    }

    void AddStartEdges(List<SlipEdge> edges, SlipStart from)
    {
        AddSlippedEdges(edges, from.Leads, from.Next, StartPenalty);
        if (!from.IsOrphan && Pairs.EncodeWide(text[from.Mark]) != 0)
            AddSlippedEdges(edges, from.Leads, from.Mark, StartPenalty + SilentPenalty);
    }

    /// <summary>Adds the characters whose first byte is given by what comes before, and whose second one stands at <paramref name="index"/>.</summary>
    void AddSlippedEdges(List<SlipEdge> edges, int[] leads, int index, double penalty)
    {
        if (index == End)
        {
            AddCutEdge(edges, leads, index, penalty + CutPenalty);
            return;
        }

        var unit = text[index];
        if (unit is '?' or Lost)
            AddMarkEdges(edges, leads, index, penalty);
        else if (unit < '@')
            AddCutEdge(edges, leads, index, penalty + CutPenalty);
        AddReadableEdges(edges, leads, index, penalty);
        var uncertain = new List<SlipEdge>();
        foreach (var first in BlankFirsts)
        {
            if (!MayPrecede(leads, first))
                continue;
            var behind = new List<SlipEdge>();
            AddReadableEdges(behind, Pairs.BlankSeconds[first], index, 0);
            behind = OnlyCommon(behind);
            if (behind.Count > 0)
                AddEdge(leads.Length > 1 ? uncertain : edges, leads, [first], Between(index, behind), penalty + GapPenalty);
        }

        edges.AddRange(OnlyCommon(uncertain));
    }

    /// <summary>Where half of a character vanished, only common ones are worth a thought; there are dozens of others to each.</summary>
    static List<SlipEdge> OnlyCommon(List<SlipEdge> edges) =>
        [.. edges.Where(edge => Array.Exists(edge.Options, IsCommon)).Select(edge => edge with { Options = Array.FindAll(edge.Options, IsCommon) })];

    static bool MayPrecede(int[] leads, int second)
    {
        foreach (var lead in leads)
        {
            if (Pairs.Decode(lead, second) != 0)
                return true;
        }

        return false;
    }

    static bool IsCommon(char character) => UnitClasses.Of(character) != UnitClass.Han || UnitClasses.IsCommon(character);

    void AddReadableEdges(List<SlipEdge> edges, int[] leads, int index, double penalty)
    {
        var unit = text[index];
        var pair = Pairs.Encode(unit);
        if (unit == '€')
            AddEdge(edges, leads, [EuroByte], Aligned(index + 1), penalty);
        else if (unit is >= '@' and <= '~')
            AddEdge(edges, leads, [unit], Aligned(index + 1), penalty);
        else if (pair == 0 && (pair = Pairs.EncodeWide(unit)) != 0)
            penalty += WidePenalty;
        if (pair == 0)
            return;

        var second = pair & 0xFF;
        AddEdge(edges, leads, [pair >> 8], second < 0x80
            ? Between(index, [new(Aligned(index + 1), [(char)second], 0, true)])
            : Node(SlipNodeKind.Slipped, index + 1, second), penalty);
    }

    /// <summary>A mark stands for a first byte and what it took with it: an ASCII character, nothing before one, or another first byte.</summary>
    void AddMarkEdges(List<SlipEdge> edges, int[] leads, int index, double penalty)
    {
        var next = index + 1 < End ? text[index + 1] : '\n';
        if (next < '@')
        {
            AddCutEdge(edges, leads, index + 1, penalty + LostSecondPenalty);
            return;
        }

        if (leads.Length > 1)
            return;
        AddEdge(edges, leads, Seconds, Between(index, [new(Aligned(index + 1), [Lost], 0, true)]), penalty + LostSecondPenalty);
        var behind = new List<SlipEdge>();
        AddReadableEdges(behind, start!.Leads, index + 1, 0);
        AddEdge(edges, leads, Seconds, Between(index, behind), penalty + SecondMarkPenalty);
    }

    void AddCutEdge(List<SlipEdge> edges, int[] leads, int next, double penalty)
    {
        if (leads.Length == 1)
            AddEdge(edges, leads, Seconds, Aligned(next), penalty);
    }

    static void AddEdge(List<SlipEdge> edges, int[] leads, int[] seconds, SlipNode to, double penalty)
    {
        var options = new char[leads.Length * seconds.Length];
        var count = 0;
        foreach (var lead in leads)
        {
            foreach (var second in seconds)
            {
                options[count] = Pairs.Decode(lead, second);
                count += options[count] == 0 ? 0 : 1;
            }
        }

        Array.Resize(ref options, count);
        if (options.Length > 0)
            edges.Add(new(to, options, penalty, true));
    }

    SlipNode Aligned(int index) => Node(SlipNodeKind.Aligned, index, 0);

    SlipNode Between(int index, List<SlipEdge> edges)
    {
        var node = new SlipNode(SlipNodeKind.Between, index, 0) { Edges = edges };
        NodesAt(index, SlipNodeKind.Between).Add(node);
        return node;
    }

    SlipNode Node(SlipNodeKind kind, int index, int carry)
    {
        if (!known.TryGetValue((kind, index, carry), out var node))
        {
            known.Add((kind, index, carry), node = new(kind, index, carry));
            NodesAt(index, kind).Add(node);
        }

        return node;
    }
}
