using System.Collections.Concurrent;
using Tanyuan.Text.Decoding;
using Tanyuan.Text.Folding;
using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>
/// What the characters of GBK cost in a text of one script, and the lists of those that a few known bytes allow: they are the same on
/// every page, so each is made once.
/// </summary>
internal sealed class SlipAlphabet
{
    const double NatsPerEighthBit = 0.6931 / 8;
    const double FormWeight = 0.15;
    const double SingleWeight = 0.2;

    // A page in one script hardly ever holds a character that only the other one has.
    const double OtherScript = 4;

    const string MarksAtEnd = "。，、；：？！”’」』》）…";

    static readonly GbkPairs Pairs = GbkPairs.Table;

    static readonly Lazy<SlipAlphabet> OfTraditional = new(() => new(true));
    static readonly Lazy<SlipAlphabet> OfSimplified = new(() => new(false));

    // What lists are put together in, for each thread.
    [ThreadStatic]
    static List<SlipOption>? listed;

    readonly bool isTraditional;
    readonly byte[] costs;

    // By bytes, or by the number of a class and a byte. Two threads may make one list twice; either will do.
    readonly SlipOptions?[] behindBlank = new SlipOptions?[Pairs.BlankClasses.Length << 8];
    readonly SlipOptions?[] ofSecond = new SlipOptions?[0x100];
    readonly SlipOptions?[] ofFirst = new SlipOptions?[0x100];
    readonly SlipOptions?[] beforeBlank = new SlipOptions?[Pairs.BlankClasses.Length];
    readonly SlipOptions?[] endingBlank = new SlipOptions?[Pairs.BlankClasses.Length << 8];
    readonly SlipGaps?[] gaps = new SlipGaps?[0x100];
    readonly ConcurrentDictionary<(SlipOptions Before, SlipOptions Behind), SlipBeginnings> beginnings = new();
    readonly SlipOptions?[] marksBehindBlank = new SlipOptions?[Pairs.BlankClasses.Length];
    readonly SlipOptions?[] singles = new SlipOptions?[char.MaxValue + 1];
    SlipOptions? unseenMarks;

    SlipAlphabet(bool isTraditional)
    {
        this.isTraditional = isTraditional;
        costs = CharacterModel.Of(isTraditional ? "chinese-traditional" : "chinese-simplified")[0].ToTable();
    }

    /// <summary>For texts in Traditional characters.</summary>
    public static SlipAlphabet Traditional => OfTraditional.Value;

    /// <summary>For texts in Simplified characters.</summary>
    public static SlipAlphabet Simplified => OfSimplified.Value;

    /// <summary>The rarity of a character in the script, in nats.</summary>
    public double Rarity(char character) => costs[character] * NatsPerEighthBit;

    /// <summary>The part of a character's rarity that its form among its variants has.</summary>
    public double RarityOfForm(char character) => Rarity(character) * FormWeight;

    /// <summary>The part that it has as a word of its own, by its cost.</summary>
    public static double RarityOfSingle(byte cost) => cost * NatsPerEighthBit * SingleWeight;

    SlipOption Of(char character)
    {
        var table = WordTable.BuiltIn;
        var key = TextFolder.Fold(character);
        var code = table.Code(key);
        var slot = table.Slot(table.RootBase, code);
        var isKnown = code != 0 && WordTable.IsChild(slot, code);
        var isOther = isTraditional ? UnitClasses.IsOnlySimplified(character) : UnitClasses.IsOnlyTraditional(character);
        var word = isKnown && WordTable.CostOf(slot) is var listed and > 0 ? listed : table.UnknownCost;
        var number = WordPairTable.BuiltIn.NumberOf(key);
        var single = UnitClasses.Of(character) == UnitClass.Han ? (number != 0 ? WordPairTable.BuiltIn.AloneCost(number) : word / (double)WordTable.CostScale) + RarityOfSingle(costs[character]) : 0;
        var form = RarityOfForm(character) + (isOther ? OtherScript : 0);
        var alone = single > 0 ? single : Rarity(character) - RarityOfForm(character);
        var least = SlipCosts.LeastBehindWord(number);
        var root = isKnown ? WordTable.BaseOf(slot) : SlipOption.NoWord;
        return new(character, key, code, (ushort)number, root, (ushort)Pairs.Encode(character), costs[character], WordChildren.BuiltIn.SignsBehind(root), (float)form, (float)single, least, SlipCosts.LeastBorderBefore(key), (float)(form + SlipCosts.Least(alone, SlipCosts.LeastBorder, least)));
    }

    /// <summary>A character as the only option.</summary>
    public SlipOptions Only(char character) => singles[character] ??= new([Of(character)]);

    /// <summary>The characters with any first byte and a given second one.</summary>
    public SlipOptions OfSecond(int second) => ofSecond[second] ??= Options(GbkPairs.Leads, [second], false);

    /// <summary>The characters with a given first byte.</summary>
    public SlipOptions OfFirst(int first) => ofFirst[first] ??= Options([first], GbkPairs.Trails, false);

    /// <summary>The characters with a given first byte whose second one begins a blank pair of a class.</summary>
    public SlipOptions EndingBlank(int first, int blankClass) =>
        endingBlank[(blankClass << 8) | first] ??= Options([first], Pairs.BlankClasses[blankClass].Firsts, false);

    /// <summary>The common characters that end in a byte with which a blank pair of a class begins.</summary>
    public SlipOptions BeforeBlank(int blankClass) => beforeBlank[blankClass] ??= Options(GbkPairs.Leads, Pairs.BlankClasses[blankClass].Firsts, true);

    /// <summary>The common characters that begin in the second byte of a blank pair of a class, and end in a given byte.</summary>
    public SlipOptions BehindBlank(int blankClass, int second) =>
        behindBlank[(blankClass << 8) | second] ??= Options(Pairs.BlankClasses[blankClass].Seconds, [second], true);

    /// <summary>The punctuation that begins in the second byte of a blank pair of a class, whatever its own second byte is.</summary>
    public SlipOptions MarksBehindBlank(int blankClass) => marksBehindBlank[blankClass] ??= Marks(Pairs.BlankClasses[blankClass].Seconds);

    /// <summary>The punctuation of which no byte is known.</summary>
    public SlipOptions UnseenMarks => unseenMarks ??= Marks(GbkPairs.Leads);

    SlipOptions Marks(ReadOnlySpan<int> leads)
    {
        var options = new List<SlipOption>();
        foreach (var mark in MarksAtEnd)
        {
            if (leads.Contains(Pairs.Encode(mark) >> 8))
                options.Add(Of(mark));
        }

        return new([.. options]);
    }

    /// <summary>The characters with a given first byte behind which a pair may have vanished, of all classes of blank pairs together.</summary>
    public SlipGaps Gaps(int first) => gaps[first] ??= new(first, this);

    /// <summary>The beginnings of words that two characters make, one of each list.</summary>
    public SlipBeginnings Beginnings(SlipOptions before, SlipOptions behind) =>
        beginnings.GetOrAdd((before, behind), static pair => new(pair.Before, pair.Behind));

    /// <summary>The characters, or the common ones, that some first bytes and second bytes allow, those first that cost least.</summary>
    public SlipOptions Options(ReadOnlySpan<int> firsts, ReadOnlySpan<int> seconds, bool onlyCommon)
    {
        var options = listed ??= [];
        options.Clear();
        foreach (var first in firsts)
        {
            foreach (var second in seconds)
            {
                if (Pairs.Decode(first, second) is var character and not '\0' && (!onlyCommon || IsCommon(character)))
                    options.Add(Of(character));
            }
        }

        options.Sort(static (one, other) => one.Bound.CompareTo(other.Bound));
        return new([.. options]);
    }

    static bool IsCommon(char character) => UnitClasses.Of(character) != UnitClass.Han || UnitClasses.IsCommon(character);
}
