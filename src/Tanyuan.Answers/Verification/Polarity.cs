using System.Text.RegularExpressions;
using Tanyuan.Answers.Reading;

namespace Tanyuan.Answers.Verification;

/// <summary>
/// Whether a claim and its source agree in what they deny. Negation is compared at the word it stands before, in both directions, so that
/// a denial elsewhere in the sentence does not matter; contraries (增长 and 下降) are compared as words.
/// </summary>
internal static partial class Polarity
{
    /// <summary>How far before a word its negation may stand.</summary>
    const int Reach = 6;
    const int EnglishReach = 16;

    /// <summary>What a part of a claim reverses of its source, or null.</summary>
    public static string? Reversed(ClaimPart part, string source)
    {
        var claim = part.Key;
        foreach (Match negation in Negations().Matches(claim))
        {
            var word = WordsAfter(part, negation.Index + negation.Length).FirstOrDefault(word => source.Contains(word, StringComparison.Ordinal));
            if (word is null ? !Negations().IsMatch(source) : !IsNegated(word, source, anywhere: true))
                return claim[negation.Index..] is { Length: > 12 } rest ? rest[..12] : claim[negation.Index..];
        }

        foreach (Match negation in Negations().Matches(source))
        {
            foreach (var token in part.Tokens)
            {
                var word = TermCover.KeyOf(part.Sentence, token);
                if (TermCover.Weight(part.Sentence, token) > 0 && Follows(source, negation.Index + negation.Length, word)
                    && IsNegated(word, source, anywhere: false) && !IsNegated(word, claim, anywhere: true))
                    return word;
            }
        }

        return Contrary(claim, source);
    }

    static string? Contrary(string claim, string source)
    {
        foreach (var word in Synonyms.WithContrary)
        {
            if (!Has(claim, word) || Has(source, word) || Array.Exists(Synonyms.Of(word).ToArray(), other => other.Length > 1 && Has(source, other)))
                continue;
            foreach (var contrary in Synonyms.ContraryOf(word))
            {
                if (Has(source, contrary) && !Has(claim, contrary))
                    return word;
            }
        }

        return null;
    }

    // A contrary of one character is a word only by itself: 多 and 少 stand inside of too many others.
    static bool Has(string text, string word)
    {
        if (word.Length == 1)
            return false;
        if (!char.IsAsciiLetter(word[0]))
            return text.Contains(word, StringComparison.Ordinal);
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || !char.IsAsciiLetter(text[at - 1]))
                return true;
        }

        return false;
    }

    // The next words that tell something; the first of them that the source has, too, is where the two are compared.
    static IEnumerable<string> WordsAfter(ClaimPart part, int at)
    {
        at += part.Span.Start;
        foreach (var token in part.Tokens)
        {
            if (token.Start >= at && token.Start - at <= EnglishReach && (TermCover.Weight(part.Sentence, token) > 0 || token.Quantity >= 0))
                yield return TermCover.KeyOf(part.Sentence, token);
            else if (token.Start < at && token.End > at + 1)
                yield return part.Sentence.Key[at..token.End];
        }
    }

    /// <summary>Whether a word is denied in a text: at some place, or at all.</summary>
    static bool IsNegated(string word, string text, bool anywhere)
    {
        var found = false;
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
        {
            var reach = char.IsAsciiLetter(word[0]) ? EnglishReach : Reach;
            var from = Math.Max(0, at - reach);
            var before = text[from..at];
            before = before[(before.LastIndexOfAny([',', '，', '。', ';', '；', '\n']) + 1)..];
            var negated = Negations().IsMatch(before) || Negations().IsMatch(word);
            if (negated == anywhere)
                return anywhere;
            found = true;
        }

        // A word that the text lacks is neither: any denial in the text may be meant.
        return found ? !anywhere : anywhere && Negations().IsMatch(text);
    }

    static bool Follows(string text, int at, string word) =>
        word.Length > 1 && text.IndexOf(word, at, Math.Min(text.Length - at, word.Length + 3), StringComparison.Ordinal) >= 0;

    [GeneratedRegex(
        "不(?!仅|但|断|过|久|同|少|足|得不|管|论|只|止|光|锈|动产|料|愧|妨|禁|由得|约而同|到|超过|低于|高于|如|单|时|远|菲|列颠|丹|可或缺|下|已)|没(?!收|落|药)|未(?!来|婚|必|免|曾有)|无(?!线|人|数|论|疑|非|锡|烟|比|穷|限|障碍|形|机|花果|名|産|产)"
        + "|(?<!除|莫|南|东|北|西|中|是|绝|并)非(?!常|洲|法|物质|遗|凡|盈利|营利|政府|裔|典|金属)|(?<!区|分|个|类|识|鉴|差|告|离|特|级|性|派)别(?=再|去|想|让|把)|(?<!是|能|可|与)否认|拒绝|禁止|取消|避免|并非|绝非|从不|毫无|杜绝"
        + @"|\b(?:not|no|never|none|neither|nor|without|cannot|denied|denies|refused|failed|cancelled|canceled)\b|n't\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Negations();
}
