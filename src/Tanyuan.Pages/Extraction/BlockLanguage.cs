using Tanyuan.Text.Scripts;

namespace Tanyuan.Pages.Extraction;

/// <summary>Tells the language of each block of a text.</summary>
internal static class BlockLanguage
{
    /// <summary>The blocks with their languages; one that does not tell by itself has that of the whole text.</summary>
    public static List<DocumentBlock> Identified(IReadOnlyList<DocumentBlock> blocks, string text, LanguageAndScript whole)
    {
        var identified = new List<DocumentBlock>(blocks.Count);
        foreach (var block in blocks)
        {
            var own = ScriptIdentifier.Identify(text.AsSpan(block.Start, block.Length));
            if (own.Language == "und" && !text.AsSpan(block.Start, block.Length).ContainsAnyLetter())
                own = whole;
            identified.Add(block with { Language = own.Language, Script = own.Script });
        }

        return identified;
    }

    static bool ContainsAnyLetter(this ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
        {
            if (char.IsLetter(unit) || char.IsSurrogate(unit))
                return true;
        }

        return false;
    }
}
