namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>The first bytes that a character may have: one, the second bytes of the blank pairs of a class, or some.</summary>
internal readonly record struct SlipLeads(int Single, int BlankClass, int[] Some)
{
    /// <summary>In place of the byte between two characters: a character of which nothing is known follows.</summary>
    public const int LostCharacter = 1;

    /// <summary>In place of the byte between two characters: a second byte was lost.</summary>
    public const int SecondMark = 2;

    /// <summary>In place of the byte between two characters: the first class of blank pairs; the next ones follow.</summary>
    public const int FirstClass = 3;

    /// <summary>In place of the byte between two characters, a vanished one among them: the first class of blank pairs behind that one; the next ones follow.</summary>
    public static readonly int FirstSecondClass = FirstClass + GbkPairs.Table.BlankClasses.Length;

    const int NoClass = -1;

    public static SlipLeads Of(int lead) => new(lead, NoClass, []);

    public static SlipLeads Of(int[] leads) => new(0, NoClass, leads);

    public static SlipLeads BehindBlank(int blankClass) => new(0, blankClass, []);
}
