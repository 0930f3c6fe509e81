using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Tanyuan.Cli.Localization;
using Tanyuan.Text;
using Tanyuan.Text.Sentences;
using Tanyuan.Text.Tagging;
using Tanyuan.Text.Words;

namespace Tanyuan.Cli.Commands;

/// <summary><c>tanyuan words [PATH|-]</c>: the words of a text, line in, line out; with parts of speech and names if asked for.</summary>
internal static class WordsCommand
{
    public static Command Create(Speech speech, GlobalOptions options)
    {
        var path = TextOptions.Path(speech);
        var tags = new Option<bool>("--tags") { Description = speech.Say("Parts of speech and kinds of names.", "标注词性与专名类别。") };
        var userWords = new Option<string?>("--user-words")
        {
            Description = speech.Say("Your own words: one a line, a frequency behind it if you like.", "自定义词表：每行一词，可在其后加词频。"),
            HelpName = speech.Say("FILE", "文件"),
        };
        var batch = TextOptions.Batch(speech);
        var command = new CommandWithExamples(
            "words",
            speech.Say("Cut text into words, line by line.", "逐行分词。"),
            "echo 云溪大桥今天上午正式通车 | tanyuan words",
            "tanyuan words --tags page.txt",
            "tanyuan words --user-words terms.txt --batch < records.jsonl")
        {
            path, tags, userWords, batch,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(tags) && result.GetValue(userWords) is not null)
                result.AddError(speech.Say("--tags has words of its own: it does not go with --user-words.", "--tags 使用自己的分词，不能与 --user-words 同用。"));
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var segmenter = parsed.GetValue(userWords) is { } file ? WordSegmenter.Default.WithUserWords(ReadUserWords(file)) : WordSegmenter.Default;
            var tagged = parsed.GetValue(tags);
            List<(TextSpan Span, string? Tag)> Cut(string text) => tagged ? Tag(text) : Segment(segmenter, text);

            var asRecords = parsed.GetValue(batch);
            var asJson = parsed.GetValue(options.Json);
            await using var input = BatchInput.Open(parsed.GetValue(path)!);
            await using var output = Console.OpenStandardOutput();
            await LineFilter.RunAsync(
                input,
                output,
                line => asRecords ? TextRecord.Answer(line, (json, text) => WriteWords(json, text, Cut(text)))
                    : asJson ? TextRecord.Answer(JsonSerializer.Serialize(new Dictionary<string, string> { ["text"] = line }), (json, text) => WriteWords(json, text, Cut(text)))
                    : string.Join(' ', Cut(line).Select(word => $"{line.AsSpan(word.Span.Start, word.Span.Length)}{(word.Tag is null ? "" : "/")}{word.Tag}")),
                cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>The words, and what stands between them without white space.</summary>
    static List<(TextSpan Span, string? Tag)> Segment(WordSegmenter segmenter, string text)
    {
        var words = new List<TextSpan>();
        segmenter.Segment(text, words);
        var all = new List<(TextSpan, string?)>(words.Count + 8);
        var position = 0;
        foreach (var word in words.Append(new TextSpan(text.Length, 0)))
        {
            for (var at = position; at < word.Start; at++)
            {
                if (char.IsWhiteSpace(text[at]))
                    continue;
                var length = char.IsSurrogatePair(text, at) ? 2 : 1;
                all.Add((new TextSpan(at, length), null));
                at += length - 1;
            }

            if (word.Length > 0)
                all.Add((word, null));
            position = word.Start + word.Length;
        }

        return all;
    }

    static List<(TextSpan Span, string? Tag)> Tag(string text)
    {
        var words = new List<TaggedWord>();
        Tagger.Default.Tag(text, SentenceSplitter.Split(text), words);
        return words.ConvertAll(word => (new TextSpan(word.Start, word.Length), (string?)word.Tag.ToString()));
    }

    static void WriteWords(Utf8JsonWriter json, string text, List<(TextSpan Span, string? Tag)> words)
    {
        json.WriteStartArray("words");
        foreach (var (span, tag) in words)
        {
            json.WriteStartObject();
            json.WriteString("word", text.AsSpan(span.Start, span.Length));
            json.WriteNumber("start", span.Start);
            json.WriteNumber("length", span.Length);
            if (tag is not null)
                json.WriteString("tag", tag);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static List<(string Word, int Frequency)> ReadUserWords(string file)
    {
        if (!File.Exists(file))
            throw new TanyuanException("path-not-found", $"There is no file {file}.");

        var words = new List<(string, int)>();
        foreach (var line in File.ReadLines(file))
        {
            var parts = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length > 0)
                words.Add((parts[0], parts.Length > 1 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var frequency) ? frequency : 0));
        }

        return words;
    }
}
