namespace Tanyuan.Text.Tables;

/// <summary>
/// The model that joins unknown characters to words, from <c>unknown-words.bin</c>: the probabilities of a hidden Markov
/// chain over the states begin, middle, end and single, as natural logarithms × 1,024.
/// </summary>
/// <remarks>
/// Layout, little-endian: 4 start values, 4 × 4 transitions (32 bits; from state by to state), then for each unit from U+4E00
/// to U+9FFF 4 emissions (16 bits, -32,768 where the state never shows the character).
/// </remarks>
internal static unsafe class UnknownWordTable
{
    const char First = '\u4e00';
    const char Last = '\u9fff';
    const short Unseen = short.MinValue;

    // Far below any real sum, so that an unseen character is taken only where every state leaves it unseen.
    const int UnseenValue = -(1 << 24);

    static readonly TableFile File = TableFile.Open("unknown-words.bin", "HMM "u8, 1);

    /// <summary>The start value of each state.</summary>
    public static readonly int* Start = File.ReadArray<int>(4);

    /// <summary>The transitions: <c>[from * 4 + to]</c>.</summary>
    public static readonly int* Transition = File.ReadArray<int>(16);

    static readonly short* Emissions = File.ReadArray<short>((Last - First + 1) * 4);

    /// <summary>How well a state explains a folded character.</summary>
    public static int Emission(char unit, int state)
    {
        var value = unit is >= First and <= Last ? Emissions[((unit - First) * 4) + state] : Unseen;
        return value == Unseen ? UnseenValue : value;
    }
}
