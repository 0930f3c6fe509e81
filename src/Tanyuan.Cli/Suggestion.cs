namespace Tanyuan.Cli;

/// <summary>The name that a mistyped one was probably meant to be, by the edit distance of Levenshtein.</summary>
internal static class Suggestion
{
    /// <summary>The nearest of the names, or null where none is near: one edit for each three characters typed, begun or whole.</summary>
    public static string? For(string typed, IEnumerable<string> names)
    {
        var nearest = names.Select(name => (Name: name, Distance: Distance(typed, name))).OrderBy(near => near.Distance).FirstOrDefault();
        return nearest.Name is not null && nearest.Distance <= (typed.TrimStart('-').Length + 2) / 3 ? nearest.Name : null;
    }

    static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
