namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>The first bytes that a character may have: one, the second bytes of the blank pairs that begin with one, or some.</summary>
internal readonly record struct SlipLeads(int Single, int BlankFirst, int[] Some)
{
    /// <summary>In place of the byte between two characters: a character of which nothing is known follows.</summary>
    public const int LostCharacter = 1;

    /// <summary>In place of the byte between two characters: a second byte was lost.</summary>
    public const int SecondMark = 2;

    public static SlipLeads Of(int lead) => new(lead, 0, []);

    public static SlipLeads Of(int[] leads) => new(0, 0, leads);

    public static SlipLeads BehindBlank(int first) => new(0, first, []);
}
