using System.Globalization;
using Microsoft.AspNetCore.Http;
using Tanyuan.Library;
using Tanyuan.Text;

namespace Tanyuan.Server.Endpoints;

/// <summary>A search as a query string asks for it, with the values that the command line takes.</summary>
/// <param name="Query">What is looked for.</param>
/// <param name="Options">Filters, order and limit.</param>
internal sealed record SearchRequest(string Query, SearchOptions Options)
{
    static readonly string[] Names = ["q", "n", "site", "since", "until", "language", "sort", "explain"];
    static readonly string[] Limits = [.. Enumerable.Range(1, 1000).Select(limit => limit.ToString(CultureInfo.InvariantCulture))];
    static readonly string[] Languages = ["zh", "en", "ja", "ko", "Hans", "Hant"];
    static readonly string[] Orders = ["relevance", "date"];
    static readonly string[] Booleans = ["true", "false"];

    /// <summary>Reads a query string. Dates are read where they are used.</summary>
    /// <param name="given">The query string.</param>
    /// <param name="longest">The longest query, in UTF-16 units.</param>
    /// <exception cref="TanyuanException">Code <c>bad-query</c>: a name that a search does not have, or a value that its name does not take.</exception>
    public static SearchRequest Parse(IQueryCollection given, int longest)
    {
        if (given.Keys.FirstOrDefault(name => !Names.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            throw Bad($"A search takes {string.Join(", ", Names)}, but no {unknown}.");
        var query = given["q"].ToString();
        if (query.Length == 0 || query.Length > longest)
            throw Bad($"Give what is looked for as ?q=…, {longest} characters at most.");
        return new(query, new SearchOptions
        {
            Limit = int.Parse(OneOf(given, "n", Limits, "a number from 1 to 1000") ?? "10", CultureInfo.InvariantCulture),
            Site = Text(given, "site"),
            Since = Text(given, "since"),
            Until = Text(given, "until"),
            Language = OneOf(given, "language", Languages, string.Join(", ", Languages)),
            Sort = OneOf(given, "sort", Orders, "relevance or date") == "date" ? SearchSort.Date : SearchSort.Relevance,
            Explain = OneOf(given, "explain", Booleans, "true or false") == "true",
        });
    }

    static string? Text(IQueryCollection given, string name) => given[name].ToString() is { Length: > 0 } text ? text : null;

    static string? OneOf(IQueryCollection given, string name, string[] values, string described)
    {
        if (Text(given, name) is not { } text)
            return null;
        return Array.Find(values, value => value.Equals(text, StringComparison.OrdinalIgnoreCase)) ?? throw Bad($"&{name}= takes {described}, not {text}.");
    }

    static TanyuanException Bad(string message) => new("bad-query", message);
}
