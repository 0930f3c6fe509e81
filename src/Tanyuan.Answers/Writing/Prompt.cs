using System.Collections.Frozen;
using System.Text;
using Microsoft.Extensions.AI;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Verification;

namespace Tanyuan.Answers.Writing;

/// <summary>
/// What a model is asked: the rules and the form of the answer from the files in <c>Prompts/</c>, in the language of the question, then the
/// numbered evidence and the question. Sentences of pages that instruct a model are not shown to it.
/// </summary>
internal static class Prompt
{
    /// <summary>What the model answers where the evidence does not say.</summary>
    public const string NotSaid = "NOT_IN_SOURCES";

    static readonly Lazy<PromptFiles> Chinese = new(() => PromptFiles.Read("zh"));
    static readonly Lazy<PromptFiles> English = new(() => PromptFiles.Read("en"));

    /// <summary>The messages for a question and its evidence.</summary>
    public static List<ChatMessage> For(Question question, string form, IReadOnlyList<EvidencePassage> evidence)
    {
        var files = (Phrases.HasHan(question.Key) ? Chinese : English).Value;
        var shown = new StringBuilder();
        for (var i = 0; i < evidence.Count; i++)
        {
            var date = evidence[i].Published is { Length: >= 10 } published ? $" ({published[..10]})" : "";
            shown.Append('[').Append(i + 1).Append("] ").Append(OneLine(evidence[i].Title)).Append(date).Append('\n').Append(Shown(evidence[i])).Append("\n\n");
        }

        var asked = files.Question
            .Replace("{form}", files.Forms[form], StringComparison.Ordinal)
            .Replace("{question}", OneLine(question.Text), StringComparison.Ordinal)
            .Replace("{evidence}", shown.ToString().TrimEnd(), StringComparison.Ordinal);
        return [new ChatMessage(ChatRole.System, files.Rules), new ChatMessage(ChatRole.User, asked)];
    }

    static string Shown(EvidencePassage passage)
    {
        var instructed = InstructionDetector.Find(passage);
        return instructed.Count == 0
            ? passage.Text
            : string.Join('\n', Enumerable.Range(0, passage.Sentences.Count).Where(i => !instructed.Contains(i)).Select(i => passage.Sentences[i].Of(passage.Text)));
    }

    static string OneLine(string text) => text.ReplaceLineEndings(" ");

    sealed record PromptFiles(string Rules, string Question, FrozenDictionary<string, string> Forms)
    {
        public static PromptFiles Read(string language)
        {
            var forms = Resource($"forms-{language}.md").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(line => line.Split(": ", 2)).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
            return new PromptFiles(Resource($"rules-{language}.md").Replace("{notSaid}", NotSaid, StringComparison.Ordinal), Resource($"question-{language}.md"), forms);
        }

        static string Resource(string name)
        {
            using var stream = typeof(Prompt).Assembly.GetManifestResourceStream($"prompts/{name}") ?? throw new InvalidOperationException($"The prompt {name} is not embedded in the assembly.");
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return reader.ReadToEnd().ReplaceLineEndings("\n").TrimEnd();
        }
    }
}
