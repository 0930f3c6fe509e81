using Tanyuan.Text.Decoding;
using Tanyuan.Text.Folding;
using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>
/// What the words and characters of a reading cost, in nats: dictionary words by their frequency, other characters by theirs.
/// What the page itself holds elsewhere is cheaper, above all pairs of characters: a name of the page outweighs the dictionary.
/// </summary>
internal sealed class SlipCosts
{
    // What each border between words costs beyond its characters: words of one character are so frequent that they would be found everywhere.
    const double BorderCost = 2;

    const double NatsPerEighthBit = 0.6931 / 8;
    const double WordScale = WordTable.CostScale;
    const double FormWeight = 0.15;
    const double SingleWeight = 0.2;

    // A character of which nothing is known.
    const double OfLost = 2;

    // Signs, letters and digits of two bytes, usual punctuation apart, are likelier an accident than what an author wrote.
    const double UnusualMark = 4;

    // So is a mark of which the page holds none elsewhere.
    const double NewMark = 2;
    const string UsualMarks = "，。、；：？！“”‘’「」『』《》（）…—·";

    // A page in one script hardly ever holds a character that only the other one has.
    const double OtherScript = 4;
    const double PairShare = 0.2;
    const double SingleShare = 0.1;

    // An ASCII letter or sign among Chinese characters without a space is rare; signs that need a reason are rarer.
    const double GluedLetter = 2;
    const double GluedSign = 5;

    readonly string text;
    readonly CharacterModel model;
    readonly Dictionary<uint, int> pairs = [];
    readonly HashSet<char> firstsOfPairs = [];
    readonly Dictionary<char, int> singles = [];
    readonly Dictionary<char, double> known = [];
    readonly Dictionary<char, bool> marks = [];
    readonly int length;
    readonly bool isTraditional;

    /// <summary>The costs for readings of <paramref name="text"/>.</summary>
    public SlipCosts(string text)
    {
        this.text = text;
        var traditional = 0;
        var before = '\0';
        foreach (var unit in text)
        {
            traditional += UnitClasses.IsOnlyTraditional(unit) ? 1 : UnitClasses.IsOnlySimplified(unit) ? -1 : 0;
            var key = UnitClasses.Of(unit) == UnitClass.Han ? TextFolder.Fold(unit) : '\0';
            if (key != 0)
            {
                length++;
                singles[key] = singles.GetValueOrDefault(key) + 1;
                if (before != 0)
                {
                    pairs[PairKey(before, key)] = pairs.GetValueOrDefault(PairKey(before, key)) + 1;
                    firstsOfPairs.Add(before);
                }
            }

            before = key;
        }

        isTraditional = traditional > 0;
        model = CharacterModel.Of(isTraditional ? "chinese-traditional" : "chinese-simplified")[0];
    }

    /// <summary>The cost of a character that belongs to no longer word.</summary>
    public double OfSingle(char character, char key, SlipEdge edge)
    {
        if (character == '\uFFFD' && edge.IsSlip)
            return OfLost;
        if (UnitClasses.Of(character) != UnitClass.Han)
        {
            var strangeness = !edge.IsSlip ? GluedCost(edge.To.Index - 1) : !UsualMarks.Contains(character) ? UnusualMark : IsOnPage(character) ? 0 : NewMark;
            return (model.Cost([character]) * NatsPerEighthBit * (1 - FormWeight)) + strangeness;
        }

        if (!edge.IsSlip)
            return CostOfWord(character, key);
        if (!known.TryGetValue(character, out var cost))
        {
            cost = CostOfWord(character, key);
            if (singles.TryGetValue(key, out var count))
                cost = Math.Min(cost, (model.Cost([character]) * NatsPerEighthBit * SingleWeight) - Math.Log(SingleShare * count / length));
            known.Add(character, cost);
        }

        return cost;
    }

    /// <summary>The cost of the border between two words, by the characters beside it.</summary>
    public static double OfBorder(char last, char first) => BorderCost - PairTable.BuiltIn.Affinity(last, first);

    /// <summary>Whether a character stands before another elsewhere on the page: where it does not, no pair is worth a look.</summary>
    public bool BeginsPair(char first) => firstsOfPairs.Contains(first);

    /// <summary>The cost of two characters that stand together elsewhere on the page; infinite where they do not.</summary>
    public double OfPair(char first, char second) =>
        pairs.TryGetValue(PairKey(first, second), out var count) ? -Math.Log(PairShare * count / length) : double.PositiveInfinity;

    /// <summary>What the form of a character costs among its variants.</summary>
    public double OfForm(char character) => (model.Cost([character]) * NatsPerEighthBit * FormWeight) + (IsOfOtherScript(character) ? OtherScript : 0);

    double CostOfWord(char character, char key)
    {
        var table = WordTable.BuiltIn;
        var code = table.Code(key);
        var slot = table.Slot(table.RootBase, code);
        var cost = code != 0 && WordTable.IsChild(slot, code) && WordTable.CostOf(slot) is var listed and > 0 ? listed : table.UnknownCost;
        return (cost / WordScale) + (model.Cost([character]) * NatsPerEighthBit * SingleWeight);
    }

    bool IsOfOtherScript(char character) => isTraditional ? UnitClasses.IsOnlySimplified(character) : UnitClasses.IsOnlyTraditional(character);

    bool IsOnPage(char mark)
    {
        if (!marks.TryGetValue(mark, out var isThere))
            marks.Add(mark, isThere = text.Contains(mark, StringComparison.Ordinal) || text.Contains(TextFolder.Fold(mark), StringComparison.Ordinal));
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

    static uint PairKey(char first, char second) => (uint)first << 16 | second;
}
