using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>
/// Which characters of one list begin a word together with which of another, with all that the dictionary has to say of them: the lists are long, and the same ones
/// meet on every page.
/// </summary>
internal sealed class SlipBeginnings
{
    /// <summary>Looks all pairs up.</summary>
    public SlipBeginnings(SlipOptions before, SlipOptions behind)
    {
        var (firsts, words, prefixes) = (new List<First>(), new List<Word>(), new List<Prefix>());
        var (table, pairs) = (WordTable.BuiltIn, WordPairTable.BuiltIn);
        Span<byte> candidates = stackalloc byte[SlipReader.MostOptions];
        for (var place = 0; place < before.Items.Length; place++)
        {
            ref readonly var first = ref before.Items[place];
            if (!table.HasChildren(first.Root))
                continue;
            var known = words.Count + prefixes.Count;
            var count = WordChildren.BuiltIn.Among(first.Root, behind.Codes, candidates);
            foreach (var candidate in candidates[..count])
            {
                ref readonly var second = ref behind.Items[candidate];
                var slot = table.Slot(first.Root, second.Code);
                if (second.Code == 0 || !WordTable.IsChild(slot, second.Code))
                    continue;
                if (WordTable.CostOf(slot) is var listed and > 0)
                {
                    var number = pairs.NumberOfSlot(first.Root + second.Code);
                    var alone = number != 0 ? pairs.AloneCost(number) : listed / (float)WordTable.CostScale;
                    var least = SlipCosts.LeastBehindWord(number);
                    words.Add(new(place, candidate, (ushort)number, alone, least, (float)(first.Form + second.Form + SlipCosts.Least(alone, SlipCosts.LeastBorder, least))));
                }

                if (table.HasChildren(WordTable.BaseOf(slot)))
                    prefixes.Add(new(place, candidate, WordTable.BaseOf(slot), WordChildren.BuiltIn.SignsBehind(WordTable.BaseOf(slot))));
            }

            if (words.Count + prefixes.Count > known)
                firsts.Add(new(place, first.Key));
        }

        words.Sort(static (one, other) => one.Bound.CompareTo(other.Bound));
        (Firsts, Words, Prefixes) = ([.. firsts], [.. words], [.. prefixes]);
    }

    /// <summary>The first characters of all of them.</summary>
    public First[] Firsts { get; }

    /// <summary>The words of two characters, those first that may cost least.</summary>
    public Word[] Words { get; }

    /// <summary>What longer words begin with.</summary>
    public Prefix[] Prefixes { get; }

    /// <summary>A first character: its place in the list, and its search key.</summary>
    public readonly record struct First(int Place, char Key);

    /// <summary>A word of two characters: their places in the lists, its number, what it costs by itself, at least behind another word, and at least of all, its forms included.</summary>
    public readonly record struct Word(int First, int Second, ushort Number, float Alone, float Least, float Bound);

    /// <summary>The first two characters of longer words: their places in the lists, the base of those words in the dictionary, and the signs of what they go on with.</summary>
    public readonly record struct Prefix(int First, int Second, int Base, ulong Behind);
}
