using System.Text;

namespace Tanyuan.Pages.Tables;

/// <summary>
/// Reads delimiter-separated values (RFC 4180, and tab-separated ones): a quoted cell may hold delimiters, line breaks and doubled quotes;
/// a quote within an unquoted cell is itself. A row longer than the limit comes as null, and reading goes on behind it.
/// </summary>
internal sealed class TableRows(TextReader reader, char delimiter, int longestRow)
{
    readonly char[] buffer = new char[1 << 14];
    int at;
    int end;

    /// <summary>The rows; null for one that is too long.</summary>
    public IEnumerable<List<string>?> Read()
    {
        var row = new List<string>();
        var cell = new StringBuilder();
        var (length, quoted, closed, isNew) = (0, false, false, true);
        while (Next() is { } character)
        {
            isNew = false;
            if (++length > longestRow && cell.Length > 0)
                cell.Clear();
            if (quoted)
            {
                (quoted, closed) = (character != '"', character == '"');
                if (quoted && length <= longestRow)
                    cell.Append(character);
            }
            else if (character == '"' && (cell.Length == 0 || closed))
            {
                if (closed)
                    cell.Append('"');
                (quoted, closed) = (true, false);
            }
            else if (character == delimiter || character is '\n' or '\r')
            {
                row.Add(cell.ToString());
                cell.Clear();
                closed = false;
                if (character == delimiter)
                    continue;
                if (length > longestRow || row.Count > 1 || row[0].Length > 0)
                    yield return length > longestRow ? null : row;
                row = [];
                (length, isNew) = (0, true);
            }
            else if (length <= longestRow)
            {
                cell.Append(character);
            }
        }

        if (isNew)
            yield break;
        row.Add(cell.ToString());
        yield return length > longestRow ? null : row;
    }

    char? Next()
    {
        if (at == end)
            (at, end) = (0, reader.Read(buffer));
        return at < end ? buffer[at++] : null;
    }
}
