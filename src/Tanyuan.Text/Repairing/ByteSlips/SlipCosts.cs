using System.Runtime.CompilerServices;
using Tanyuan.Text.Folding;
using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>
/// What the words and characters of a reading cost, in nats: dictionary words by their frequency, other characters by theirs.
/// What the page itself holds elsewhere is cheaper, above all pairs of characters: a name of the page outweighs the dictionary.
/// One instance serves many texts, one after the other; not thread-safe.
/// </summary>
internal sealed class SlipCosts
{
    // What each border between words costs beyond its characters: words of one character are so frequent that they would be found everywhere.
    const double BorderCost = 2;

    /// <summary>The cost of a border of which nothing is known.</summary>
    public const double OfUnknownBorder = BorderCost;

    /// <summary>The least that a border costs whatever it is between.</summary>
    public const float LeastBorder = (float)(BorderCost - PairTable.MostAffinity);

    // A character of which nothing is known.
    const double OfLost = 2;

    // Signs, letters and digits of two bytes, usual punctuation apart, are likelier an accident than what an author wrote.
    const double UnusualMark = 8;

    // So is a mark of which the page holds none elsewhere.
    const double NewMark = 2;
    const char Lost = '\uFFFD';
    const string UsualMarks = "，。、；：？！“”‘’「」『』《》（）…—·";

    // Full-width digits and letters are usual where the page has some.
    const double WideMark = 2;

    const double PairShare = 0.3;
    const double SingleShare = 0.3;

    // Two characters that stand side by side elsewhere on the page do so by more than their share there.
    const double PageBorderGain = 0.5;

    // An ASCII letter or sign among Chinese characters without a space is rare; signs that need a reason are rarer.
    const double GluedLetter = 2;
    const double GluedSign = 5;

    readonly PagePairs pairs = new();
    readonly Dictionary<char, bool> marks = [];

    // By how often a character stands on the page; 0 where it was not asked for.
    readonly double[] logsOfShares = new double[64];
    float leastOfOne;
    string text = "";

    /// <summary>What characters cost in the script of the text.</summary>
    public SlipAlphabet Alphabet { get; private set; } = null!;

    /// <summary>Goes over to readings of another text.</summary>
    public void Begin(string page)
    {
        text = page;
        marks.Clear();
        Array.Clear(logsOfShares);
        pairs.Begin(page);
        leastOfOne = (float)-LogOfShare(pairs.MostOfOne);
        Alphabet = UnitClasses.LeaningOf(page) > 0 ? SlipAlphabet.Traditional : SlipAlphabet.Simplified;
    }

    /// <summary>The cost of a character that belongs to no longer word.</summary>
    /// <param name="option">The character.</param>
    /// <param name="isSlip">Whether it is read across the page's own characters.</param>
    public double OfSingle(in SlipOption option, bool isSlip)
    {
        if (!option.IsHan)
            return option.Character == Lost && isSlip ? OfLost : Alphabet.Rarity(option.Character) - Alphabet.RarityOfForm(option.Character);
        if (!isSlip || !pairs.Holds(option.Key))
            return option.Single;
        return Math.Min(option.Single, SlipAlphabet.RarityOfSingle(option.Rarity) - LogOfShare(pairs.CountOf(option.Key)));
    }

    /// <summary>What a word costs behind another beyond its share there, for the text that was counted is another's.</summary>
    public const float OfPairOfWords = 1;

    /// <summary>What a mark costs beyond its frequency, because it is strange where it stands or stands nowhere else on the page; 0 for a Chinese character.</summary>
    /// <param name="option">The mark.</param>
    /// <param name="isSlip">Whether it is read across the page's own characters.</param>
    /// <param name="index">Where it stands if it is not.</param>
    public double Strangeness(in SlipOption option, bool isSlip, int index)
    {
        if (option.IsHan)
            return 0;
        var mark = option.Character;
        if (!isSlip)
            return GluedCost(index);
        if (UsualMarks.Contains(mark))
            return IsOnPage(mark) ? 0 : NewMark;
        return mark == Lost ? 0 : mark is >= '！' and <= '～' && HasWideDigits() ? WideMark : UnusualMark;
    }

    /// <summary>The least that a border before a character costs, unless the page itself holds the character: a common one is hardly anywhere much likelier than by chance.</summary>
    public static float LeastBorderBefore(char key) => (float)(BorderCost - PairTable.BuiltIn.MostBehindAny(key));

    /// <summary>The least that a word may cost behind another.</summary>
    /// <param name="alone">What it costs by itself.</param>
    /// <param name="border">The least that the border before it costs.</param>
    /// <param name="behindWord">The least by the pairs of words that were counted.</param>
    public static double Least(double alone, float border, float behindWord) => Math.Min(alone + border, behindWord);

    /// <summary>The least that a word may cost behind another by the pairs of words that were counted.</summary>
    /// <param name="number">Its number in <see cref="WordPairTable"/>.</param>
    public static float LeastBehindWord(int number) => WordPairTable.BuiltIn.LeastCost(number) + OfPairOfWords;

    /// <summary>The cost of the border between a reading and a word, by the characters beside it.</summary>
    public static double OfBorder(in SlipBefore reading, char first) => BorderCost - PairTable.Affinity(reading.Borders, first);

    /// <summary>The same one for words of a reading one byte off, for which the page itself may show that they stand beside each other.</summary>
    public double OfBorderOnPage(in SlipBefore reading, char first)
    {
        var border = OfBorder(reading, first);
        var last = reading.Reading.Last;
        if (reading.SignsBehind == 0 || !pairs.Holds(first) || pairs.CountOf(last, first) is not (var count and > 0))
            return border;
        var affinity = Math.Log((double)count * pairs.Length / ((double)pairs.CountOf(last) * pairs.CountOf(first)));
        return Math.Min(border, BorderCost - PageBorderGain - affinity);
    }

    /// <summary>What the page says of characters behind others.</summary>
    /// <param name="followed">The signs of all that stands behind those on the page.</param>
    public SlipPage Behind(ulong followed) => new(pairs.OnPage, leastOfOne, followed);

    /// <summary>Whether a character stands on the page.</summary>
    public bool Holds(char key) => pairs.Holds(key);

    /// <summary>Whether a character stands before another elsewhere on the page: where it does not, no pair is worth a look.</summary>
    public bool BeginsPair(char first) => pairs.Begins(first);

    /// <summary>Whether a character stands before another elsewhere on the page whose bytes have some signs.</summary>
    public bool BeginsPair(char first, ulong signs) => pairs.Begins(first) && GbkPairs.MayMeet(pairs.SignsBehind(first), signs);

    /// <summary>The signs of the bytes of all characters that stand behind another elsewhere on the page.</summary>
    public ulong SignsBehind(char first) => pairs.SignsBehind(first);

    /// <summary>The cost of two characters that stand together elsewhere on the page; infinite where they do not.</summary>
    public double OfPair(char first, char second) =>
        pairs.CountOf(first, second) is var count and > 0 ? -Math.Log(PairShare * count / pairs.Length) : double.PositiveInfinity;

    /// <summary>The logarithm of what a character counts that stands so often on the page.</summary>
    double LogOfShare(int count)
    {
        if (count >= logsOfShares.Length)
            return Math.Log(SingleShare * count / pairs.Length);
        ref var log = ref logsOfShares[count];
        if (log == 0)
            log = Math.Log(SingleShare * count / pairs.Length);
        return log;
    }

    bool IsOnPage(char mark)
    {
        if (!marks.TryGetValue(mark, out var isThere))
            marks.Add(mark, isThere = text.Contains(mark, StringComparison.Ordinal) || text.Contains(TextFolder.Fold(mark), StringComparison.Ordinal));
        return isThere;
    }

    bool HasWideDigits()
    {
        if (!marks.TryGetValue('０', out var isThere))
            marks.Add('０', isThere = text.AsSpan().IndexOfAnyInRange('０', '９') >= 0);
        return isThere;
    }

    double GluedCost(int index)
    {
        var unit = text[index];
        if (unit is < '@' or > '~' || !(IsHan(index - 1) || IsHan(index + 1)))
            return 0;
        return char.IsAsciiLetter(unit) ? GluedLetter : GluedSign;
    }

    bool IsHan(int index) => index >= 0 && index < text.Length && UnitClasses.Of(text[index]) == UnitClass.Han;
}
