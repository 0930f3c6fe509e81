using System.Runtime.InteropServices;
using System.Text.Json;
using Tanyuan.Answers.Reading.Network;

namespace Tanyuan.Training;

/// <summary>
/// Writes the examples for the network's training script, one JSON object a line: the question, and of each sentence read its text, its
/// characters' features, and the candidate spans with what each is worth. Arrays are base64 of little-endian values.
/// </summary>
internal static class NetworkExport
{
    /// <summary>Appends examples.</summary>
    public static void Write(TextWriter output, IEnumerable<SpanExample> spans, string name)
    {
        foreach (var span in spans)
            output.WriteLine(Line(span, name));
    }

    static string Line(SpanExample span, string name)
    {
        var example = span.Example;
        var question = example.Matcher.Question;
        var features = new CharacterFeatures(example.Matcher);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("id", example.Label.Id);
            json.WriteString("set", name);
            json.WriteNumber("fold", example.Fold);
            json.WriteString("question", question.Key);
            json.WriteNumber("kind", (int)question.Kind);
            json.WriteNumber("type", (int)question.Type);
            json.WriteNumber("gap", question.Gap.Start);
            json.WriteNumber("gapEnd", question.Gap.End);
            json.WriteString("focus", question.Focus);
            json.WriteBase64String("weights", Bytes<Half>(example.Matcher.Mark(question.Key).Select(value => (Half)value)));
            json.WriteStartArray("gold");
            foreach (var gold in example.Label.Gold)
                json.WriteStringValue(gold);
            json.WriteEndArray();
            json.WriteStartArray("sentences");
            var set = span.Set;
            for (int at = 0, end; at < set.Candidates.Count; at = end)
            {
                var index = set.SentenceOf[at];
                var sentence = set.Sentences[index];
                for (end = at; end < set.Candidates.Count && set.SentenceOf[end] == index;)
                    end++;
                var values = new float[sentence.Key.Length * CharacterFeatures.Count];
                features.Compute(sentence, values);
                var candidates = set.Candidates.Skip(at).Take(end - at);
                json.WriteStartObject();
                json.WriteString("key", sentence.Key);
                json.WriteString("title", sentence.Sentence.Passage.TitleKey);
                json.WriteString("before", sentence.Sentence.Before.Span);
                json.WriteBoolean("right", example.Answerable && example.Label.IsHome(sentence.Sentence));
                json.WriteBoolean("holds", example.Answerable && example.Label.IsIn(sentence.Key));
                json.WriteNumber("score", sentence.Sentence.Score);
                json.WriteNumber("passage", sentence.Sentence.PassageRank);
                json.WriteNumber("index", sentence.Sentence.Index);
                json.WriteNumber("words", sentence.Sentence.Coverage.Words);
                json.WriteNumber("pairs", sentence.Sentence.Coverage.Pairs);
                json.WriteBase64String("features", Bytes<Half>(values.Select(value => (Half)value)));
                json.WriteBase64String("spans", Bytes<short>(candidates.SelectMany(item => new[] { (short)item.Start, (short)item.End, (short)item.Form })));
                json.WriteBase64String("gains", Bytes<Half>(span.Gains.Skip(at).Take(end - at).Select(value => (Half)value)));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    static byte[] Bytes<T>(IEnumerable<T> values)
        where T : unmanaged => MemoryMarshal.AsBytes(values.ToArray().AsSpan()).ToArray();
}
