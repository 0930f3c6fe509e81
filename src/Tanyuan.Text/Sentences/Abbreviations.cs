namespace Tanyuan.Text.Sentences;

/// <summary>English words that a full stop belongs to, and the words that most often open a sentence behind them.</summary>
internal static class Abbreviations
{
    /// <summary>Always followed by what they introduce: never the end of a sentence.</summary>
    static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Leading = Set(
        "mr mrs ms mx dr prof st mt messrs gen col maj sgt cpl lt capt cmdr adm rev hon pres gov sen rep amb fr no nos fig figs vol vols ch sec pp " +
        "art para eq eqs ref refs vs v cf e.g i.e viz approx ca est op al jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri");

    /// <summary>May stand at the end of a sentence or within one: what follows decides.</summary>
    static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Trailing = Set(
        "etc inc ltd co corp plc llc jr sr bros dept univ ave blvd rd a.m p.m am pm ph.d b.a m.a b.sc m.sc m.d u.s u.k u.n e.u u.s.a d.c a.d b.c d.j p.s " +
        "ft in oz lb lbs hr hrs min sq max ext tel ed eds trans");

    static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Openers = Set(
        "the a an in on at by for from to of with without as if when while after before since until although though because however but and or so yet " +
        "it its he his she her they their we our you your i my this that these those there here what who which where why how not no all some many most " +
        "both each every another other such one two last next now then also meanwhile moreover according despite during under over between among");

    public static bool NeverEnds(ReadOnlySpan<char> word) => Leading.Contains(Lower(word, stackalloc char[16]));

    public static bool MayEnd(ReadOnlySpan<char> word) =>
        Trailing.Contains(Lower(word, stackalloc char[16])) || (word.Length == 1 && char.IsAsciiLetterUpper(word[0])) || IsInitials(word);

    public static bool OpensSentence(ReadOnlySpan<char> word) =>
        word.Length > 0 && char.IsUpper(word[0]) && Openers.Contains(Lower(word, stackalloc char[16]));

    /// <summary>Whether a word is capitals parted by full stops, such as <c>U.S.A</c>.</summary>
    static bool IsInitials(ReadOnlySpan<char> word)
    {
        if (word.Length < 3 || word.Length % 2 == 0)
            return false;
        for (var i = 0; i < word.Length; i++)
        {
            if (i % 2 == 0 ? !char.IsAsciiLetterUpper(word[i]) : word[i] != '.')
                return false;
        }

        return true;
    }

    static ReadOnlySpan<char> Lower(ReadOnlySpan<char> word, Span<char> buffer)
    {
        var length = word.ToLowerInvariant(buffer);
        return length < 0 ? [] : buffer[..length];
    }

    static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToHashSet().GetAlternateLookup<ReadOnlySpan<char>>();
}
