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
    const double EnoughGain = 2.5;

    // How much worse than the page a reading may become on its way.
    const double Patience = 25;

    // How much more the runner-up must cost for a character to be taken as known: odds of two to one.
    const double SureMargin = 0.7;

    // A text in which nothing comes of so many attempts more than succeed is damaged in another way.
    const int EnoughAttempts = 50;

    const int ContextBefore = 6;
    const int LongestSlip = 160;
    const int ConvincingRun = 6;
    const int LongestSyllable = 7;

    static readonly SearchValues<char> Marks = SearchValues.Create('?', Lost);
    static readonly int[] AllLeads = [.. Enumerable.Range(GbkPairs.FirstLead, GbkPairs.LastByte - GbkPairs.FirstLead + 1)];

    public static RepairedText Repair(string text)
    {
        SlipCosts? costs = null;
        var slips = new List<Slip>();
        var attempts = EnoughAttempts;
        for (var mark = NextMark(text, 0); mark >= 0 && attempts > 0; mark = NextMark(text, mark))
        {
            if (FindStart(text, mark) is not { } start)
            {
                mark++;
                continue;
            }

            var slip = Read(text, start, costs ??= new(text));
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

    /// <summary>Whether a reading that a converter wrote between two bytes is among what was repaired.</summary>
    public static bool ShowsReadings(IReadOnlyList<Repair> repairs) =>
        repairs.Any(repair => repair.Rule.Contains(Rule, StringComparison.Ordinal) && repair.Before.AsSpan().TrimStart('?').IndexOfAny(')', '）') is var close and > 0
            && PinyinSyllable.TryParse(repair.Before.AsSpan().TrimStart('?')[..close], out _));

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

    static Slip? Read(string text, SlipStart start, SlipCosts costs)
    {
        var lineStart = text.LastIndexOf('\n', start.Mark) + 1;
        var first = Math.Max(lineStart, start.Mark - ContextBefore);
        var lineEnd = text.IndexOf('\n', start.Mark);
        var end = Math.Min(lineEnd < 0 ? text.Length : lineEnd, start.Next + LongestSlip);

        var standing = new SlipReader(costs, new(text, first, end, null), null);
        var cost = standing.Read();
        var limits = Enumerable.Range(first, end - first + 1).Select(index => standing.CostAt(index) + Patience).ToArray();
        var reader = new SlipReader(costs, new(text, first, end, start), limits);
        var gain = cost - reader.Read();
        if (gain < EnoughGain)
            return null;

        var steps = reader.Path().FindAll(step => step.Edge.IsSlip);
        var length = steps[^1].Edge.To.Index - start.Mark;
        var original = string.Concat(steps.Select(step => step.Character));
        var damaged = text.AsSpan(start.Next, start.Mark + length - start.Next);
        if (!SlipForward.Gives(original, damaged) && !SlipForward.Gives(original, text.AsSpan(start.Mark, length)))
            return null;
        return new(start.Mark, length, string.Concat(steps.Select(step => IsSure(step, reader, cost - gain) ? step.Character : Lost)), gain);
    }

    static bool IsSure(SlipStep step, SlipReader reader, double best)
    {
        if (step.Edge.Options.Length == 1)
            return true;
        step.Edge.Excluded = TextFolder.Fold(step.Character);
        var runnerUp = reader.Read();
        step.Edge.Excluded = '\0';
        return runnerUp - best >= SureMargin;
    }

    /// <summary>A range of the text, what stood there before the slip, and how much more probable that is.</summary>
    sealed record Slip(int Start, int Length, string Original, double Gain);
}
