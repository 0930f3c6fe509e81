using System.Buffers;

namespace Tanyuan.Text.Sentences;

/// <summary>
/// Splits Chinese, English and mixed text into sentences. 。！？ and their half-width forms end one, as do …… and an English
/// full stop that belongs to no abbreviation, number or name; ； does not. Closing quotes and brackets stay with the sentence
/// they close. A mark inside a title 《…》 or inside brackets ends nothing, and neither does one whose closing quote is
/// followed by the rest of the clause (<c>“怎么办？”的问题</c>).
/// </summary>
public static class SentenceSplitter
{
    /// <summary>How far the closing bracket of a title or an aside may be for the marks inside it to be its own.</summary>
    const int BracketReach = 80;

    static readonly SearchValues<char> LineBreaks = SearchValues.Create("\n\r\u000B\f\u0085\u2028\u2029");

    const string Closers = "”’」』）】》〉］｝)]}»";
    const string Continuations = "，、；：,;:的等和与與及或之";

    /// <summary>
    /// The sentences of a text in order, each with its closing punctuation and quotes, without surrounding white space.
    /// A line break always ends a sentence. Every character that is not white space lies in exactly one sentence.
    /// </summary>
    public static List<TextSpan> Split(string text)
    {
        var sentences = new List<TextSpan>();
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny(LineBreaks);
            var end = length < 0 ? text.Length : start + length;
            SplitLine(text.AsSpan(start, end - start), start, sentences);
            start = end + 1;
        }

        return sentences;
    }

    static void SplitLine(ReadOnlySpan<char> line, int offset, List<TextSpan> sentences)
    {
        var start = 0;
        var straightQuotes = 0;
        for (var i = 0; i < line.Length;)
        {
            if (line[i] == '"')
                straightQuotes++;
            var length = MarkLength(line, i);
            if (length == 0)
            {
                i = Math.Max(i + 1, EndOfBracket(line, i));
                continue;
            }

            var end = EndOfClosers(line, i + length, ref straightQuotes);
            if (Ends(line, start, i, length, end))
            {
                Add(line, start, end, offset, sentences);
                start = end;
                straightQuotes = 0;
            }

            i = end;
        }

        Add(line, start, line.Length, offset, sentences);
    }

    static void Add(ReadOnlySpan<char> line, int start, int end, int offset, List<TextSpan> sentences)
    {
        while (start < end && char.IsWhiteSpace(line[start]))
            start++;
        while (start < end && char.IsWhiteSpace(line[end - 1]))
            end--;
        if (start < end)
            sentences.Add(new(offset + start, end - start));
    }

    /// <summary>The length of the run of end marks at a place: one mark, or several as in ！！, ?!, …… and "...".</summary>
    static int MarkLength(ReadOnlySpan<char> line, int at)
    {
        var end = at;
        while (end < line.Length && line[end] is '。' or '！' or '？' or '!' or '?' or '｡' or '‼' or '⁇' or '⁈' or '⁉' or '…')
            end++;
        if (end == at)
        {
            while (end < line.Length && line[end] is '.' or '．')
                end++;
        }

        return end - at;
    }

    /// <summary>
    /// The end of a bracket that opens at a place and whose marks are its own, or the place itself. An aside that is whole
    /// sentences, with a full stop before its closing bracket, ends at that full stop.
    /// </summary>
    static int EndOfBracket(ReadOnlySpan<char> line, int at)
    {
        var close = line[at] switch
        {
            '《' => '》',
            '〈' => '〉',
            '（' => '）',
            '(' => ')',
            '【' => '】',
            _ => '\0',
        };
        if (close == '\0')
            return at;
        var reach = line.Slice(at + 1, Math.Min(BracketReach, line.Length - at - 1));
        var length = reach.IndexOfAny(close, line[at]);
        if (length < 0 || reach[length] != close)
            return at;
        return length > 0 && close is '）' or ')' && reach[length - 1] is '。' or '.' ? at + length : at + length + 2;
    }

    static int EndOfClosers(ReadOnlySpan<char> line, int end, ref int straightQuotes)
    {
        for (; end < line.Length; end++)
        {
            if (line[end] == '"' && straightQuotes % 2 == 1)
                straightQuotes++;
            else if (!Closers.Contains(line[end]) && !(line[end] == '\'' && (end + 1 == line.Length || char.IsWhiteSpace(line[end + 1]))))
                break;
        }

        return EndOfNoteMark(line, end);
    }

    /// <summary>A footnote mark such as [12] belongs to the sentence before it.</summary>
    static int EndOfNoteMark(ReadOnlySpan<char> line, int end)
    {
        while (end < line.Length && line[end] == '[')
        {
            var digits = end + 1;
            while (digits < line.Length && digits - end <= 4 && char.IsAsciiDigit(line[digits]))
                digits++;
            if (digits == end + 1 || digits == line.Length || line[digits] != ']')
                break;
            end = digits + 1;
        }

        return end;
    }

    static bool Ends(ReadOnlySpan<char> line, int start, int mark, int length, int end)
    {
        var next = end < line.Length ? line[end] : '\n';
        var closed = end > mark + length;
        switch (line[mark])
        {
            case '。' or '！' or '？' or '｡' or '‼' or '⁇' or '⁈' or '⁉':
                return !(closed ? Continuations.Contains(next) : next is '，' or '、' or '；' or ',');

            case '…':
                if (char.IsWhiteSpace(next) || closed && !Continuations.Contains(next))
                    return true;
                return line.Slice(mark, length).ContainsAny("。！？!?") || (length > 1 && !Continuations.Contains(next));

            case '!' or '?':
                if (Continuations.Contains(next) || (char.IsWhiteSpace(next) && StartsLower(line[end..])))
                    return false;
                return !IsLatinOrDigit(next) || (mark > 0 && !IsLatinOrDigit(line[mark - 1]) && line[mark - 1] is not ('/' or '=' or '&' or '?'));

            case '．':
                return char.IsWhiteSpace(next);

            default:
                return FullStopEnds(line, start, mark, length, end, next);
        }
    }

    static bool FullStopEnds(ReadOnlySpan<char> line, int start, int mark, int length, int end, char next)
    {
        if (length >= 6)
            return !Continuations.Contains(next);
        var follows = line[end..].TrimStart();
        var before = mark > 0 ? line[mark - 1] : '\0';
        var spaced = char.IsWhiteSpace(next);
        if (!spaced && !(IsHan(next) && IsLatinOrDigit(before) && length == 1))
            return false;
        if (follows.IsEmpty)
            return true;
        if (StartsLower(follows))
            return false;
        if (length > 1)
            return true;

        var word = WordBefore(line[start..mark]);
        if (word.IsEmpty)
            return true;
        if (word.IndexOfAnyExceptInRange('0', '9') < 0)
            return word.Length > 3 || line[start..mark].Trim().Length > word.Length;
        if (Abbreviations.NeverEnds(word))
            return false;
        return !Abbreviations.MayEnd(word) || Abbreviations.OpensSentence(WordAfter(follows));
    }

    /// <summary>The Latin word, with the full stops inside it, that a text ends in.</summary>
    static ReadOnlySpan<char> WordBefore(ReadOnlySpan<char> text)
    {
        var start = text.Length;
        while (start > 0 && (char.IsAsciiLetterOrDigit(text[start - 1]) || (text[start - 1] == '.' && start < text.Length)))
            start--;
        return text[start..].TrimStart('.');
    }

    static ReadOnlySpan<char> WordAfter(ReadOnlySpan<char> text)
    {
        text = text.TrimStart("\"'“‘([");
        var end = 0;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
            end++;
        return text[..end];
    }

    /// <summary>Whether a text goes on in small letters; iPhone and its like do not count.</summary>
    static bool StartsLower(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        return text.Length > 0 && char.IsLower(text[0]) && !(text.Length > 1 && char.IsUpper(text[1]));
    }

    static bool IsHan(char unit) => unit is >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or '“' or '「' or '《';

    static bool IsLatinOrDigit(char unit) => unit < 0x250 && char.IsLetterOrDigit(unit);
}
