using System.Globalization;
using System.Text;
using Tanyuan.Text;
using Tanyuan.Text.Analysis;
using Tanyuan.Text.Conversion;
using Tanyuan.Text.Folding;
using Tanyuan.Text.Repairing;
using Tanyuan.Text.Words;

namespace Tanyuan.Bench;

/// <summary>
/// Megabytes (of UTF-8) in a second of processor time over the lines of a file: the figures that stand beside public peers', which
/// <c>bench/peers/text</c> runs on the same file. Once everything is compiled the best of several passes counts, since other work on the machine only ever slows one down.
/// </summary>
internal static class TextSpeed
{
    const int Passes = 7;

    public static void Run(string file)
    {
        var lines = File.ReadAllLines(file);
        var megabytes = lines.Sum(line => (long)Encoding.UTF8.GetByteCount(line) + 1) / 1e6;
        var traditional = Array.ConvertAll(lines, line => ScriptConverter.Convert(line, ChineseScript.Traditional));
        var folded = new char[lines.Max(line => line.Length)];
        var words = new List<TextSpan>();
        var analyzer = new IndexAnalyzer();
        var sink = new Sink();
        Measure("fold", megabytes, lines, line => TextFolder.Fold(line, folded));
        Measure("t2s", megabytes, traditional, line => ScriptConverter.Convert(line, ChineseScript.Simplified));
        Measure("words", megabytes, lines, line =>
        {
            words.Clear();
            WordSegmenter.Default.Segment(line, words);
        });
        Measure("analyse", megabytes, lines, line => analyzer.Analyze(line, sink));
        Measure("repair", megabytes, lines, line => TextRepairer.Repair(line));
        Measure("repair-misread", megabytes, Array.ConvertAll(lines, Misread), line => TextRepairer.Repair(line));
    }

    /// <summary>The UTF-8 of a line read as Latin-1, which is what the peer repairs, too.</summary>
    static string Misread(string line) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(line));

    static void Measure(string name, double megabytes, string[] lines, Action<string> work)
    {
        Warmup.Repeat(Pass);
        var least = TimeSpan.MaxValue;
        for (var pass = 0; pass < Passes; pass++)
        {
            var before = Environment.CpuUsage.TotalTime;
            Pass();
            var taken = Environment.CpuUsage.TotalTime - before;
            least = taken < least ? taken : least;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"tanyuan {name} {megabytes / least.TotalSeconds:0.0}"));

        void Pass()
        {
            foreach (var line in lines)
                work(line);
        }
    }

    sealed class Sink : ITokenSink
    {
        public void Add(TokenKind kind, ReadOnlySpan<char> term, int start, int length)
        {
        }
    }
}
