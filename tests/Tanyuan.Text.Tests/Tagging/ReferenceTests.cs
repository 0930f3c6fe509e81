using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Tanyuan.Tests.Shared;
using Tanyuan.Text.Folding;
using Tanyuan.Text.Sentences;
using Tanyuan.Text.Tagging;

namespace Tanyuan.Text.Tests.Tagging;

/// <summary>The tagger beside a plain implementation of the same network with the original weights in single precision.</summary>
public class ReferenceTests(ITestOutputHelper output)
{
    const string Weights = "/usr/lib/python3/dist-packages/jieba/lac_small/model_baseline";
    const int Characters = 8_000;

    [Fact]
    public void At_least_999_of_1000_characters_are_labelled_as_the_reference_labels_them()
    {
        var script = Repository.SharedOrSkip("eval", "lac_reference.py");
        var passages = Repository.SharedOrSkip("data", "passages-open.jsonl");
        Assert.SkipUnless(Directory.Exists(Weights) && Reference("-c", "import numpy") is not null, "The reference needs Debian's python3-numpy and python3-jieba.");

        var sentences = Sentences(passages);
        var labelled = Reference(script, input: string.Join('\n', sentences) + "\n");
        Assert.NotNull(labelled);
        var expected = labelled.TrimEnd('\n').Split('\n');
        Assert.Equal(sentences.Count, expected.Length);
        var (same, all) = (0, 0);
        for (var i = 0; i < sentences.Count; i++)
        {
            var theirs = Labels(expected[i]);
            var ours = Labels(sentences[i], Tagger.Default.Tag(sentences[i]));
            Assert.Equal(sentences[i].Length, theirs.Count);
            same += ours.Zip(theirs).Count(pair => pair.First == pair.Second);
            all += theirs.Count;
        }

        output.WriteLine($"{same} of {all} characters ({100.0 * same / all:0.000} %) in {sentences.Count} sentences are labelled alike.");
        Assert.InRange(same / (double)all, 0.999, 1);
    }

    // Folded, since the reference knows Simplified text only; without those whose words could not be told from its notation.
    static List<string> Sentences(string passages)
    {
        var sentences = new List<string>();
        var characters = 0;
        foreach (var line in File.ReadLines(passages))
        {
            using var passage = JsonDocument.Parse(line);
            var text = passage.RootElement.GetProperty("text").GetString()!;
            foreach (var span in SentenceSplitter.Split(text))
            {
                var sentence = string.Concat(span.Of(text).Select(unit => char.IsAscii(unit) ? unit : TextFolder.Fold(unit)));
                if (sentence.Length == 0 || sentence.Any(unit => char.IsWhiteSpace(unit) || char.IsSurrogate(unit) || char.IsControl(unit)))
                    continue;
                sentences.Add(sentence);
                characters += sentence.Length;
            }

            if (characters >= Characters)
                break;
        }

        return sentences;
    }

    static List<(WordTag Tag, bool Begins)> Labels(string tagged)
    {
        var labels = new List<(WordTag, bool)>();
        foreach (var word in tagged.Split(' '))
        {
            var slash = word.LastIndexOf('/');
            var tag = TagLabel.Parse(word[(slash + 1)..]).Tag;
            for (var i = 0; i < slash; i++)
                labels.Add((tag, i == 0));
        }

        return labels;
    }

    static List<(WordTag Tag, bool Begins)> Labels(string text, List<TaggedWord> words)
    {
        Assert.Equal(text.Length, words.Sum(word => word.Length));
        return [.. words.SelectMany(word => Enumerable.Range(0, word.Length).Select(i => (word.Tag, i == 0)))];
    }

    /// <summary>What Debian's Python says, or null where it fails or is missing.</summary>
    static string? Reference(string script, string? argument = null, string input = "")
    {
        var start = new ProcessStartInfo("/usr/bin/python3", argument is null ? [script] : [script, argument])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            Environment = { ["PYTHONIOENCODING"] = "utf-8", ["OPENBLAS_NUM_THREADS"] = "1" },
        };
        if (!File.Exists(start.FileName))
            return null;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var text = output.GetAwaiter().GetResult();
        process.WaitForExit();
        return process.ExitCode == 0 ? text : null;
    }
}
