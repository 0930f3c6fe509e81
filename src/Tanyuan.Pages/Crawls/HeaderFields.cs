namespace Tanyuan.Pages.Crawls;

/// <summary>The named fields at the head of a crawl record or of an HTTP response; of fields of one name the first counts.</summary>
internal sealed class HeaderFields
{
    /// <summary>The longest line that is read.</summary>
    public const int LongestLine = 64 * 1024;

    const int MostFields = 1_000;

    readonly Dictionary<string, string> fields = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads fields up to the empty line that ends them.</summary>
    public static HeaderFields Read(BlockReader reader)
    {
        var header = new HeaderFields();
        for (var count = 0; count < MostFields && reader.ReadLine(LongestLine) is { Length: > 0 } line; count++)
        {
            if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
                header.fields.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim());
        }

        return header;
    }

    /// <summary>A field's value, or an empty string.</summary>
    public string this[string name] => fields.GetValueOrDefault(name, "");
}
