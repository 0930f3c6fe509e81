using System.Diagnostics;
using System.Text;
using Tanyuan.Text;
using Tanyuan.Text.Sentences;
using Tanyuan.Text.Tagging;

namespace Tanyuan.Answers.Bench;

/// <summary>Tags a corpus, document by document, on one thread, and says how many characters a processor second takes.</summary>
static class TagRun
{
    const int Passes = 3;

    internal static int Run(string corpus, double megacharacters)
    {
        var texts = new List<(string Text, IReadOnlyList<TextSpan> Sentences)>();
        var characters = 0L;
        foreach (var line in File.ReadLines(corpus, Encoding.UTF8))
        {
            texts.Add((line, SentenceSplitter.Split(line)));
            characters += line.Length;
            if (characters > megacharacters * 1e6)
                break;
        }

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
            Console.WriteLine($"{characters} characters in {texts.Sum(text => text.Sentences.Count)} sentences: {cpu:0.00} CPU s, {characters / cpu:0} characters per CPU s, {allocated} bytes allocated");
        }

        return 0;
    }
}
