using System.Text;

namespace Tanyuan.Pages.Html;

/// <summary>White space as a page shows it.</summary>
internal static class TextLine
{
    /// <summary>Whether a character shows as nothing but room.</summary>
    public static bool IsBlank(char character) => char.IsWhiteSpace(character) || character is '\0' or '\u200B' or '\uFEFF';

    /// <summary>Collapses runs of white space to single spaces and trims the ends.</summary>
    public static string Collapse(ReadOnlySpan<char> text)
    {
        var collapsed = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!IsBlank(character))
                collapsed.Append(character);
            else if (collapsed.Length > 0 && collapsed[^1] != ' ')
                collapsed.Append(' ');
        }

        if (collapsed.Length > 0 && collapsed[^1] == ' ')
            collapsed.Length--;
        return collapsed.ToString();
    }
}
