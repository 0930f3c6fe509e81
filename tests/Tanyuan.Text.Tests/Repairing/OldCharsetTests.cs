using System.Text;
using Tanyuan.Text.Repairing;
using Tanyuan.Text.Tests.Decoding;

namespace Tanyuan.Text.Tests.Repairing;

/// <summary>
/// Text in each old charset of East Asia, read in each other: snippets of 20 to 2,000 characters put together from the clauses of our samples, without the
/// characters that the wrong charset has no place for. What
/// the wrong reading keeps whole (its bytes come back exactly, and it has no private-use character) must come back; measured in
/// characters, by the lines that come back exactly.
/// </summary>
public sealed class OldCharsetTests
{
    const int Snippets = 2_000;
    const int Seed = 41;

    public static TheoryData<int, int, double> Pairs => new()
    {
        { 936, 950, 0.95 }, { 936, 932, 0.95 }, { 936, 949, 0.95 },
        { 950, 936, 0.95 }, { 950, 932, 0.95 }, { 950, 949, 0.95 },
        { 932, 936, 0.95 }, { 932, 949, 0.95 },
        { 949, 936, 0.95 }, { 949, 950, 0.95 }, { 949, 932, 0.95 },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Text_of_one_old_charset_read_in_another_comes_back(int meant, int misread, double least)
    {
        var (share, snippets) = Measure(meant, misread, false);
        Assert.True(snippets >= Snippets / 2, $"only {snippets} of {Snippets} snippets keep their bytes; seed {Seed}");
        Assert.True(share >= least, $"{share:P1} came back; seed {Seed}");
    }

    [Theory]
    [InlineData(936, 950)]
    [InlineData(936, 949)]
    [InlineData(949, 936)]
    public void So_does_text_that_was_then_written_in_UTF_8_and_read_as_Latin_1(int meant, int misread)
    {
        var (share, snippets) = Measure(meant, misread, true);
        Assert.True(snippets >= Snippets / 2 && share >= 0.95, $"{share:P1} of {snippets} snippets came back; seed {Seed}");
    }

    static (double Share, int Snippets) Measure(int meant, int misread, bool isDoubled)
    {
        var sample = meant switch { 936 => SampleTexts.Simplified, 950 => SampleTexts.Traditional, 949 => SampleTexts.Korean, _ => SampleTexts.Japanese };
        var clauses = sample.Split(['。', '，', '、', '；', '.', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var (from, to) = (Strict(meant), Strict(misread));
        var kept = Array.FindAll(Array.ConvertAll(clauses, clause => Kept(clause, from, to)), clause => clause.Length > 2);
        var random = new Random(Seed);
        var (restored, all, snippets) = (0, 0, 0);
        for (var number = 0; number < Snippets && kept.Length > 0; number++)
        {
            var text = new StringBuilder();
            var length = (int)(20 * Math.Pow(100, random.NextDouble() * (isDoubled ? 0.5 : 1)));
            while (text.Length < length)
                text.Append(kept[random.Next(kept.Length)]).Append(random.Next(4) == 0 ? '\n' : ' ');
            var snippet = text.ToString().TrimEnd();
            if (Misread(snippet, from, to) is not { } damaged)
                continue;

            snippets++;
            if (isDoubled)
                damaged = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(damaged));
            var lines = snippet.Split('\n');
            var repaired = TextRepairer.Repair(damaged).Text.Split('\n');
            for (var line = 0; line < lines.Length; line++)
            {
                all += lines[line].Length;
                restored += repaired.Length == lines.Length && repaired[line] == lines[line] ? lines[line].Length : 0;
            }
        }

        return (all == 0 ? 0 : restored / (double)all, snippets);
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
            return damaged.AsSpan().IndexOfAnyInRange('\uE000', '\uF8FF') < 0 && misread.GetBytes(damaged).AsSpan().SequenceEqual(bytes) ? damaged : null;
        }
        catch (Exception error) when (error is DecoderFallbackException or EncoderFallbackException)
        {
            return null;
        }
    }

    static Encoding Strict(int codePage) =>
        CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
}
