using Tanyuan.Text;

namespace Tanyuan.Answers.Restrictions;

/// <summary>
/// Finds the <see cref="Restriction"/>s of a folded text in one pass: years, months, quarters, halves and seasons, ordinals, parts of the world,
/// and what changes are measured against.
/// </summary>
internal static class RestrictionFinder
{
    /// <summary>The value of the last of a row.</summary>
    public const int Last = -1;

    /// <summary>The values of the halves and the quarters of a year, in order from these on.</summary>
    public const int FirstHalf = 21, FirstQuarter = 41;

    const int Spring = 31, FirstMonth = 1;
    const string Numerals = "零一二三四五六七八九十百";
    const string CountedWith = "次届个位座部条家只任款批场章集期代名项台间所支架艘辆号轮回度";

    /// <summary>The restrictions in order.</summary>
    public static List<Restriction> Find(ReadOnlySpan<char> key)
    {
        var found = new List<Restriction>();
        for (var i = 0; i < key.Length;)
        {
            var length = At(key, i, out var restriction);
            if (length > 0)
                found.Add(restriction with { Span = new TextSpan(i, length) });
            i += Math.Max(1, length);
        }

        return found;
    }

    static int At(ReadOnlySpan<char> key, int i, out Restriction restriction)
    {
        var rest = key[i..];
        restriction = default;
        switch (rest[0])
        {
            case >= '0' and <= '9':
                return i > 0 && (char.IsAsciiLetterOrDigit(key[i - 1]) || key[i - 1] is '.' or '-') ? 0 : Numbered(rest, ref restriction);
            case 'q' when (i == 0 || !char.IsAsciiLetterOrDigit(key[i - 1])) && rest is ['q', >= '1' and <= '4', ..] && (rest.Length == 2 || !char.IsAsciiLetterOrDigit(rest[2])):
                restriction = new Restriction(RestrictionKind.PartOfYear, FirstQuarter + rest[1] - '1', '\0', default);
                return 2;
            case '第':
                return Ordinal(rest, ref restriction);
            case '首' or '初' when rest.Length > 1 && CountedWith.Contains(rest[1]) && (rest[0] == '首' || rest[1] == '次'):
                restriction = new Restriction(RestrictionKind.Ordinal, 1, Counted(rest[1]), default);
                return 2;
            case '最' when rest is ['最', '后' or '末', '一', _, ..] && CountedWith.Contains(rest[3]):
                restriction = new Restriction(RestrictionKind.Ordinal, Last, Counted(rest[3]), default);
                return 4;
            case '上' or '下' when rest is [_, '半', '年', ..]:
                restriction = new Restriction(RestrictionKind.PartOfYear, FirstHalf + (rest[0] == '下' ? 1 : 0), '\0', default);
                return 3;
            case '春' or '夏' or '秋' or '冬' when rest is [_, '季' or '天', ..]:
                restriction = new Restriction(RestrictionKind.PartOfYear, Spring + "春夏秋冬".IndexOf(rest[0]), '\0', default);
                return 2;
            case '同' or '环' when rest is [_, '比', ..]:
                restriction = new Restriction(RestrictionKind.Basis, rest[0], '\0', default);
                return 2;
            case >= '一' when Numerals.Contains(rest[0]):
                return InNumerals(rest, ref restriction);
            default:
                return Place(key, i, ref restriction);
        }
    }

    // 2023年, 2019-2023年, 4月, 1季度.
    static int Numbered(ReadOnlySpan<char> rest, ref Restriction restriction)
    {
        var (value, digits) = Number(rest);
        var unit = rest[digits..];
        if (digits == 4 && value is >= 1000 and < 2100 && unit.TrimStart(' ') is ['年' or '财', ..] or ['-' or '/' or '~' or '至', >= '0' and <= '9', ..])
            restriction = new Restriction(RestrictionKind.Year, value, '\0', default);
        else if (digits <= 2 && value is >= 1 and <= 12 && unit is ['月', ..])
            restriction = new Restriction(RestrictionKind.PartOfYear, FirstMonth + value - 1, '\0', default);
        else if (digits == 1 && value is >= 1 and <= 4 && unit is ['季', '度', ..])
            restriction = new Restriction(RestrictionKind.PartOfYear, FirstQuarter + value - 1, '\0', default);
        else
            return 0;
        return digits + (restriction.Kind == RestrictionKind.Year ? unit is ['年', ..] ? 1 : 0 : unit[0] == '月' ? 1 : 2);
    }

    // 十二月, 一季度.
    static int InNumerals(ReadOnlySpan<char> rest, ref Restriction restriction)
    {
        var (value, digits) = Number(rest);
        var unit = rest[digits..];
        if (value is >= 1 and <= 12 && unit is ['月', ..])
            restriction = new Restriction(RestrictionKind.PartOfYear, FirstMonth + value - 1, '\0', default);
        else if (value is >= 1 and <= 4 && unit is ['季', '度', ..])
            restriction = new Restriction(RestrictionKind.PartOfYear, FirstQuarter + value - 1, '\0', default);
        else
            return 0;
        return digits + (unit[0] == '月' ? 1 : 2);
    }

    static int Ordinal(ReadOnlySpan<char> rest, ref Restriction restriction)
    {
        var (value, digits) = Number(rest[1..]);
        if (digits == 0)
            return 0;
        var after = rest[(1 + digits)..];
        if (after is ['季', '度', ..])
        {
            restriction = new Restriction(RestrictionKind.PartOfYear, FirstQuarter + value - 1, '\0', default);
            return digits + 3;
        }

        var counted = after.Length > 0 && CountedWith.Contains(after[0]);
        restriction = new Restriction(RestrictionKind.Ordinal, value, counted ? Counted(after[0]) : '\0', default);
        return digits + (counted ? 2 : 1);
    }

    static int Place(ReadOnlySpan<char> key, int i, ref Restriction restriction)
    {
        if (char.IsAsciiLetter(key[i]) && i > 0 && char.IsAsciiLetterOrDigit(key[i - 1]))
            return 0;
        var (length, region) = Regions.At(key[i..]);
        if (length > 0)
            restriction = new Restriction(RestrictionKind.Place, region, '\0', default);
        return length;
    }

    // 首度, 首次 and 第一回 count the same.
    static char Counted(char word) => word is '度' or '回' ? '次' : word;

    // A number in digits or in numerals below a hundred and more, and how many characters it takes.
    static (int Value, int Length) Number(ReadOnlySpan<char> text)
    {
        int length = 0, value = 0;
        while (length < text.Length && length < 6 && char.IsAsciiDigit(text[length]))
            value = (10 * value) + text[length++] - '0';
        if (length > 0)
            return (value, length);
        var pending = 0;
        for (; length < text.Length && Numerals.IndexOf(text[length]) is var digit and >= 0; length++)
        {
            if (digit < 10)
            {
                pending = (10 * pending) + digit;
                continue;
            }

            value += Math.Max(1, pending) * (digit == 10 ? 10 : 100);
            pending = 0;
        }

        return (value + pending, length);
    }
}
