namespace Tanyuan.Pages.Html;

/// <summary>
/// Counts over the characters of a line. Weight is comparable between scripts: an ideograph, kana or hangul syllable counts one, a letter
/// or digit of an alphabet a third, so that a Chinese and an English sentence of the same content weigh about the same. Punctuation is that
/// of prose, in both widths: readers that know only the ASCII comma see no sentences in Chinese.
/// </summary>
internal readonly record struct LineMeasure(float Weight, float LinkWeight, int Marks, int Ends)
{
    /// <summary>The share of the line that stands in links.</summary>
    public float LinkDensity => Weight <= 0 ? 0 : Math.Min(1, LinkWeight / Weight);

    /// <summary>The weight outside links.</summary>
    public float FreeWeight => Math.Max(0, Weight - LinkWeight);

    /// <summary>Whether it reads as prose: enough words outside links, and punctuation among them.</summary>
    public bool IsProse => FreeWeight >= 10 && Marks > 0 && LinkDensity < 0.5f && (Ends > 0 || Marks > 1 || FreeWeight >= 25);

    static readonly float[] AsciiWeights = [.. Enumerable.Range(0, 128).Select(character => char.IsAsciiLetterOrDigit((char)character) ? 1 / 3f : 0)];

    /// <summary>The weight of one character.</summary>
    public static float WeightOf(char character) => character < 128 ? AsciiWeights[character] : WeightOfOther(character);

    /// <summary>The weight of a run of characters.</summary>
    public static float WeightOf(ReadOnlySpan<char> characters)
    {
        var weight = 0f;
        foreach (var character in characters)
            weight += WeightOf(character);
        return weight;
    }

    static float WeightOfOther(char character) => character switch
    {
        >= '\u3400' and <= '\u9FFF' or >= '\u3040' and <= '\u30FF' or >= '\uAC00' and <= '\uD7AF' or >= '\uF900' and <= '\uFAFF' => 1,
        _ when char.IsSurrogate(character) => 0.5f,
        _ when char.IsLetterOrDigit(character) => 1 / 3f,
        _ => 0,
    };

    /// <summary>Counts a line.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="linkWeight">The weight of its characters that stand in links.</param>
    public static LineMeasure Of(string text, float linkWeight)
    {
        var weight = 0f;
        var (marks, ends) = (0, 0);
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            weight += WeightOf(character);
            if (char.IsAsciiLetterOrDigit(character) || character is ' ' or (>= '\u3400' and <= '\u9FFF'))
                continue;
            var isLast = index + 1 >= text.Length;
            switch (character)
            {
                case '。' or '！' or '？' or '…' or '；' or '｡':
                    (marks, ends) = (marks + 1, ends + 1);
                    break;
                case '.' or '!' or '?':
                    // A dot inside a number or an address ends no sentence.
                    if (isLast || char.IsWhiteSpace(text[index + 1]) || text[index + 1] is '"' or '”' or ')' or '»')
                        (marks, ends) = (marks + 1, ends + 1);
                    break;
                case '，' or '、' or '：' or '､':
                    marks++;
                    break;
                case ',' or ';' or ':':
                    if (isLast || !char.IsAsciiDigit(text[index + 1]))
                        marks++;
                    break;
            }
        }

        return new LineMeasure(weight, linkWeight, marks, ends);
    }
}
