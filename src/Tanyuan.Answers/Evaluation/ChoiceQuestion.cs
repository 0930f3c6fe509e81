using System.Text;
using Tanyuan.Text;

namespace Tanyuan.Answers.Evaluation;

/// <summary>A multiple-choice question, as C-Eval (Huang et al. 2023) writes them: CSV with the columns <c>id,question,A,B,C,D,answer</c>, quoted as RFC 4180 says.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Question">Its text.</param>
/// <param name="Choices">The choices in order; their letters are A, B, C, ….</param>
/// <param name="Answer">The letter of the right one.</param>
public sealed record ChoiceQuestion(string Id, string Question, IReadOnlyList<string> Choices, char Answer)
{
    const string Letters = "ABCDEFGH";

    /// <summary>Reads a set.</summary>
    /// <exception cref="TanyuanException"><c>evaluation-set-invalid</c>: a column is missing, or a row does not fit.</exception>
    public static List<ChoiceQuestion> Read(TextReader csv)
    {
        ArgumentNullException.ThrowIfNull(csv);
        var rows = Rows(csv.ReadToEnd().TrimStart('\uFEFF'));
        if (rows.Count == 0)
            throw Invalid(1, "it is empty");
        var header = rows[0].ConvertAll(name => name.Trim());
        var (id, question, answer) = (header.IndexOf("id"), header.IndexOf("question"), header.IndexOf("answer"));
        var choices = Letters.Select(letter => header.IndexOf(letter.ToString())).TakeWhile(column => column >= 0).ToList();
        if (question < 0 || answer < 0 || choices.Count < 2)
            throw Invalid(1, "its first row does not name the columns id, question, A, B, C, D and answer");
        var read = new List<ChoiceQuestion>();
        for (var i = 1; i < rows.Count; i++)
        {
            var row = rows[i];
            if (row.Count < header.Count || row[answer].Trim() is not [var letter] || Letters.IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal) is var at && (at < 0 || at >= choices.Count))
                throw Invalid(i + 1, "a column is missing, or the answer is no letter of a choice");
            read.Add(new ChoiceQuestion(id < 0 ? $"{i}" : row[id], row[question], [.. choices.Select(column => row[column])], char.ToUpperInvariant(letter)));
        }

        return read;
    }

    static List<List<string>> Rows(string text)
    {
        var rows = new List<List<string>>();
        var row = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (quoted)
            {
                if (text[i] != '"')
                    field.Append(text[i]);
                else if (i + 1 < text.Length && text[i + 1] == '"')
                    field.Append(text[i++]);
                else
                    quoted = false;
            }
            else if (text[i] == '"' && field.Length == 0)
            {
                quoted = true;
            }
            else if (text[i] is ',' or '\n')
            {
                row.Add(field.ToString().TrimEnd('\r'));
                field.Clear();
                if (text[i] == '\n')
                    EndRow();
            }
            else
            {
                field.Append(text[i]);
            }
        }

        if (field.Length > 0 || row.Count > 0)
        {
            row.Add(field.ToString().TrimEnd('\r'));
            EndRow();
        }

        return rows;

        void EndRow()
        {
            if (row.Count > 1 || row[0].Length > 0)
                rows.Add(row);
            row = [];
        }
    }

    static TanyuanException Invalid(int row, string why) =>
        new("evaluation-set-invalid", $"Row {row} of the CSV cannot be read: {why}. Write id,question,A,B,C,D,answer and one question a row.");
}
