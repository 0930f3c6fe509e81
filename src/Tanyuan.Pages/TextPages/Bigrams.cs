namespace Tanyuan.Pages.TextPages;

/// <summary>
/// The vocabulary of a folded text without a dictionary: pairs of neighbouring Han characters, and whole Latin words or numbers.
/// Pairs with a function character are left out, since every text has them.
/// </summary>
internal static class Bigrams
{
    static readonly System.Buffers.SearchValues<char> FunctionCharacters =
        System.Buffers.SearchValues.Create("的了在是和与及也都就而但或这那其之以于为被把将对从到向并且又还很更最不没有我你他她它们个一上下中年月日时说会可能要着过等此所");

    /// <summary>The distinct terms of a folded text.</summary>
    public static HashSet<int> Of(ReadOnlySpan<char> folded)
    {
        var terms = new HashSet<int>();
        for (var position = 0; position < folded.Length; position++)
        {
            var unit = folded[position];
            if (IsHan(unit))
            {
                if (position + 1 < folded.Length && IsHan(folded[position + 1])
                    && !FunctionCharacters.Contains(unit) && !FunctionCharacters.Contains(folded[position + 1]))
                    terms.Add((unit << 16) | folded[position + 1]);
            }
            else if (char.IsLetterOrDigit(unit))
            {
                var end = position + 1;
                while (end < folded.Length && char.IsLetterOrDigit(folded[end]) && !IsHan(folded[end]))
                    end++;

                if (end - position > 2)
                    terms.Add(string.GetHashCode(folded[position..end], StringComparison.Ordinal));
                position = end - 1;
            }
        }

        return terms;
    }

    /// <summary>Whether a unit is a Han character of the basic planes that texts are made of.</summary>
    public static bool IsHan(char unit) => unit is >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff';
}
