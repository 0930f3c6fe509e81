using Tanyuan.Answers;
using Tanyuan.Text;

namespace Tanyuan.Cli.Output;

/// <summary>An answer for people: what is stated, then for each statement the sentence, its document and the exact span.</summary>
internal static class AnswerText
{
    public static void Write(Answer answer, Terminal terminal)
    {
        if (answer.Abstained)
        {
            terminal.Out.WriteLine(terminal.Say("Your sources don't say.", "资料中没有提到。"));
            WriteCost(answer, terminal);
            return;
        }

        foreach (var statement in answer.Statements)
        {
            var citation = statement.Citations[0];
            var quote = new TextSpan(citation.Start - citation.SentenceStart, citation.Length);

            // But for its closing mark.
            var wholeSentence = quote.Length >= statement.Sentence.Length - 1;

            if (!wholeSentence)
                terminal.Out.WriteLine($"  {terminal.Style.Answer(statement.Text)}\n");
            terminal.Out.WriteLine($"  {terminal.Style.Highlighted(statement.Sentence.Replace('\n', ' '), wholeSentence ? [] : [quote])}");
            foreach (var source in statement.Citations)
            {
                var place = terminal.Say(
                    $"document {source.DocumentId}, characters {source.Start}–{source.Start + source.Length}",
                    $"文档 {source.DocumentId}，第 {source.Start}–{source.Start + source.Length} 字");
                terminal.Out.WriteLine($"  — {terminal.Style.Strong(DocumentLabel.Title(source.DocumentTitle, terminal))} {terminal.Style.Faint($"({place})")}");
            }

            terminal.Out.WriteLine();
        }

        WriteCost(answer, terminal);
    }

    static void WriteCost(Answer answer, Terminal terminal) => terminal.Remark(terminal.Style.Faint(terminal.Say(
        $"confidence {answer.Confidence:0.00} · {answer.PassagesRead} passages read · {answer.Elapsed.TotalMilliseconds:0} ms",
        $"置信度 {answer.Confidence:0.00} · 读了 {answer.PassagesRead} 段 · {answer.Elapsed.TotalMilliseconds:0} 毫秒")));
}
