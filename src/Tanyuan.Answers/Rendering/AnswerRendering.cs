using System.Text;

namespace Tanyuan.Answers.Rendering;

/// <summary>Writes answers in the forms that people carry on with. Words of our own are in the language of the question.</summary>
public static class AnswerRendering
{
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Whether a format is bytes that no terminal can show.</summary>
    public static bool IsBinary(AnswerFormat format) => format == AnswerFormat.Slides;

    /// <summary>Writes an answer.</summary>
    public static void Write(Answer answer, AnswerFormat format, Stream output)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(output);
        if (format == AnswerFormat.Slides)
        {
            SlideDeck.Write(AnswerTree.Of(answer), output);
            return;
        }

        var text = format switch
        {
            AnswerFormat.Json => AnswerJson.ToString(answer) + "\n",
            AnswerFormat.Markdown => MarkdownText.Footnoted(AnswerTree.Of(answer)),
            AnswerFormat.Outline => MarkdownText.Outline(AnswerTree.Of(answer)),
            AnswerFormat.MindMap => MarkdownText.MindMap(AnswerTree.Of(answer)),
            _ => MindMapDrawing.Draw(AnswerTree.Of(answer)),
        };
        output.Write(Utf8.GetBytes(text));
    }
}
