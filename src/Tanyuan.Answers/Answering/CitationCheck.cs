using Tanyuan.Answers.PageFields;
using Tanyuan.Library;

namespace Tanyuan.Answers.Answering;

/// <summary>
/// Reads every citation again from the stored document and compares it unit by unit. A citation that does not match is dropped, and a
/// statement without a citation with it, so what is returned is exactly what stands in the library at that moment.
/// Reprints of one story are one source: the first that is cited stands for all.
/// </summary>
internal static class CitationCheck
{
    /// <summary>The statements whose citations hold, with only those citations.</summary>
    public static async Task<List<Statement>> KeepTrueAsync(TanyuanLibrary library, IEnumerable<Statement> statements, CancellationToken cancellationToken)
    {
        var documents = new Dictionary<string, StoredDocument?>(StringComparer.Ordinal);
        var kept = new List<Statement>();
        foreach (var statement in statements)
        {
            var citations = new List<Citation>();
            var tellers = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var citation in statement.Citations)
            {
                if (!documents.TryGetValue(citation.DocumentId, out var stored))
                    documents[citation.DocumentId] = stored = await library.FindAsync(citation.DocumentId, cancellationToken);
                if (stored is null || !Holds(citation, stored))
                    continue;
                tellers.TryAdd(stored.Reprints?.Story ?? stored.Id, stored.Id);
                if (tellers[stored.Reprints?.Story ?? stored.Id] == stored.Id)
                    citations.Add(citation with { DocumentId = stored.PublicId, Copies = stored.Reprints?.Copies ?? 1 });
            }

            if (citations.Count > 0)
                kept.Add(statement with { Citations = citations });
        }

        return kept;
    }

    /// <summary>What the offsets of a citation count in: the field that it names, else the document's text or its side texts.</summary>
    public static string TextOf(Citation citation, StoredDocument stored) => citation.Field is { } field
        ? FieldAnswer.ValueOf(field, stored.Document.Author, stored.Document.Published) ?? ""
        : citation.IsSide ? string.Join('\n', stored.Document.Side) : stored.Document.Text;

    static bool Holds(Citation citation, StoredDocument stored)
    {
        var text = TextOf(citation, stored);
        return citation.Length > 0 && citation.Start >= 0 && citation.Start + citation.Length <= text.Length
            && citation.SentenceStart >= 0 && citation.SentenceStart <= citation.Start
            && text.AsSpan(citation.Start, citation.Length).SequenceEqual(citation.Quote);
    }
}
