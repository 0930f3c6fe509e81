namespace Tanyuan.Index.Bench;

/// <summary>
/// The analysis that the peers share: each two neighbouring Han characters, a Han character alone where it has no neighbour, runs of
/// letters and digits as a whole in lower case. The position of a token is its ordinal, as Lucene counts.
/// </summary>
static class Bigrams
{
    internal static bool IsHan(char character) => character is (>= '\u3400' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff');

    /// <summary>Adds the tokens of a text to a field of a document.</summary>
    internal static void Analyze(ReadOnlySpan<char> text, IndexDocument target, int field)
    {
        Span<char> lower = stackalloc char[64];
        var position = 0;
        for (var i = 0; i < text.Length;)
        {
            if (IsHan(text[i]))
            {
                var alone = i + 1 >= text.Length || !IsHan(text[i + 1]);
                if (alone)
                    target.Add(field, text.Slice(i, 1), position++);
                for (; i + 1 < text.Length && IsHan(text[i + 1]); i++)
                    target.Add(field, text.Slice(i, 2), position++);
                i++;
            }
            else if (char.IsLetterOrDigit(text[i]))
            {
                var start = i;
                while (i < text.Length && char.IsLetterOrDigit(text[i]) && !IsHan(text[i]) && i - start < lower.Length)
                    i++;
                var length = text[start..i].ToLowerInvariant(lower);
                target.Add(field, lower[..length], position++);
            }
            else
            {
                i++;
            }
        }
    }
}
