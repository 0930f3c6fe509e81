using System.Globalization;
using System.Text;

namespace Tanyuan.Answers.Rendering;

/// <summary>An answer as Markdown: with footnotes, as an outline, or as the headings of a mind map. What stands in a source is escaped, so that a page cannot write our Markdown.</summary>
internal static class MarkdownText
{
    const string Signs = "\\`*_[]<>#|~";

    /// <summary>Statements with a footnote for each citation, those of one place shared.</summary>
    public static string Footnoted(AnswerTree tree)
    {
        var text = Head(tree);
        var notes = new List<(Citation Citation, string Sentence)>();
        foreach (var branch in tree.Branches)
        {
            text.Append(Escape(branch.Line));
            foreach (var citation in branch.Statement.Citations)
            {
                var number = notes.FindIndex(note => note.Citation == citation);
                if (number < 0)
                {
                    number = notes.Count;
                    notes.Add((citation, branch.Statement.Sentence));
                }

                text.Append(CultureInfo.InvariantCulture, $"[^{number + 1}]");
            }

            text.Append("\n\n");
        }

        for (var i = 0; i < notes.Count; i++)
            text.Append(CultureInfo.InvariantCulture, $"[^{i + 1}]: {Escape(tree.Words.Place(notes[i].Citation))}: “{Escape(AnswerTree.OneLine(notes[i].Citation.Quote))}”\n");
        return text.ToString();
    }

    /// <summary>A nested list.</summary>
    public static string Outline(AnswerTree tree)
    {
        var text = Head(tree);
        foreach (var branch in tree.Branches)
        {
            text.Append("- ").Append(Escape(branch.Line)).Append('\n');
            foreach (var citation in branch.Statement.Citations)
                text.Append("  - ").Append(Escape(tree.Words.Place(citation))).Append('\n').Append("    > ").Append(Escape(AnswerTree.OneLine(citation.Quote))).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Headings down to the statements, and their sources as list items.</summary>
    public static string MindMap(AnswerTree tree)
    {
        var text = Head(tree);
        foreach (var branch in tree.Branches)
        {
            text.Append("## ").Append(Escape(branch.Line)).Append("\n\n");
            foreach (var citation in branch.Statement.Citations)
                text.Append("- ").Append(Escape(tree.Words.Place(citation))).Append('\n');
            text.Append('\n');
        }

        return text.ToString();
    }

    static StringBuilder Head(AnswerTree tree)
    {
        var text = new StringBuilder("# ").Append(Escape(tree.Title)).Append("\n\n");
        return tree.Lead.Length > 0 ? text.Append(tree.Lead).Append("\n\n") : text;
    }

    static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var unit in text)
        {
            if (Signs.Contains(unit, StringComparison.Ordinal))
                escaped.Append('\\');
            escaped.Append(unit);
        }

        return escaped.ToString();
    }
}
