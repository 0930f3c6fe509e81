using System.Text;
using Tanyuan.Text;

namespace Tanyuan.Cli.Output;

/// <summary>The few styles that results use, as ANSI sequences, or nothing where they are not wanted.</summary>
internal sealed class AnsiStyle(bool enabled)
{
    public string Strong(string text) => Wrap("1", text);

    public string Faint(string text) => Wrap("2", text);

    public string Answer(string text) => Wrap("1;32", text);

    public string Highlight(string text) => Wrap("1;33", text);

    /// <summary>A text with its highlights: coloured, or in <c>[…]</c> where colours are off.</summary>
    public string Highlighted(string text, IEnumerable<TextSpan> highlights)
    {
        var result = new StringBuilder(text.Length + 32);
        var position = 0;
        foreach (var span in highlights)
        {
            result.Append(text, position, span.Start - position);
            var marked = span.Of(text);
            result.Append(enabled ? Highlight(marked) : $"[{marked}]");
            position = span.End;
        }

        return result.Append(text, position, text.Length - position).ToString();
    }

    string Wrap(string code, string text) => enabled ? $"\e[{code}m{text}\e[0m" : text;
}
