using System.Text.RegularExpressions;
using Tanyuan.Answers.Composing;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Text;
using Tanyuan.Text.Quantities;

namespace Tanyuan.Answers.Labels;

/// <summary>
/// The row of a table with the most or the least of what a column holds (客单价最高的品牌是哪家, 排名第三的是谁): the name in it, which the first column has that holds no figures. A table of fewer rows than three ranks
/// nothing, and one with rows that cannot be read is left alone.
/// </summary>
internal static partial class TableSuperlative
{
    const int LeastRows = 3;
    const double Told = 0.5, Worth = 0.9;

    static readonly string[] Ranks = ["排名", "名次", "位次", "序号", "排行"];

    /// <summary>The name in the row asked for, with how likely it is; null where the question asks for no such row, or no table about its matter has the column.</summary>
    public static (Statement Statement, double Confidence)? Compose(Question question, IReadOnlyList<EvidencePassage> passages)
    {
        if (question.Kind is not (QuestionKind.Factoid or QuestionKind.Compare) || Asked().Match(question.Key) is not { Success: true } asked || !AsksName().IsMatch(question.Key))
            return null;
        var matter = new ToldMatter(question, question.Focus);
        for (var rank = 0; rank < passages.Count; rank++)
        {
            foreach (var table in Tables(passages[rank], rank))
            {
                if (Row(question, asked, table) is not { } row || matter.Of(passages[rank].Key, passages[rank]) is not { NamesAll: true, All: >= Told } told)
                    continue;
                return (row.Sentence.ToStatement(row.Name), Worth * told.All);
            }
        }

        return null;
    }

    static (PooledSentence Sentence, TextSpan Name)? Row(Question question, Match asked, List<(PooledSentence Sentence, TableRow Row)> table)
    {
        var (head, rows) = (table[0], table.Skip(1).ToList());
        if (rows.Count < LeastRows || ColumnOf(question, asked, head) is not (> -1 and var column) || rows.Exists(row => row.Row.Cells.Count <= column))
            return null;
        var values = rows.ConvertAll(row => Value(row.Row.Cells[column].Of(row.Sentence.Key)));
        if (values.Contains(null) || Enumerable.Range(0, head.Row.Cells.Count).Where(other => other != column && rows.TrueForAll(row => row.Row.Cells.Count > other && Value(row.Row.Cells[other].Of(row.Sentence.Key)) is null && row.Row.Cells[other].Length > 0)).Select(other => (int?)other).FirstOrDefault() is not { } name)
            return null;
        var wanted = asked.Groups["nth"].Success ? Value(asked.Groups["nth"].Value) : Least().IsMatch(asked.Value) ? values.Min() : values.Max();
        return values.Count(value => value == wanted) == 1 && rows[values.IndexOf(wanted)] is var found ? (found.Sentence, found.Row.Cells[name]) : null;
    }

    // The column whose head the question says right before the superlative, or that of the ranks.
    static int ColumnOf(Question question, Match asked, (PooledSentence Sentence, TableRow Row) head)
    {
        var (best, longest) = (-1, 1);
        for (var column = 0; column < head.Row.Cells.Count; column++)
        {
            var name = Aside().Replace(head.Row.Cells[column].Of(head.Sentence.Key), "");
            if (asked.Groups["nth"].Success ? Array.IndexOf(Ranks, name) >= 0 : name.Length > longest && asked.Groups["noun"].Value.EndsWith(name, StringComparison.Ordinal))
                (best, longest) = (column, name.Length);
        }

        return best;
    }

    static decimal? Value(string cell)
    {
        if (cell.Length is 1 && "零一二三四五六七八九".IndexOf(cell[0]) is >= 0 and var digit)
            return digit;
        return QuantityRecognizer.Find(cell) is [{ Value: { } value, Start: <= 1 }] ? cell[0] is '-' or '−' ? -Math.Abs(value) : value : null;
    }

    // Rows of as many cells on neighbouring lines.
    static IEnumerable<List<(PooledSentence Sentence, TableRow Row)>> Tables(EvidencePassage passage, int rank)
    {
        var table = new List<(PooledSentence Sentence, TableRow Row)>();
        for (var i = 0; i < passage.Sentences.Count; i++)
        {
            var sentence = new PooledSentence(passage, rank, i);
            var row = TableRow.IsMarked(sentence.Key) ? TableRow.Of(sentence.Key) : null;
            if (row is not null && (table.Count == 0 || row.IsBeside(table[^1].Row)))
            {
                table.Add((sentence, row));
                continue;
            }

            if (table.Count > LeastRows)
                yield return table;
            table = row is null ? [] : [(sentence, row)];
        }

        if (table.Count > LeastRows)
            yield return table;
    }

    [GeneratedRegex("(?<noun>[\\p{IsCJKUnifiedIdeographs}a-z]{2,12})最(?:高|多|大|快|长|贵|重|远|好)|(?<noun>[\\p{IsCJKUnifiedIdeographs}a-z]{2,12})最(?:低|少|小|慢|短|便宜|轻|近|差)|(?:排名|排行|名列|排在?|位列)第(?<nth>[一二三四五六七八九]|[0-9]{1,2})(?![0-9十])", RegexOptions.CultureInvariant)]
    private static partial Regex Asked();

    [GeneratedRegex("最(?:低|少|小|慢|短|便宜|轻|近|差)", RegexOptions.CultureInvariant)]
    private static partial Regex Least();

    [GeneratedRegex("哪|谁|什么", RegexOptions.CultureInvariant)]
    private static partial Regex AsksName();

    [GeneratedRegex("[(（][^()（）]{1,10}[)）]\\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Aside();
}
