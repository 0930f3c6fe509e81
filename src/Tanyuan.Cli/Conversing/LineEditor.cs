using System.Text;

namespace Tanyuan.Cli.Conversing;

/// <summary>
/// Reads a line from a person at a terminal: letters of any width, left and right, Home and End, Backspace and Delete, Ctrl-U and Ctrl-W, and with
/// up and down the lines given before. Ctrl-D, or Ctrl-C, on an empty line ends. A line longer than the terminal is wide moves sideways.
/// </summary>
internal sealed class LineEditor(string prompt, IReadOnlyList<string> history)
{
    readonly StringBuilder line = new();
    string draft = "";
    int at;
    int recalled;

    /// <summary>The line, or null when the person is done.</summary>
    public string? Read()
    {
        line.Clear();
        at = 0;
        recalled = history.Count;
        var interrupts = Console.TreatControlCAsInput;
        Console.TreatControlCAsInput = true;
        try
        {
            Show();
            while (true)
            {
                var key = Console.ReadKey(intercept: true);
                if (key.Key == ConsoleKey.Enter)
                    return End(line.ToString());
                if (key.Modifiers.HasFlag(ConsoleModifiers.Control) && key.Key is ConsoleKey.C or ConsoleKey.D && (line.Length == 0 || key.Key == ConsoleKey.D))
                {
                    if (line.Length == 0)
                        return End(null);
                    continue;
                }

                Apply(key);
                Show();
            }
        }
        finally
        {
            Console.TreatControlCAsInput = interrupts;
        }
    }

    static string? End(string? read)
    {
        Console.Error.WriteLine();
        return read;
    }

    void Apply(ConsoleKeyInfo key)
    {
        if (key.Modifiers.HasFlag(ConsoleModifiers.Control))
        {
            Control(key.Key);
            return;
        }

        switch (key.Key)
        {
            case ConsoleKey.LeftArrow:
                at = Before(at);
                break;
            case ConsoleKey.RightArrow:
                at = After(at);
                break;
            case ConsoleKey.Home:
                at = 0;
                break;
            case ConsoleKey.End:
                at = line.Length;
                break;
            case ConsoleKey.Backspace:
                Remove(Before(at), at);
                break;
            case ConsoleKey.Delete:
                Remove(at, After(at));
                break;
            case ConsoleKey.UpArrow:
                Recall(recalled - 1);
                break;
            case ConsoleKey.DownArrow:
                Recall(recalled + 1);
                break;
            case ConsoleKey.Escape:
                Remove(0, line.Length);
                break;
            default:
                if (!char.IsControl(key.KeyChar))
                    line.Insert(at++, key.KeyChar);
                break;
        }
    }

    void Control(ConsoleKey key)
    {
        switch (key)
        {
            case ConsoleKey.A:
                at = 0;
                break;
            case ConsoleKey.E:
                at = line.Length;
                break;
            case ConsoleKey.K:
                Remove(at, line.Length);
                break;
            case ConsoleKey.U:
                Remove(0, at);
                break;
            case ConsoleKey.C:
                Remove(0, line.Length);
                break;
            case ConsoleKey.W:
                var start = at;
                while (start > 0 && char.IsWhiteSpace(line[start - 1]))
                    start--;
                while (start > 0 && !char.IsWhiteSpace(line[start - 1]))
                    start--;
                Remove(start, at);
                break;
            default:
                break;
        }
    }

    void Remove(int start, int end)
    {
        line.Remove(start, end - start);
        at = start;
    }

    void Recall(int wanted)
    {
        if (wanted < 0 || wanted > history.Count)
            return;
        if (recalled == history.Count)
            draft = line.ToString();
        recalled = wanted;
        line.Clear().Append(wanted == history.Count ? draft : history[wanted]);
        at = line.Length;
    }

    int Before(int place) => place == 0 ? 0 : place > 1 && char.IsLowSurrogate(line[place - 1]) ? place - 2 : place - 1;

    int After(int place) => place >= line.Length ? line.Length : char.IsHighSurrogate(line[place]) && place + 1 < line.Length ? place + 2 : place + 1;

    // Writes the line anew: what fits of it, so that the cursor is in sight.
    void Show()
    {
        var text = line.ToString();
        var room = Math.Max(10, Width() - CellWidth.Of(prompt) - 1);
        var from = 0;
        while (CellWidth.Of(text.AsSpan(from, at - from)) > room)
            from = After(from);
        var to = at;
        while (to < text.Length && CellWidth.Of(text.AsSpan(from, After(to) - from)) <= room)
            to = After(to);
        var behind = CellWidth.Of(text.AsSpan(at, to - at));
        Console.Error.Write($"\r\e[K{prompt}{text[from..to]}{(behind > 0 ? $"\e[{behind}D" : "")}");
    }

    static int Width()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : 80;
        }
        catch (IOException)
        {
            return 80;
        }
    }
}
