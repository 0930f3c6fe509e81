using System.Text;
using Tanyuan.Text.Repairing;
using Tanyuan.Text.Tests.Decoding;

namespace Tanyuan.Text.Tests.Repairing;

/// <summary>
/// Text in each old charset of East Asia, read in each other: snippets of 20 to 2,000 characters put together from the clauses of our samples, without the
/// characters that the wrong charset has no place for. Restorable is a snippet whose wrong reading, written again in the wrong charset, gives the bytes that it
/// was read from, and holds no U+FFFD; private-use characters count. Measured in whole snippets that come back exactly, and in characters, by the lines that do.
/// </summary>
public sealed class OldCharsetTests
{
    const int Snippets = 2_000;
    const int ShortestSnippet = 20;
    const int Seed = 41;
    const double Least = 0.95;

    public static TheoryData<int, int> Pairs => new()
    {
        { 936, 950 }, { 936, 932 }, { 936, 949 },
        { 950, 936 }, { 950, 932 }, { 950, 949 },
        { 932, 936 }, { 932, 950 }, { 932, 949 },
        { 949, 936 }, { 949, 950 }, { 949, 932 },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Text_of_one_old_charset_read_in_another_comes_back(int meant, int misread) => Check(Measure(meant, misread, false));

    [Theory]
    [InlineData(936, 950)]
    [InlineData(936, 949)]
    [InlineData(949, 936)]
    public void So_does_text_that_was_then_written_in_UTF_8_and_read_as_Latin_1(int meant, int misread) => Check(Measure(meant, misread, true));

    static void Check((int Exact, int Snippets, double Characters) measured)
    {
        Assert.True(measured.Snippets >= Snippets * 9 / 10, $"only {measured.Snippets} of {Snippets} snippets are restorable; seed {Seed}");
        Assert.True(measured.Exact >= Least * measured.Snippets, $"{measured.Exact} of {measured.Snippets} snippets came back exactly; seed {Seed}");
        Assert.True(measured.Characters >= Least, $"{measured.Characters:P1} of the characters came back; seed {Seed}");
    }

    static (int Exact, int Snippets, double Characters) Measure(int meant, int misread, bool isDoubled)
    {
        var sample = meant switch { 936 => SampleTexts.Simplified, 950 => SampleTexts.Traditional, 949 => SampleTexts.Korean, _ => SampleTexts.Japanese };
        var clauses = sample.Split(['。', '，', '、', '；', '.', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var (from, to) = (Strict(meant), Strict(misread));
        var kept = Array.FindAll(Array.ConvertAll(clauses, clause => Kept(clause, from, to)), clause => clause.Length > 2);
        var random = new Random(Seed);
        var (restored, all, exact, snippets) = (0, 0, 0, 0);
        for (var number = 0; number < Snippets && kept.Length > 0; number++)
        {
            var text = new StringBuilder();
            var length = (int)(ShortestSnippet * Math.Pow(100, random.NextDouble() * (isDoubled ? 0.5 : 1)));
            while (text.Length <= length)
                text.Append(kept[random.Next(kept.Length)]).Append(random.Next(4) == 0 ? '\n' : ' ');
            var snippet = text.ToString().TrimEnd();
            if (Misread(snippet, from, to) is not { } damaged)
                continue;

            snippets++;
            if (isDoubled)
                damaged = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(damaged));
            var back = TextRepairer.Repair(damaged).Text;
            exact += back == snippet ? 1 : 0;
            var (lines, repaired) = (snippet.Split('\n'), back.Split('\n'));
            for (var line = 0; line < lines.Length; line++)
            {
                all += lines[line].Length;
                restored += repaired.Length == lines.Length && repaired[line] == lines[line] ? lines[line].Length : 0;
            }
        }

        return (exact, snippets, all == 0 ? 0 : restored / (double)all);
    }

    /// <summary>A clause without the characters that the wrong charset has no place for.</summary>
    static string Kept(string clause, Encoding meant, Encoding misread)
    {
        var kept = "";
        foreach (var unit in clause)
            kept = Misread(kept + unit, meant, misread) is null ? kept : kept + unit;
        return kept;
    }

    /// <summary>The text read in the wrong charset, or null where that loses something.</summary>
    static string? Misread(string text, Encoding meant, Encoding misread)
    {
        try
        {
            var bytes = meant.GetBytes(text);
            var damaged = misread.GetString(bytes);
            return !damaged.Contains('\uFFFD', StringComparison.Ordinal) && misread.GetBytes(damaged).AsSpan().SequenceEqual(bytes) ? damaged : null;
        }
        catch (Exception error) when (error is DecoderFallbackException or EncoderFallbackException)
        {
            return null;
        }
    }

    static Encoding Strict(int codePage) =>
        CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
}
