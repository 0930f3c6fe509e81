using System.Globalization;
using System.Text;
using Tanyuan.Pages;

namespace Tanyuan.Library.Record;

/// <summary>
/// The blocks of a document as a column: parted by blanks, each a letter for its kind, its start and its length, and its language and script where
/// they are not those of the document, as in <c>h0,8 p9,120 p130,80:en-Latn</c>. Empty for documents from before version 3.
/// </summary>
internal static class BlockColumn
{
    /// <summary>The letters of the kinds, in their order.</summary>
    const string Letters = "phltqc";

    /// <summary>Writes the blocks of a document.</summary>
    public static string Write(Document document)
    {
        var column = new StringBuilder();
        foreach (var block in document.Blocks)
        {
            if (column.Length > 0)
                column.Append(' ');
            column.Append(CultureInfo.InvariantCulture, $"{Letters[(int)block.Kind]}{block.Start},{block.Length}");
            if (block.Language != document.Language || block.Script != document.Script)
                column.Append(':').Append(block.Language).Append('-').Append(block.Script);
        }

        return column.ToString();
    }

    /// <summary>Reads them again.</summary>
    /// <param name="column">What was written.</param>
    /// <param name="language">The document's language.</param>
    /// <param name="script">The document's script.</param>
    public static List<DocumentBlock> Read(string column, string language, string script)
    {
        var blocks = new List<DocumentBlock>();
        foreach (var part in column.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (colon, comma) = (part.IndexOf(':', StringComparison.Ordinal), part.IndexOf(',', StringComparison.Ordinal));
            var place = colon < 0 ? part.AsSpan() : part.AsSpan(0, colon);
            var tag = colon < 0 ? [] : part[(colon + 1)..].Split('-');
            blocks.Add(new DocumentBlock(
                (DocumentBlockKind)Letters.IndexOf(part[0], StringComparison.Ordinal),
                int.Parse(place[1..comma], CultureInfo.InvariantCulture),
                int.Parse(place[(comma + 1)..], CultureInfo.InvariantCulture))
            {
                Language = tag.Length == 2 ? tag[0] : language,
                Script = tag.Length == 2 ? tag[1] : script,
            });
        }

        return blocks;
    }
}
