namespace Tanyuan.Pages.TextPages;

/// <summary>Sets of characters that are asked for at every character of a page: a place for each, so that asking is one look.</summary>
internal static class CharacterTable
{
    /// <summary>Which of all UTF-16 units stand in a text.</summary>
    public static bool[] Of(string characters)
    {
        var members = new bool[char.MaxValue + 1];
        foreach (var character in characters)
            members[character] = true;
        return members;
    }
}
