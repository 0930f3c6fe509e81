using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;
using Tanyuan.Text;
using Tanyuan.Text.Quantities;

namespace Tanyuan.Answers.Labels;

/// <summary>
/// A cell of a table, told by its row and its column: the row that the question names in its first cell (高中), and the column whose head is asked for (学费), or whose figure alone is in the unit asked for.
/// Rows stand on lines of their own.
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
        if (!TableRow.IsMarked(key))
            return null;
        var row = TableRow.Of(key);
        var cells = row.Cells;
        if (cells.Count < LeastCells || !IsNamed(question, cells[0].Of(key)) || Head(sentence, row) is not var (head, heads))
            return null;
        var constraint = question.Type is >= AnswerType.Number and <= AnswerType.Duration ? TypeConstraint.Of(question) : null;
        (int Column, int Fit) best = (0, 0);
        for (var column = 1; column < cells.Count; column++)
        {
            if (row.HeadOf(column, heads) is var under && under < 1)
                continue;
            var name = heads.Cells[under].Of(head);
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

        if (best.Column == 0 && constraint is not null)
            best = (SameInAll(key, cells, constraint), 1);
        if (best.Column == 0 || cells[best.Column].Length == 0)
            return null;
        var value = cells[best.Column].Of(key);
        return constraint is null || QuantityRecognizer.Find(value).Exists(quantity => constraint.IsFitting(quantity, value)) ? cells[best.Column] : null;
    }

    /// <summary>Whether a sentence is the head of a table: the first of several rows, whose cells are labels themselves.</summary>
    public static bool IsHead(EvidenceSentence sentence, string key)
    {
        if (!key.Contains('\t', StringComparison.Ordinal) || TableRow.Of(key) is not { Cells.Count: >= LeastCells } row)
            return false;
        var (passage, index) = (sentence.Passage, sentence.Index);
        return (index == 0 || !RowAt(index - 1).IsBeside(row)) && index + 1 < passage.Sentences.Count && RowAt(index + 1).IsBeside(row);

        TableRow RowAt(int at) => TableRow.Of(passage.Sentences[at].Of(passage.Key));
    }

    // What costs the same in every column needs none asked for.
    static int SameInAll(string key, IReadOnlyList<TextSpan> cells, TypeConstraint constraint)
    {
        var fitting = Enumerable.Range(1, cells.Count - 1).Where(column => cells[column].Of(key) is var cell && QuantityRecognizer.Find(cell) is [{ Start: 0 } figure] && figure.End == cell.Length && constraint.IsFitting(figure, cell)).ToList();
        return fitting.Count > 1 && fitting.TrueForAll(column => cells[column].Of(key) == cells[fitting[0]].Of(key)) ? fitting[0] : 0;
    }

    // The first of the rows that stand together.
    static (string Text, TableRow Row)? Head(EvidenceSentence sentence, TableRow row)
    {
        var (passage, first) = (sentence.Passage, sentence.Index);
        while (first > 0 && TableRow.Of(KeyAt(first - 1)).IsBeside(row))
            first--;
        return first < sentence.Index ? (KeyAt(first), TableRow.Of(KeyAt(first))) : null;

        string KeyAt(int index) => passage.Sentences[index].Of(passage.Key);
    }

    static bool IsNamed(Question question, string name) => name.Length > 1 && question.Key.Contains(name, StringComparison.Ordinal);
}
