using System.Runtime.CompilerServices;
using System.Text;

namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>
/// The two-byte part of GBK, as GB 18030 has it: which character each pair of bytes stands for, and back. Pairs that stand for none,
/// or for a private-use character, are blank: a program that meets one writes nothing or a question mark.
/// </summary>
internal sealed class GbkPairs
{
    /// <summary>The least first byte.</summary>
    public const int FirstLead = 0x81;
    /// <summary>The greatest byte of either place.</summary>
    public const int LastByte = 0xFE;
    /// <summary>The least second byte.</summary>
    public const int FirstTrail = 0x40;

    /// <summary>How many signs there are for either byte of a pair (see <see cref="Signs"/>).</summary>
    public const int SignsPerByte = 32;

    static readonly int[] AllLeads = [.. Enumerable.Range(FirstLead, LastByte - FirstLead + 1)];
    static readonly int[] AllTrails = [.. Enumerable.Range(FirstTrail, LastByte - FirstTrail + 1)];

    readonly char[] characters = new char[0x10000];
    readonly ushort[] pairs = new ushort[0x10000];
    readonly ushort[] pairsOfAll = new ushort[0x10000];

    GbkPairs()
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(54936, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\0"))!;
        int[] seconds = [.. AllTrails.Where(second => second != 0x7F)];
        foreach (var first in AllLeads)
        {
            var row = new byte[2 * seconds.Length];
            for (var place = 0; place < seconds.Length; place++)
                (row[2 * place], row[(2 * place) + 1]) = ((byte)first, (byte)seconds[place]);
            var decoded = encoding.GetString(row);
            for (var place = 0; place < seconds.Length; place++)
                Take(first << 8 | seconds[place], decoded[place]);
        }

        BlankSeconds = [.. Enumerable.Range(0, 0x100).Select(first => first < FirstLead
            ? []
            : Enumerable.Range(FirstLead, LastByte - FirstLead + 1).Where(second => characters[first << 8 | second] == 0).ToArray())];
        BlankClasses = [.. Enumerable.Range(0, 0x100).Where(first => BlankSeconds[first].Length > 0)
            .GroupBy(first => Convert.ToHexString([.. BlankSeconds[first].Select(second => (byte)second)]))
            .Select(alike => new BlankClass([.. alike], BlankSeconds[alike.First()]))];
    }

    void Take(int pair, char character)
    {
        if (character is '\0' or '?')
            return;
        pairsOfAll[character] = (ushort)pair;
        if (character is >= '\uE000' and <= '\uF8FF')
            return;
        characters[pair] = character;
        pairs[character] = (ushort)pair;
    }

    public static GbkPairs Table { get; } = new();

    /// <summary>All first bytes.</summary>
    public static ReadOnlySpan<int> Leads => AllLeads;

    /// <summary>All second bytes.</summary>
    public static ReadOnlySpan<int> Trails => AllTrails;

    /// <summary>For each first byte, the second bytes (leads themselves) with which it makes a blank pair.</summary>
    public int[][] BlankSeconds { get; }

    /// <summary>The first bytes of blank pairs, put together where they make them with the same second ones.</summary>
    public BlankClass[] BlankClasses { get; }

    /// <summary>The character of a pair; NUL where the pair is blank or no pair.</summary>
    public char Decode(int first, int second) => characters[first << 8 | second];

    /// <summary>The pair of a character; 0 where it has none.</summary>
    public int Encode(char character) => pairs[character];

    /// <summary>The pair of a character, private-use ones included; 0 where it has none.</summary>
    public int EncodeAny(char character) => pairsOfAll[character];

    /// <summary>The pair of the full-width form of an ASCII punctuation mark, which a later fold may have taken; 0 for other characters.</summary>
    public int EncodeWide(char character) => character is ',' or ';' or ':' or '?' or '!' or '(' or ')' ? pairs[character + 0xFEE0] : 0;

    /// <summary>
    /// The bytes of a character's pair among 32 signs each, the first byte's in the lower half and the second one's in the upper half: two sets of characters whose
    /// signs have nothing in common in either half have no character in common (<see cref="MayMeet"/>).
    /// </summary>
    public ulong Signs(char character) => SignsOf(pairs[character]);

    /// <summary>The same of a pair.</summary>
    public static ulong SignsOf(int pair) => 1ul << (pair >> 8) % SignsPerByte | 1ul << pair % SignsPerByte + SignsPerByte;

    /// <summary>Whether two sets of characters may have one in common, by the signs of all of each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool MayMeet(ulong signs, ulong others) => (uint)(signs & others) != 0 && (signs & others) >> SignsPerByte != 0;

    /// <summary>Whether a set of characters may hold the one of a pair, by the signs of all of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool MayHold(ulong signs, int pair) => ((uint)signs >> (pair >> 8) & (uint)(signs >> SignsPerByte) >> pair & 1) != 0;

    /// <summary>First bytes that make blank pairs with the same second bytes.</summary>
    public sealed record BlankClass(int[] Firsts, int[] Seconds);
}
