using Tanyuan.Text.Folding;
using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>A character that an edge of a slip lattice may stand for, with what every walk over the edge needs of it.</summary>
/// <param name="Character">The character.</param>
/// <param name="Key">Its search key (see <see cref="TextFolder"/>).</param>
/// <param name="Code">The key's code in the dictionary; 0 where no word holds it.</param>
/// <param name="Word">Its number as a word of its own in <see cref="WordPairTable"/>.</param>
/// <param name="Root">The base of the words that begin with it in the dictionary; <see cref="NoWord"/> where none does.</param>
/// <param name="Pair">Its two bytes in GBK; 0 where it has none.</param>
/// <param name="Rarity">Its cost in the script (see <see cref="SlipAlphabet.RarityOfSingle"/>).</param>
/// <param name="Behind">The signs of the bytes of all characters that those words go on with (see <see cref="GbkPairs.Signs"/>).</param>
/// <param name="Form">What its form costs among its variants, in nats.</param>
/// <param name="Single">What a Chinese character costs that belongs to no longer word, in nats.</param>
/// <param name="Least">What it costs at least behind another word, by the pairs of words that were counted, in nats.</param>
/// <param name="Border">What the border before it costs at least where the page does not hold it, in nats.</param>
/// <param name="Bound">What it costs at least as a word of its own, its form included, in nats.</param>
internal readonly record struct SlipOption(char Character, char Key, ushort Code, ushort Word, int Root, ushort Pair, byte Rarity, ulong Behind, float Form, float Single, float Least, float Border, float Bound)
{
    /// <summary>The base where the dictionary has no word.</summary>
    public const int NoWord = int.MinValue;

    /// <summary>Whether it is a Chinese character: those alone have a cost by themselves.</summary>
    public bool IsHan => Single > 0;
}
