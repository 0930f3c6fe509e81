using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;
using Tanyuan.Text;
using Tanyuan.Text.Quantities;

namespace Tanyuan.Answers.Labels;

/// <summary>
/// A cell of a table, told by its row and its column: the row that the question names in its first cell (高中), and the column whose head is asked for (学费), or whose figure alone is in the unit asked for.
/// Rows stand on lines of their own, their cells parted by tabs.
/// </summary>
internal static class TableCell
{
    const int LeastCells = 3;
    const int LongestHead = 16;

    // A head that the question says somewhere: 周末 of 周末成人票多少钱.
    const int ByWord = 2;

    /// <summary>The cell of a sentence that is a row of a table, or null where the question asks for none of it.</summary>
    public static TextSpan? Asked(Question question, AskedLabel asked, EvidenceSentence sentence)
    {
        var key = sentence.Key.ToString();
        var cells = Cells(key);
        if (cells.Count < LeastCells || !IsNamed(question, cells[0].Of(key)) || Head(sentence, cells.Count) is not { } head)
            return null;
        var heads = Cells(head);
        var constraint = question.Type is >= AnswerType.Number and <= AnswerType.Duration ? TypeConstraint.Of(question) : null;
        (int Column, int Fit) best = (0, 0);
        for (var column = 1; column < cells.Count; column++)
        {
            var name = heads[column].Of(head);
            var fit = name.Length > LongestHead ? 0 : asked.Fit(name);
            if (fit < ByWord && name.Length > 1 && question.Key.Contains(name, StringComparison.Ordinal))
                fit = ByWord;
            if (fit == 0 && question.Focus.Length > 0 && name.StartsWith(question.Focus, StringComparison.Ordinal))
                fit = 1;
            if (fit == 0 && constraint is not null && question.Unit.Length > 0 && QuantityRecognizer.Find(cells[column].Of(key)) is [var figure] && figure.Unit == question.Unit)
                fit = 1;
            if (fit > best.Fit)
                best = (column, fit);
        }

        if (best.Column == 0 || cells[best.Column].Length == 0)
            return null;
        var value = cells[best.Column].Of(key);
        return constraint is null || QuantityRecognizer.Find(value).Exists(quantity => constraint.IsFitting(quantity, value)) ? cells[best.Column] : null;
    }

    /// <summary>The cells of a row, without blanks around them; one alone where it is none.</summary>
    public static List<TextSpan> Cells(string row)
    {
        var cells = new List<TextSpan>();
        var start = 0;
        while (start <= row.Length)
        {
            var end = row.IndexOf('\t', start);
            end = end < 0 ? row.Length : end;
            var (from, to) = (start, end);
            while (from < to && char.IsWhiteSpace(row[from]))
                from++;
            while (to > from && char.IsWhiteSpace(row[to - 1]))
                to--;
            cells.Add(new TextSpan(from, to - from));
            start = end + 1;
        }

        return cells;
    }

    // The first of the rows that stand together, which has as many cells.
    static string? Head(EvidenceSentence row, int cells)
    {
        var (passage, first) = (row.Passage, row.Index);
        while (first > 0 && KeyAt(first - 1).Count('\t') == cells - 1)
            first--;
        return first < row.Index ? KeyAt(first) : null;

        string KeyAt(int index) => passage.Sentences[index].Of(passage.Key);
    }

    static bool IsNamed(Question question, string name) => name.Length > 1 && question.Key.Contains(name, StringComparison.Ordinal);
}
