namespace Tanyuan.Pages.TextPages;

/// <summary>Sets of characters that are asked for at every character of a page: a place for each, so that asking is one look.</summary>
internal static class CharacterTable
{
    /// <summary>What a character of neither text has.</summary>
    public const byte None = 0;

    /// <summary>What a character of the first text has that is not in the second.</summary>
    public const byte First = 1;

    /// <summary>What a character of the second text has.</summary>
    public const byte Second = 2;

    /// <summary>In which of two texts each of all UTF-16 units stands.</summary>
    public static byte[] Of(string first, string second)
    {
        var sets = new byte[char.MaxValue + 1];
        foreach (var character in first)
            sets[character] = First;
        foreach (var character in second)
            sets[character] = Second;
        return sets;
    }

    /// <summary>Which of the characters of a text each of all UTF-16 units is, counted from 1; 0 for the others.</summary>
    public static byte[] PlacesIn(string characters)
    {
        var places = new byte[char.MaxValue + 1];
        for (var place = characters.Length - 1; place >= 0; place--)
            places[characters[place]] = (byte)(place + 1);
        return places;
    }
}
