using System.Buffers;
using System.Runtime.CompilerServices;
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
    const double GapPenalty = 0.7;
    const int LongList = 32;
    const double LostSecondPenalty = 3;
    const double SecondMarkPenalty = 8;
    const double WidePenalty = 0.5;

    // A comma between two pairs that vanished.
    const double UnseenPenalty = 1.4;
    const char Comma = '，';
    const char Lost = '\uFFFD';
    const int EuroByte = 0x80;

    // Where these stand, no fold took the full-width form of a mark away.
    static readonly SearchValues<char> WideMarks = SearchValues.Create('，', '？');

    static readonly GbkPairs Pairs = GbkPairs.Table;
    static readonly bool[] MayPrecedeComma = [.. Pairs.BlankClasses.Select(own => own.Seconds.Contains(Pairs.Encode(Comma) >> 8))];
    static readonly int ClassOfComma = Array.FindIndex(Pairs.BlankClasses, own => own.Firsts.Contains(Pairs.Encode(Comma) & 0xFF));

    readonly List<SlipNode> pool = [];
    readonly List<SlipNode> aligned = [];
    readonly List<SlipNode?> slipped = [];
    readonly List<SlipNode?> trailing = [];
    readonly List<List<SlipNode>> between = [];
    SlipEdge[] edges = new SlipEdge[1024];
    int edgeCount;
    int nodeCount;
    string text = "";
    SlipNode expanded = new();
    SlipStart? start;
    SlipAlphabet alphabet = null!;

    /// <summary>Where the range begins.</summary>
    public int First { get; private set; }

    /// <summary>Where the range ends.</summary>
    public int End { get; private set; }

    /// <summary>Begins the lattice of a range of a text.</summary>
    /// <param name="page">The text.</param>
    /// <param name="first">Where the range begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="from">Where a byte may have been lost; null for the text as it stands.</param>
    /// <param name="costs">What characters cost.</param>
    public void Begin(string page, int first, int end, SlipStart? from, SlipAlphabet costs)
    {
        (text, First, End, start, alphabet) = (page, first, end, from, costs);
        nodeCount = 0;
        edgeCount = 0;
        aligned.Clear();
        slipped.Clear();
        trailing.Clear();
        Aligned(first);
    }

    /// <summary>The node where characters stand for themselves.</summary>
    public SlipNode Aligned(int index)
    {
        if (aligned.Count <= index - First)
            GoOnTo(index);
        return aligned[index - First];
    }

    void GoOnTo(int index)
    {
        while (aligned.Count <= index - First)
        {
            var place = First + aligned.Count;
            aligned.Add(Node(SlipNodeKind.Aligned, place, 0));
            slipped.Add(null);
            trailing.Add(null);
            if (between.Count < aligned.Count)
                between.Add([]);
            between[aligned.Count - 1].Clear();
        }
    }

    /// <summary>The node where characters are read one byte off, if any reading comes there.</summary>
    public SlipNode? SlippedAt(int index) => index - First < slipped.Count ? slipped[index - First] : null;

    /// <summary>The node before a character that was a second byte, if any reading comes there.</summary>
    public SlipNode? TrailingAt(int index) => index - First < trailing.Count ? trailing[index - First] : null;

    /// <summary>The nodes between two characters; more may be added behind the one whose edges are asked for.</summary>
    public List<SlipNode> BetweenAt(int index)
    {
        Aligned(index);
        return between[index - First];
    }

    /// <summary>A node by its number.</summary>
    public SlipNode NodeAt(int number) => pool[number];

    /// <summary>An edge by its number.</summary>
    public ref readonly SlipEdge EdgeAt(int number) => ref edges[number];

    /// <summary>
    /// The beginnings of words that the many characters before a vanished pair make with those behind it; null for edges with fewer characters, which are as soon
    /// tried.
    /// </summary>
    public SlipBeginnings? Beginnings(in SlipEdge edge)
    {
        if (edge.Options.Items.Length < LongList || edge.To.Kind != SlipNodeKind.Between)
            return null;
        Expand(edge.To);
        return alphabet.Beginnings(edge.Options, edge.To.EdgeCount == 0 ? SlipOptions.None : edges[edge.To.FirstEdge].Options);
    }

    /// <summary>Sees to it that the edges which lead on from a node are known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Expand(SlipNode node)
    {
        if (node.FirstEdge == SlipNode.Unknown)
            AddEdges(node);
    }

    void AddEdges(SlipNode node)
    {
        (expanded, node.FirstEdge, node.Signs) = (node, edgeCount, 0);
        if (node.Kind == SlipNodeKind.Slipped)
            AddSlippedEdges(node.Carry, node.Index, 0);
        else if (node.Kind == SlipNodeKind.Between)
            AddEdgesBetween(node);
        else if (node.Kind == SlipNodeKind.Trailing)
            AddSingle(Aligned(node.Index + 1), (char)node.Carry, 0, true);
        else if (start is not null && node.Index == start.Mark)
            AddStartEdges(start);
        else if (node.Index < End)
            AddSingle(Aligned(node.Index + 1), text[node.Index], 0, false);
        node.EdgeCount = edgeCount - node.FirstEdge;
    }

    void Add(SlipNode to, SlipOptions options, double penalty, bool isSlip)
    {
        if (edgeCount == edges.Length)
            Array.Resize(ref edges, 2 * edges.Length);
        edges[edgeCount++] = new(expanded.Number, to, options, penalty, isSlip);
        expanded.Signs |= options.Signs;
    }

    void AddStartEdges(SlipStart from)
    {
        AddStartEdges(from, from.Next, StartPenalty);
        if (!from.IsOrphan && Pairs.EncodeWide(text[from.Mark]) != 0 && !text.AsSpan().ContainsAny(WideMarks))
            AddStartEdges(from, from.Mark, StartPenalty + SilentPenalty);
    }

    /// <summary>Adds the characters whose first byte was lost, and whose second one stands at <paramref name="index"/>.</summary>
    void AddStartEdges(SlipStart from, int index, double penalty)
    {
        if (from.Leads.Length == 1)
        {
            AddSlippedEdges(from.Leads[0], index, penalty);
            return;
        }

        if (index == End)
            return;
        if (index > from.Mark && !from.IsOrphan && IsCutMark(index))
            Add(alphabet.UnseenMarks, Aligned(index + 1), penalty + LostSecondPenalty);
        AddReadable(SlipLeads.Of(from.Leads), index, penalty);
        for (var blank = 0; blank < Pairs.BlankClasses.Length && GoesOnBehindGap(index); blank++)
        {
            Add(from.IsOrphan ? alphabet.Options(from.Leads, Pairs.BlankClasses[blank].Firsts, true) : alphabet.BeforeBlank(blank),
                Between(index, SlipLeads.FirstClass + blank), penalty + GapPenalty);
        }
    }

    /// <summary>Adds the characters whose first byte is given by what comes before, and whose second one stands at <paramref name="index"/>.</summary>
    void AddSlippedEdges(int lead, int index, double penalty)
    {
        if (index == End)
        {
            Add(alphabet.OfFirst(lead), Aligned(index), penalty + CutPenalty);
            return;
        }

        var unit = text[index];
        if (unit is '?' or Lost)
            AddMarkEdges(lead, index, penalty);
        else if (unit < '@')
            Add(alphabet.OfFirst(lead), Aligned(index), penalty + CutPenalty);
        AddReadable(SlipLeads.Of(lead), index, penalty);
        if (!GoesOnBehindGap(index))
            return;
        var gaps = alphabet.Gaps(lead);
        foreach (var blank in gaps.Classes)
            Add(alphabet.EndingBlank(lead, blank), Between(index, SlipLeads.FirstClass + blank), penalty + GapPenalty);
        expanded.Gaps = gaps;
    }

    /// <summary>A mark stands for a first byte and what it took with it: an ASCII character, nothing before one, or another first byte.</summary>
    void AddMarkEdges(int lead, int index, double penalty)
    {
        var next = index + 1 < End ? text[index + 1] : '\n';
        if (next < '@')
            Add(alphabet.OfFirst(lead), Aligned(index + 1), penalty + CutPenalty + LostSecondPenalty);
        if (next < '@' && (next == '\n' || SlipSwallowed.At(text, index) == '\0'))
            return;

        Add(alphabet.OfFirst(lead), Between(index, SlipLeads.LostCharacter), penalty + LostSecondPenalty);
        if (next >= '@')
            Add(alphabet.OfFirst(lead), Between(index, SlipLeads.SecondMark), penalty + SecondMarkPenalty);
    }

    void AddEdgesBetween(SlipNode node)
    {
        if (node.Carry == SlipLeads.LostCharacter)
            AddSingle(Aligned(node.Index + 1), Lost, 0, true);
        else if (node.Carry == SlipLeads.SecondMark)
            AddReadable(SlipLeads.Of(start!.Leads), node.Index + 1, 0);
        else if (node.Carry >= SlipLeads.FirstSecondClass)
            AddReadable(SlipLeads.BehindBlank(node.Carry - SlipLeads.FirstSecondClass), node.Index, 0);
        else
            AddEdgesBehindBlank(node.Carry - SlipLeads.FirstClass, node.Index);
    }

    /// <summary>Adds the characters that begin in the second byte of a vanished pair of a class; a comma may have vanished whole between two such pairs.</summary>
    void AddEdgesBehindBlank(int blankClass, int index)
    {
        AddReadable(SlipLeads.BehindBlank(blankClass), index, 0);
        if (IsCutMark(index))
            Add(alphabet.MarksBehindBlank(blankClass), Aligned(index + 1), CutPenalty + LostSecondPenalty);
        if (MayPrecedeComma[blankClass])
            AddSingle(Between(index, SlipLeads.FirstSecondClass + ClassOfComma), Comma, UnseenPenalty, true);
    }

    /// <summary>Whether any reading goes on at a place behind a pair that vanished before it.</summary>
    bool GoesOnBehindGap(int index) => text[index] is '€' or (>= '@' and <= '~') || PairOf(text[index]) != 0 || IsCutMark(index);

    /// <summary>Whether a mark stands where the second byte of a character before an ASCII character, or the line's end, is lost.</summary>
    bool IsCutMark(int index) => index < End && text[index] is '?' or Lost && (index + 1 == End || text[index + 1] < '@');

    void AddReadable(SlipLeads leads, int index, double penalty)
    {
        var unit = text[index];
        if (unit == '€')
            Add(leads, EuroByte, Aligned(index + 1), penalty);
        else if (unit is >= '@' and <= '~')
            Add(leads, unit, Aligned(index + 1), penalty);
        if (PairOf(unit) is not (var pair and not 0))
            return;

        if (Pairs.Encode(unit) == 0)
            penalty += WidePenalty;
        var second = pair & 0xFF;
        Add(leads, pair >> 8, second < EuroByte ? Trailing(index, second) : Slipped(index + 1, second), penalty);
    }

    static int PairOf(char unit) => Pairs.Encode(unit) is var pair and not 0 ? pair : Pairs.EncodeWide(unit);

    void Add(SlipLeads leads, int second, SlipNode to, double penalty)
    {
        if (leads.Single == 0)
            Add(leads.BlankClass >= 0 ? alphabet.BehindBlank(leads.BlankClass, second)
                : leads.Some.Length == GbkPairs.Leads.Length ? alphabet.OfSecond(second) : alphabet.Options(leads.Some, [second], false), to, penalty);
        else if (Pairs.Decode(leads.Single, second) is var character and not '\0')
            AddSingle(to, character, penalty, true);
    }

    void Add(SlipOptions options, SlipNode to, double penalty)
    {
        if (options.Items.Length > 0)
            Add(to, options, penalty, true);
    }

    void AddSingle(SlipNode to, char character, double penalty, bool isSlip) => Add(to, alphabet.Only(character), penalty, isSlip);

    SlipNode Slipped(int index, int carry)
    {
        Aligned(index);
        if (slipped[index - First] is { } known)
            return known;
        var node = Node(SlipNodeKind.Slipped, index, carry);
        foreach (var before in index == First ? [] : between[index - 1 - First])
            before.Rival = before.Carry >= SlipLeads.FirstClass ? node : null;
        return slipped[index - First] = node;
    }

    SlipNode Trailing(int index, int second)
    {
        Aligned(index);
        return trailing[index - First] ??= Node(SlipNodeKind.Trailing, index, second);
    }

    SlipNode Between(int index, int carry)
    {
        var nodes = BetweenAt(index);
        foreach (var node in nodes)
        {
            if (node.Carry == carry)
                return node;
        }

        var added = Node(SlipNodeKind.Between, index, carry);
        added.Rival = carry >= SlipLeads.FirstClass ? SlippedAt(index + 1) : null;
        nodes.Add(added);
        return added;
    }

    SlipNode Node(SlipNodeKind kind, int index, int carry)
    {
        if (nodeCount == pool.Count)
            pool.Add(new() { Number = nodeCount });
        return pool[nodeCount++].Begin(kind, index, carry);
    }
}
