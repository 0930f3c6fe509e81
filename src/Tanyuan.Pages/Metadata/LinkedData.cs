using System.Text;
using System.Text.Json;

namespace Tanyuan.Pages.Metadata;

/// <summary>
/// What a page's JSON-LD says of its article (schema.org <c>Article</c> and its kin, <c>QAPage</c>, <c>Recipe</c>, <c>Product</c> …), alone, in an array or in an
/// <c>@graph</c>. Broken JSON is common: raw line ends inside strings are read as blanks; anything worse is left alone.
/// </summary>
internal sealed class LinkedData
{
    const int Largest = 2_000_000;
    const int MostObjects = 2_000;

    /// <summary>The headline, or null.</summary>
    public string? Headline { get; set; }

    /// <summary>The publication date as written, or null.</summary>
    public string? Published { get; set; }

    /// <summary>The authors' names.</summary>
    public List<string> Authors { get; } = [];

    /// <summary>The publisher's name, or null.</summary>
    public string? Publisher { get; set; }

    /// <summary>The article's whole text, or null.</summary>
    public string? Body { get; set; }

    /// <summary>Reads the page's scripts in order; what an earlier one says stands.</summary>
    public static LinkedData Read(IEnumerable<string> scripts)
    {
        var data = new LinkedData();
        foreach (var script in scripts)
        {
            if (script.Length > Largest)
                continue;
            try
            {
                using var document = JsonDocument.Parse(Clean(script), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
                data.Take(document.RootElement);
            }
            catch (JsonException)
            {
                // The page's other sources still stand.
            }
        }

        return data;
    }

    static string Clean(string script)
    {
        var clean = new StringBuilder(script.Length);
        foreach (var character in script)
            clean.Append(char.IsControl(character) ? ' ' : character);
        var text = clean.ToString().Trim();
        return text.StartsWith("<!--", StringComparison.Ordinal) ? text.Replace("<!--", "", StringComparison.Ordinal).Replace("-->", "", StringComparison.Ordinal) : text;
    }

    void Take(JsonElement root)
    {
        var pending = new Queue<JsonElement>([root]);
        for (var seen = 0; seen < MostObjects && pending.TryDequeue(out var element); seen++)
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray())
                    pending.Enqueue(item);
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                if (element.TryGetProperty("@graph", out var graph))
                    pending.Enqueue(graph);
                if (element.TryGetProperty("mainEntity", out var main))
                    pending.Enqueue(main);
                if (IsWork(element))
                    TakeWork(element);
            }
        }
    }

    void TakeWork(JsonElement work)
    {
        Headline ??= Text(work, "headline") ?? Text(work, "name");
        Published ??= Text(work, "datePublished") ?? Text(work, "pubDate") ?? Text(work, "dateCreated");
        Body ??= Text(work, "articleBody");
        if (Authors.Count == 0 && work.TryGetProperty("author", out var author))
            AddNames(author, Authors);
        if (Publisher is null && work.TryGetProperty("publisher", out var publisher))
        {
            var names = new List<string>();
            AddNames(publisher, names);
            Publisher = names.FirstOrDefault();
        }
    }

    static bool IsWork(JsonElement element)
    {
        if (!element.TryGetProperty("@type", out var type))
            return element.TryGetProperty("pubDate", out _) || element.TryGetProperty("datePublished", out _);
        if (type.ValueKind == JsonValueKind.Array)
            return type.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.String && IsWork(item.GetString()!));
        return type.ValueKind == JsonValueKind.String && IsWork(type.GetString()!);
    }

    static bool IsWork(string type) =>
        type.Contains("Article", StringComparison.Ordinal) || type.Contains("Posting", StringComparison.Ordinal)
        || type is "Question" or "Recipe" or "Review" or "Report" or "CreativeWork" or "LiveBlogPosting" or "VideoObject" or "WebPage" or "ItemPage" or "Product";

    static void AddNames(JsonElement element, List<string> names)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                Add(element.GetString());
                break;
            case JsonValueKind.Object:
                Add(Text(element, "name"));
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    if (item.ValueKind == JsonValueKind.String)
                        Add(item.GetString());
                    else if (item.ValueKind == JsonValueKind.Object)
                        Add(Text(item, "name"));
                }

                break;
        }

        void Add(string? name)
        {
            if (!string.IsNullOrWhiteSpace(name) && !names.Contains(name.Trim()))
                names.Add(name.Trim());
        }
    }

    static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text)
            ? text.Trim()
            : null;
}
