using System.Buffers;
using Tanyuan.Text.Folding;
using Tanyuan.Text.Repairing.ByteSlips;
using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Repairing;

/// <summary>
/// Undoes the loss of a byte in GBK text. A converter that worked on bytes lost the first byte of a character, or wrote a
/// reading between the two bytes of one; all that followed was read one byte off, up to the next single byte: 健：博世是一個 became
/// <c>?。翰┦朗且粋€</c>. A repair is kept only if the damage, run on it, gives the page back, and if it is far more probable than
/// the page as it stands. A character that its other byte and its neighbours do not tell becomes U+FFFD. docs/gbk-byte-slip.md tells more.
/// </summary>
internal static class ByteSlipRepair
{
    const string Rule = "byte-slip";
    const char Lost = '\uFFFD';

    // In nats. One slip that chance can hardly explain proves the damage; others in the same text need less.
    const double ProvingGain = 14;

    // A text in which nothing comes of so many attempts more than succeed is damaged in another way.
    const int EnoughAttempts = 50;

    const int ConvincingRun = 6;
    const int LongestSyllable = 7;

    static readonly SearchValues<char> Marks = SearchValues.Create('?', Lost);
    static readonly int[] AllLeads = GbkPairs.Leads.ToArray();

    public static RepairedText Repair(string text)
    {
        SlipFinder? finder = null;
        var slips = new List<Slip>();
        var attempts = EnoughAttempts;
        for (var mark = NextMark(text, 0); mark >= 0 && attempts > 0; mark = NextMark(text, mark))
        {
            if (FindStart(text, mark) is not { } start)
            {
                mark++;
                continue;
            }

            var slip = (finder ??= SlipFinder.For(text)).Read(start);
            attempts += slip is null ? -1 : 1;
            mark += slip?.Length ?? 1;
            if (slip is not null)
                slips.Add(slip);
        }

        if (!slips.Exists(slip => slip.Gain >= ProvingGain))
            return RepairedText.Unchanged(text);

        var editor = new TextEditor(text);
        foreach (var slip in slips)
            editor.Replace(Rule, slip.Start, slip.Length, slip.Original);
        return editor.ToRepairedText();
    }

    /// <summary>What the bytes that were put back tell of the converter that lost them.</summary>
    public static ConverterTrace TraceOf(IReadOnlyList<Repair> repairs)
    {
        var trace = ConverterTrace.None;
        foreach (var repair in repairs)
        {
            if (!repair.Rule.Contains(Rule, StringComparison.Ordinal))
                continue;
            if (HoldsReading(repair.Before))
                return ConverterTrace.Readings;
            trace = ConverterTrace.LostBytes;
        }

        return trace;
    }

    static bool HoldsReading(string damaged)
    {
        var inside = damaged.AsSpan().TrimStart('?');
        return inside.IndexOfAny(')', '）') is var close and > 0 && PinyinSyllable.TryParse(inside[..close], out _);
    }

    static int NextMark(string text, int from)
    {
        var next = text.AsSpan(from).IndexOfAny(Marks);
        return next < 0 ? -1 : from + next;
    }

    static SlipStart? FindStart(string text, int mark)
    {
        if (mark + 1 >= text.Length || text[mark + 1] <= ' ')
            return null;
        if (FindOrphan(text, mark) is { } orphan)
            return orphan;

        // A second byte is none of these: what was lost would be two characters of which one byte each is known, and far less probable than a mark.
        if (text[mark + 1] is < '@' and not '?')
            return null;
        var isAmongHan = IsHan(text, mark - 1) || IsHan(text, mark + 1) || IsHan(text, mark + 2);
        return isAmongHan && !LooksInStep(text, mark + 1) ? new(mark, mark + 1, AllLeads, false) : null;
    }

    /// <summary>Whether common characters follow, up to a stop or for a while; two random bytes seldom make one.</summary>
    static bool LooksInStep(string text, int from)
    {
        for (var index = from; index < Math.Min(text.Length, from + ConvincingRun); index++)
        {
            var unit = text[index];
            if (unit is (< '@' and not '?') or '，' or '。' or '、' or '」' or '”' or '》' or '）')
                return index > from || unit is '」' or '”' or '》' or '）';
            if (!IsHan(text, index) || !UnitClasses.IsCommon(unit))
                return false;
        }

        return true;
    }

    /// <summary>The rest of a reading tells the byte: the character it belongs to was made of the last byte before it and the lost one.</summary>
    static SlipStart? FindOrphan(string text, int mark)
    {
        var inside = text.AsSpan(mark + 1, Math.Min(LongestSyllable + 1, text.Length - mark - 1));
        var close = inside.IndexOfAny(')', '）');
        if (close <= 0 || !PinyinSyllable.TryParse(inside[..close], out var syllable))
            return null;

        var before = mark - 1;
        if (before >= 0 && text[before] is ')' or '）')
            before = text.AsSpan(0, before).LastIndexOfAny('(', '（') - 1;
        if (before < 0 || GbkPairs.Table.Encode(text[before]) is not (var pair and not 0))
            return null;
        int[] leads = [.. AllLeads.Where(lead => ReadingTable.BuiltIn.Match(GbkPairs.Table.Decode(pair & 0xFF, lead), syllable) != ReadingMatch.None)];
        return leads.Length > 0 ? new(mark, mark + close + 2, leads, true) : null;
    }

    static bool IsHan(string text, int index) => (uint)index < (uint)text.Length && UnitClasses.Of(text[index]) == UnitClass.Han;
}
