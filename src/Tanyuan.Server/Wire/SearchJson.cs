using System.Text.Json;
using Tanyuan.Library;
using Tanyuan.Text.Repairing;

namespace Tanyuan.Server.Wire;

/// <summary>Search results and listings as JSON: the same shape from the command line and over HTTP.</summary>
public static class SearchJson
{
    /// <summary>Writes the hits of a search as an array; an empty one when nothing was found.</summary>
    public static void WriteHits(Utf8JsonWriter json, SearchResult result)
    {
        json.WriteStartArray();
        foreach (var hit in result.Hits)
        {
            json.WriteStartObject();
            WriteSummaryProperties(json, hit.Document);
            json.WriteNumber("score", Math.Round(hit.Score, 4));
            json.WriteStartObject("snippet");
            json.WriteNumber("start", hit.Snippet.Start);
            json.WriteString("text", hit.Snippet.Text);
            json.WriteStartArray("highlights");
            foreach (var span in hit.Snippet.Highlights)
            {
                json.WriteStartObject();
                json.WriteNumber("start", span.Start);
                json.WriteNumber("length", span.Length);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            if (hit.Explanation is { } explanation)
                WriteExplanation(json, explanation);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // The score is (the sum of the terms' scores + closeness) × factor.
    static void WriteExplanation(Utf8JsonWriter json, ScoreExplanation explanation)
    {
        json.WriteStartObject("explanation");
        json.WriteNumber("closeness", Math.Round(explanation.Closeness, 4));
        json.WriteNumber("factor", explanation.Factor);
        json.WriteStartArray("terms");
        foreach (var term in explanation.Terms)
        {
            json.WriteStartObject();
            json.WriteString("field", JsonNamingPolicy.CamelCase.ConvertName(term.Field.ToString()));
            json.WriteString("term", term.Term);
            json.WriteNumber("score", Math.Round(term.Score, 4));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes a document of a listing as an object.</summary>
    public static void WriteSummary(Utf8JsonWriter json, DocumentSummary document)
    {
        json.WriteStartObject();
        WriteSummaryProperties(json, document);
        json.WriteEndObject();
    }

    static void WriteSummaryProperties(Utf8JsonWriter json, DocumentSummary document)
    {
        json.WriteString("id", document.ExternalId ?? document.Id);
        json.WriteString("title", document.Title);
        json.WriteString("published", document.Published);
        json.WriteString("site", document.Site);
        json.WriteString("script", document.Script);
        json.WriteNumber("length", document.Length);
        json.WriteString("page", document.PageName);
        if (TextRepairer.RepairName(document.PageName) is { Repairs.Count: > 0 } name)
            json.WriteString("pageRepaired", name.Text);
        json.WriteString("added", document.Added);
        json.WriteNumber("copies", document.Reprints?.Copies ?? 1);
        if (document.Reprints is { } reprints)
        {
            json.WriteStartObject("reprints");
            json.WriteString("story", reprints.Story);
            json.WriteString("firstPublished", reprints.FirstPublished);
            json.WriteString("firstAdded", reprints.FirstAdded);
            json.WriteString("bestCopy", reprints.BestCopy);
            json.WriteEndObject();
        }
    }
}
