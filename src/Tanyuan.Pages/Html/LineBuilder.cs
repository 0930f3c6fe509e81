namespace Tanyuan.Pages.Html;

/// <summary>
/// Gathers the characters of a page into lines, white space collapsed as a page shows it. What stands inside a line without being part of it
/// (a button, a reading above a word) is an aside: it becomes a line of its own behind the one it stood in.
/// </summary>
internal sealed class LineBuilder
{
    readonly List<(string Rule, string Text)> asides = [];
    char[] text = new char[1024];
    char[] aside = new char[256];
    int length;
    int asideLength;
    float linkWeight;
    bool spacePending;
    string? asideRule;

    /// <summary>The lines so far.</summary>
    public List<Line> Lines { get; } = [];

    /// <summary>How many links are open.</summary>
    public int LinkDepth { get; set; }

    /// <summary>How many blocks of kept white space are open.</summary>
    public int PreDepth { get; set; }

    /// <summary>The rule by which the mark-up keeps what comes from view, or null.</summary>
    public string? UnseenRule { get; set; }

    /// <summary>Whether an aside is open.</summary>
    public bool IsAside => asideRule is not null;

    /// <summary>Whether the line has text.</summary>
    public bool HasText => length > 0;

    /// <summary>Adds text to the line or to the open aside.</summary>
    public void Append(ReadOnlySpan<char> characters, Block block)
    {
        if (asideRule is not null)
        {
            Reserve(ref aside, asideLength, characters.Length);
            characters.CopyTo(aside.AsSpan(asideLength));
            asideLength += characters.Length;
            return;
        }

        // A pending blank may come before each character at most.
        Reserve(ref text, length, (2 * characters.Length) + 1);
        var index = 0;
        while (index < characters.Length)
        {
            var start = index;
            while (index < characters.Length && IsVisible(characters[index]))
                index++;
            if (index > start)
                AppendRun(characters[start..index]);
            if (index == characters.Length)
                return;
            var character = characters[index++];
            if (character == '\0')
                continue;
            if (PreDepth == 0)
                Space();
            else if (character == '\n' || (character == '\r' && (index == characters.Length || characters[index] != '\n')))
                EndLine(block);
            else if (character is ' ' or '\t' && length > 0)
                text[length++] = character;
            else
                Space();
        }
    }

    /// <summary>Parts what comes from what was, by no more than one blank.</summary>
    public void Space()
    {
        if (asideRule is null)
            spacePending = length > 0 && text[length - 1] is not ('\t' or ' ');
        else
            Append(" ", null!);
    }

    /// <summary>Parts a cell from the one before it.</summary>
    public void Tab()
    {
        Reserve(ref text, length, 1);
        text[length++] = '\t';
        spacePending = false;
    }

    /// <summary>Forgets a pending blank.</summary>
    public void Join() => spacePending = false;

    /// <summary>Ends the line.</summary>
    public void EndLine(Block block)
    {
        spacePending = false;
        if (length > 0)
        {
            var value = text.AsSpan(0, length).Trim();
            length = 0;
            if (value.Length > 0)
            {
                var line = value.ToString();
                Lines.Add(new Line(Lines.Count, block, line, LineMeasure.Of(line, linkWeight)) { Unseen = UnseenRule });
            }
        }

        linkWeight = 0;
        AddAsides(block);
    }

    /// <summary>Opens an aside.</summary>
    public void BeginAside(string rule) => asideRule = rule;

    /// <summary>Sets apart what stood inside a line without being part of it; the line goes on.</summary>
    public void EndAside(Block block)
    {
        var value = TextLine.Collapse(aside.AsSpan(0, asideLength));
        if (value.Length > 0)
            asides.Add((asideRule!, value));
        asideLength = 0;
        asideRule = null;
        if (length == 0)
            AddAsides(block);
    }

    static bool IsVisible(char character) => character is (> ' ' and < '\u007F') or (>= '\u3400' and <= '\u9FFF') || !TextLine.IsBlank(character);

    void AppendRun(ReadOnlySpan<char> run)
    {
        if (spacePending)
        {
            text[length++] = ' ';
            spacePending = false;
        }

        run.CopyTo(text.AsSpan(length));
        length += run.Length;
        if (LinkDepth > 0)
            linkWeight += LineMeasure.WeightOf(run);
    }

    void AddAsides(Block block)
    {
        if (asides.Count == 0)
            return;
        foreach (var (rule, value) in asides)
            Lines.Add(new Line(Lines.Count, block, value, LineMeasure.Of(value, 0)) { Unseen = rule });
        asides.Clear();
    }

    static void Reserve(ref char[] buffer, int used, int more)
    {
        if (buffer.Length - used < more)
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, used + more));
    }
}
