using System.Diagnostics;
using System.Text;
using Tanyuan.Text;
using Tanyuan.Text.Sentences;
using Tanyuan.Text.Tagging;

namespace Tanyuan.Answers.Bench;

/// <summary>
/// Tags a corpus on one thread, document by document and several documents together, and says how many characters a processor second takes.
/// </summary>
static class TagRun
{
    const int Passes = 3;

    internal static int Run(string corpus, double megacharacters)
    {
        foreach (var together in new[] { 1, 4, 16 })
            Run(Texts(corpus, megacharacters, together), together);
        return 0;
    }

    static List<(string Text, IReadOnlyList<TextSpan> Sentences)> Texts(string corpus, double megacharacters, int together)
    {
        var texts = new List<(string, IReadOnlyList<TextSpan>)>();
        var characters = 0L;
        foreach (var lines in File.ReadLines(corpus, Encoding.UTF8).Chunk(together))
        {
            var text = string.Join('\n', lines);
            texts.Add((text, SentenceSplitter.Split(text)));
            characters += text.Length;
            if (characters > megacharacters * 1e6)
                break;
        }

        return texts;
    }

    static void Run(List<(string Text, IReadOnlyList<TextSpan> Sentences)> texts, int together)
    {
        var characters = texts.Sum(text => (long)text.Text.Length);
        var words = new List<TaggedWord>();
        var process = Process.GetCurrentProcess();
        for (var pass = 0; pass < Passes; pass++)
        {
            process.Refresh();
            var before = process.TotalProcessorTime;
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            foreach (var (text, sentences) in texts)
            {
                words.Clear();
                Tagger.Default.Tag(text, sentences, words);
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            process.Refresh();
            var cpu = (process.TotalProcessorTime - before).TotalSeconds;
            Console.WriteLine(
                $"{together} together, {characters} characters in {texts.Sum(text => text.Sentences.Count)} sentences: "
                + $"{cpu:0.00} CPU s, {characters / cpu:0} characters per CPU s, {allocated} bytes allocated");
        }
    }
}
