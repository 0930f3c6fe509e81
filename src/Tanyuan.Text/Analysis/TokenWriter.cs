using System.Numerics;
using Tanyuan.Text.Tables;
using Tanyuan.Text.Words;

namespace Tanyuan.Text.Analysis;

/// <summary>Writes the tokens of a folded text as its words are found; what they are is said at <see cref="IndexAnalyzer"/>.</summary>
internal readonly ref struct TokenWriter<TSink>(ReadOnlySpan<char> key, ref TSink sink) : IWordVisitor
    where TSink : ITokenSink
{
    const uint SubWordLengths = 0b11100;
    const int LongestJoined = 64;

    readonly ReadOnlySpan<char> key = key;
    readonly ref TSink sink = ref sink;

    public void VisitStretch(int start, int length) => WriteGrams(start, start + length);

    public void VisitWord(int start, int length, ReadOnlySpan<uint> dictionaryWords)
    {
        Write(start, length);
        if (length == 1)
            return;

        var end = start + length;
        for (var index = start; index < end;)
        {
            if (UnitClasses.IsAlphanumeric(key[index]))
            {
                index = WriteRun(index, end, whole: index > start);
                continue;
            }

            if (length > 2 && dictionaryWords.Length > 0)
                WriteSubWords(index, dictionaryWords[index - start], index == start ? length - 1 : end - index);
            index++;
        }
    }

    /// <summary>The dictionary words that begin here, at most <paramref name="longest"/> units long.</summary>
    void WriteSubWords(int start, uint dictionaryWords, int longest)
    {
        var found = dictionaryWords & SubWordLengths & ((2u << Math.Min(longest, 30)) - 1);
        for (; found != 0; found &= found - 1)
            Write(start, BitOperations.TrailingZeroCount(found));
    }

    /// <summary>A run of letters and digits inside a word; returns its end.</summary>
    int WriteRun(int start, int wordEnd, bool whole)
    {
        var end = Math.Min(Runs.EndOfPiece(key, start, UnitClass.Letter), wordEnd);
        if (whole || end < wordEnd)
            Write(start, end - start);

        var partEnd = Runs.EndOfPart(key, start);
        if (partEnd < end)
            WriteJoined(start, end);
        for (var part = start; part < end; part = partEnd + 1)
        {
            partEnd = Runs.EndOfPart(key, part);
            while (partEnd + 1 < end && Runs.IsInsideNumber(key, partEnd))
                partEnd = Runs.EndOfPart(key, partEnd + 1);
            if (partEnd > part && (part > start || partEnd < end))
                Write(part, partEnd - part);
            WriteLettersAndDigits(part, partEnd);
        }

        return end;
    }

    void WriteJoined(int start, int end)
    {
        if (end - start > LongestJoined || key[start..end].IndexOfAny("-_',") < 0)
            return;

        Span<char> joined = stackalloc char[LongestJoined];
        var length = 0;
        foreach (var unit in key[start..end])
        {
            if (unit is not ('-' or '_' or '\'' or ','))
                joined[length++] = unit;
        }

        sink.Add(TokenKind.Word, joined[..length], start, end - start);
    }

    void WriteLettersAndDigits(int start, int end)
    {
        var border = 0;
        for (var index = start + 1; index < end; index++)
        {
            if (!UnitClasses.IsAlphanumeric(key[index]))
                return;
            if (UnitClasses.Of(key[index]) == UnitClasses.Of(key[index - 1]))
                continue;
            if (border > 0)
                return;
            border = index;
        }

        if (border > 0)
        {
            Write(start, border - start);
            Write(border, end - border);
        }
    }

    void WriteGrams(int start, int end)
    {
        var previous = -1;
        for (var index = start; index < end;)
        {
            var unitClass = UnitClasses.Of(key[index]);
            if (unitClass is UnitClass.Digit or UnitClass.Letter)
            {
                var part = Runs.EndOfPart(key, index);
                sink.Add(TokenKind.Gram, key[index..part], index, part - index);
                previous = -1;
                index = part;
            }
            else if (unitClass == UnitClass.Other)
            {
                previous = -1;
                index++;
            }
            else
            {
                var next = index + (unitClass == UnitClass.HanLead ? 2 : 1);
                var (hasNext, touches) = Neighbour(next, end);
                if (hasNext)
                {
                    if (previous < 0 && index > start)
                        WriteGram(index, next);
                    WriteGram(index, next + (key[next] is >= '\ud800' and < '\ue000' ? 2 : 1));
                }
                else if (previous < 0 || touches)
                {
                    WriteGram(index, next);
                }

                previous = index;
                index = next;
            }
        }
    }

    (bool HasNext, bool Touches) Neighbour(int next, int end) =>
        next >= end ? (false, false) : UnitClasses.IsAlphanumeric(key[next]) ? (false, true) : (UnitClasses.Of(key[next]) != UnitClass.Other, false);

    void Write(int start, int length) => sink.Add(TokenKind.Word, key.Slice(start, length), start, length);

    void WriteGram(int start, int end) => sink.Add(TokenKind.Gram, key[start..end], start, end - start);
}
