using System.Text.Unicode;
using Tanyuan.Text.Decoding;

namespace Tanyuan.Text.Repairing.Mojibake;

/// <summary>
/// Chinese, Japanese and Korean in its old charsets that was read in another: GBK as Latin-1 (<c>ÖÐ¹ú</c> for 中国), Big5 as GBK, GBK as Big5, and
/// so on. The lines that look damaged are turned back into bytes and read in each charset that they are valid in; the one reading that makes
/// most of them ordinary text was meant. Which other lines share the damage, <see cref="SharedDamage"/> tells. A line is replaced only if its bytes
/// read the wrong way give the page back.
/// </summary>
internal static class LegacyLayer
{
    // In eighths of a bit. Ordinary text costs 75 or so a character, hardly ever 100; what is read wrongly, seldom less than 105.
    const int DamagedCost = 102;
    const int OrdinaryCost = 96;
    const int FewestCharacters = 4;

    // A line of rarer words may cost more, if it costs so many tenths of what it does as it stands.
    const int RareCost = 108;
    const int MostTenthsOfRare = 8;

    // What each character that is read otherwise must gain, all those of a line and all that are judged. There are thirty ways to read a text, and
    // lists of words have many a line that is rarer than another reading of it: of what looks damaged, most must become ordinary.
    const int GainPerCharacter = 14;
    const int LeastGainOfLine = 100;
    const int LeastGain = 320;
    const int MostTenths = 7;

    // What the reading of Western characters may cost, and in tenths of what they cost.
    const int OrdinaryCostOfWestern = 100;
    const int WorthTenths = 6;

    const char FirstEastAsian = '\u2E80';

    // A row of × and ÷ is no text.
    const int FewestDifferent = 6;

    // The least ordinary lines tell.
    const int JudgedLength = 600;

    /// <summary>How bytes may have been read wrongly (null: each as a Western character), and how they should have been.</summary>
    static readonly Chain[] Chains = MakeChains();

    public static RepairedText Repair(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange('\0', '\u007F') < 0)
            return RepairedText.Unchanged(text);

        var lines = Lines(text);
        var damaged = lines.FindAll(line => line.Damage > 0);
        if (damaged.Count == 0)
            return RepairedText.Unchanged(text);

        damaged.Sort((one, other) => other.Damage.CompareTo(one.Damage));
        var judged = Judged(text, damaged);
        if (Chains.Select(chain => (Chain: chain, Gain: Gain(judged, chain))).MaxBy(one => one.Gain) is not ({ } best, > 0))
            return RepairedText.Unchanged(text);

        var readings = lines.ConvertAll(line => new MisreadLine(text.Substring(line.Start, line.Length)).BytesIn(best.Misread) is { } bytes ? best.Meant.ReadMeant(bytes) : null);
        var isShared = SharedDamage.Among(lines.ConvertAll(line => text.AsMemory(line.Start, line.Length)), readings);
        var editor = new TextEditor(text);
        for (var number = 0; number < lines.Count; number++)
        {
            if (isShared[number])
                editor.Replace(MojibakeRepair.Rule, lines[number].Start, lines[number].Length, readings[number]);
        }

        return editor.ToRepairedText();
    }

    static List<Line> Lines(string text)
    {
        var lines = new List<Line>();
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny('\n', '\r', '\uFFFD');
            length = length < 0 ? text.Length - start : length;
            if (length > 0)
                lines.Add(new(start, length, DamageOf(text.AsSpan(start, length))));
            start += length + 1;
        }

        return lines;
    }

    /// <summary>What a character of a line costs on average where it looks damaged; 0 where it does not.</summary>
    static int DamageOf(ReadOnlySpan<char> line)
    {
        if (!line.ContainsAnyInRange(FirstEastAsian, char.MaxValue))
            return LooksWestern(line) ? byte.MaxValue : 0;
        var cost = EastAsianCost.Of(line);
        if (cost.EastAsian >= FewestCharacters && cost.EastAsian * 2 >= cost.BeyondAscii && cost.IsAbove(DamagedCost))
            return (int)(cost.Least / cost.BeyondAscii);
        return cost.BeyondAscii - cost.EastAsian >= 2 * FewestCharacters && LooksWestern(line) ? byte.MaxValue : 0;
    }

    /// <summary>Whether a line is Western characters side by side, more of them than letters, and no UTF-8, which is another layer's.</summary>
    static bool LooksWestern(ReadOnlySpan<char> line)
    {
        if (!HasManyWestern(line))
            return false;
        int western = 0, paired = 0, letters = 0;
        var before = false;
        foreach (var unit in line)
        {
            var isWestern = unit is >= '\u0080' and <= '\u00FF';
            western += isWestern ? 1 : 0;
            paired += isWestern && before ? 1 : 0;
            before = isWestern;
            letters += char.IsAsciiLetter(unit) ? 1 : 0;
        }

        return paired * 2 >= western && western >= letters && AreDifferent(line) && !(MisreadLine.WesternBytesOf(line) is { } bytes && Utf8.IsValid(bytes));
    }

    static bool HasManyWestern(ReadOnlySpan<char> line)
    {
        for (var count = 0; count < 2 * FewestCharacters; count++)
        {
            var next = line.IndexOfAnyInRange('\u0080', '\u00FF');
            if (next < 0)
                return false;
            line = line[(next + 1)..];
        }

        return true;
    }

    static bool AreDifferent(ReadOnlySpan<char> line)
    {
        Span<char> seen = stackalloc char[FewestDifferent];
        var count = 0;
        foreach (var unit in line)
        {
            if (unit < 0x80 || seen[..count].Contains(unit))
                continue;
            seen[count++] = unit;
            if (count == FewestDifferent)
                return true;
        }

        return false;
    }

    /// <summary>By how much the least ordinary lines become likelier, as far as they are ordinary text then; 0 where they are not, or a chain before it does the same.</summary>
    static long Gain(List<MisreadLine> lines, Chain chain)
    {
        // What both write alike is read alike.
        if (chain.Misread == OldCharset.Gb18030 && lines.TrueForAll(IsSameInGbk))
            return 0;
        long gain = 0;
        var spare = lines.Sum(line => line.Text.Length) * (10 - MostTenths);
        foreach (var line in lines)
        {
            if (IsOrdinary(line, chain, out var saved))
                gain += saved;
            else if ((spare -= line.Text.Length * 10) < 0)
                return 0;
        }

        return gain >= LeastGain ? gain : 0;
    }

    static bool IsSameInGbk(MisreadLine line) => line.BytesIn(OldCharset.Gbk) is { } bytes && line.BytesIn(OldCharset.Gb18030) is { } others && (bytes == others || bytes.AsSpan().SequenceEqual(others));

    static List<MisreadLine> Judged(string text, List<Line> lines)
    {
        var judged = new List<MisreadLine>();
        for (var length = 0; length <= JudgedLength && judged.Count < lines.Count;)
        {
            var line = lines[judged.Count];
            length += line.Length;
            judged.Add(new(text.Substring(line.Start, line.Length)));
        }

        return judged;
    }

    static bool IsOrdinary(MisreadLine line, Chain chain, out long saved)
    {
        saved = 0;
        if (line.BytesIn(chain.Misread) is not { } bytes || chain.Meant.ReadMeant(bytes) is not { } reading)
            return false;
        return chain.Misread is null ? IsWorthOfWestern(line.Text, reading, out saved) : IsWorth(line.Text, reading, out saved);
    }

    static bool IsWorth(ReadOnlySpan<char> line, string reading, out long saved)
    {
        var (before, after) = (EastAsianCost.Of(line), EastAsianCost.Of(reading));
        saved = before.Least - after.Least;
        if (after.EastAsian < FewestCharacters || after.EastAsian * 2 < after.BeyondAscii || after.IsAbove(after.Least * 10 <= before.Least * MostTenthsOfRare ? RareCost : OrdinaryCost))
            return false;

        var changed = after.BeyondAscii;
        for (var index = 0; index < reading.Length && reading.Length == line.Length; index++)
            changed -= reading[index] == line[index] && reading[index] >= 0x80 ? 1 : 0;
        return changed > 0 && saved >= changed * (long)GainPerCharacter && saved >= LeastGainOfLine;
    }

    static bool IsWorthOfWestern(ReadOnlySpan<char> line, string reading, out long saved)
    {
        var beyond = 0;
        foreach (var unit in reading)
            beyond += unit >= 0x80 ? 1 : 0;
        var ascii = (reading.Length - beyond) * (long)CharacterModel.AsciiCost;
        var cost = CharacterModel.LeastCost(reading);
        saved = CharacterModel.LeastCost(line) - cost;
        return beyond >= FewestCharacters && cost - ascii <= beyond * (long)OrdinaryCostOfWestern && cost * 10 <= (saved + cost) * WorthTenths;
    }

    static Chain[] MakeChains()
    {
        OldCharset[] charsets = [OldCharset.Gbk, OldCharset.Big5, OldCharset.ShiftJis, OldCharset.EucKr];
        return
        [
            .. charsets.Select(meant => new Chain(null, meant)),
            .. charsets.Append(OldCharset.Gb18030).SelectMany(misread => charsets.Append(OldCharset.Utf8)
                .Where(meant => meant != misread && !(misread == OldCharset.Gb18030 && meant == OldCharset.Gbk))
                .Select(meant => new Chain(misread, meant))),
        ];
    }

    sealed record Chain(OldCharset? Misread, OldCharset Meant);

    readonly record struct Line(int Start, int Length, int Damage);
}
