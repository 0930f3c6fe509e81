using Tanyuan.Text.Folding;

namespace Tanyuan.Library.Searching;

/// <summary>
/// Reads what a user types into clauses. A query is clauses between white space:
/// <code>clause := [+ | -] [title:] (word [*] | "phrase" [~ distance])</code>
/// Operators may be full-width, quotes of any kind used in Chinese or English text open and close a phrase, and
/// <c>title:</c> may be written 标题: or 標題:. An operator counts only at the start of a clause, so <c>COVID-19</c> and
/// <c>C++</c> are words, and <c>*</c> only at the end of one. Nothing is a syntax error: an unclosed quote ends with the query, a lone operator
/// is no clause.
/// </summary>
internal static class QueryParser
{
    const string OpeningQuotes = "\"“„«「『《‘", ClosingQuotes = "\"””»」』》’";

    const int MostDistant = 1_000;

    static readonly string[] TitlePrefixes = ["title:", "标题:"];

    public static List<QueryClause> Parse(string query)
    {
        var clauses = new List<QueryClause>();
        var position = 0;
        while (position < query.Length)
        {
            if (char.IsWhiteSpace(query[position]))
            {
                position++;
                continue;
            }

            ReadClause(query, ref position, clauses);
        }

        return clauses;
    }

    static void ReadClause(string query, ref int position, List<QueryClause> clauses)
    {
        var demand = TextFolder.Fold(query[position]) switch { '+' => Demand.Required, '-' => Demand.Excluded, _ => Demand.Wanted };
        if (demand != Demand.Wanted)
            position++;
        var inTitle = SkipTitlePrefix(query, ref position);
        if (position >= query.Length || char.IsWhiteSpace(query[position]))
            return;

        var quote = QuoteAt(query, position);
        var start = quote >= 0 ? position + 1 : position;
        var end = start;
        while (end < query.Length && !Ends(query, end, quote))
            end++;

        var isClosed = quote >= 0 && end < query.Length;
        position = isClosed ? end + 1 : end;
        var slop = isClosed ? ReadDistance(query, ref position) : 0;
        var isPrefix = quote < 0 && end - start > 1 && TextFolder.Fold(query[end - 1]) == '*';
        if (end > start)
            clauses.Add(new QueryClause(query[start..(isPrefix ? end - 1 : end)], demand, quote >= 0, inTitle) { IsPrefix = isPrefix, Slop = slop });
    }

    static int ReadDistance(string query, ref int position)
    {
        var end = position + 1;
        var distance = 0;
        for (; end < query.Length && TextFolder.Fold(query[end]) is >= '0' and <= '9' and var digit; end++)
            distance = Math.Min(MostDistant, (distance * 10) + digit - '0');
        if (end <= position + 1 || TextFolder.Fold(query[position]) != '~')
            return 0;
        position = end;
        return distance;
    }

    static bool Ends(string query, int position, int quote) => quote >= 0
        ? Unified(query[position]) == ClosingQuotes[quote]
        : char.IsWhiteSpace(query[position]) || (QuoteAt(query, position) is var opening and >= 0 && ClosesLater(query, position, opening));

    static bool ClosesLater(string query, int position, int quote)
    {
        for (var i = position + 1; i < query.Length; i++)
        {
            if (Unified(query[i]) == ClosingQuotes[quote])
                return true;
        }

        return false;
    }

    static int QuoteAt(string query, int position) => OpeningQuotes.IndexOf(Unified(query[position]), StringComparison.Ordinal);

    static char Unified(char unit) => unit == '＂' ? '"' : unit;

    static bool SkipTitlePrefix(string query, ref int position)
    {
        foreach (var prefix in TitlePrefixes)
        {
            if (position + prefix.Length > query.Length)
                continue;
            Span<char> folded = stackalloc char[prefix.Length];
            TextFolder.Fold(query.AsSpan(position, prefix.Length), folded);
            if (!folded.SequenceEqual(prefix))
                continue;
            position += prefix.Length;
            return true;
        }

        return false;
    }
}
