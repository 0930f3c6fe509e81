using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tanyuan.Answers;
using Tanyuan.Library;
using Tanyuan.Pages.Batch;
using Tanyuan.Server.Wire;
using Tanyuan.Text;

namespace Tanyuan.Server.Endpoints;

/// <summary>Search, answers and documents of one library.</summary>
internal static class LibraryEndpoints
{
    /// <summary>A question is a line of text; what is longer than this (in UTF-16 units) is not one.</summary>
    const int LongestQuestion = 10_000;

    static readonly string[] Fields = ["question", "earlier"];

    public static void MapLibrary(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health", context => context.Response.WriteAsync("ok"));
        routes.MapGet("/api/search", SearchAsync);
        routes.MapPost("/api/ask", AskAsync);
        routes.MapGet("/api/documents/{id}", ShowAsync);
    }

    static async Task SearchAsync(HttpContext context)
    {
        var asked = SearchRequest.Parse(context.Request.Query, LongestQuestion);
        var result = await LibraryOf(context).SearchAsync(asked.Query, asked.Options, context.RequestAborted);
        await JsonBody.Write(context, json => SearchJson.WriteHits(json, result));
    }

    static async Task AskAsync(HttpContext context)
    {
        if (await ReadQuestionAsync(context) is not { Question.Length: > 0 and <= LongestQuestion, Earlier.Length: <= LongestQuestion } asked)
        {
            await Errors.Write(context, StatusCodes.Status400BadRequest, "bad-question", "Send {\"question\": \"…\"} as JSON; with \"earlier\": \"…\", the question that it leans on.");
            return;
        }

        var options = new AskOptions { Earlier = asked.Earlier.Length > 0 ? asked.Earlier : null };
        var answer = await LibraryOf(context).AskAsync(asked.Question, options, context.RequestAborted);
        await JsonBody.Write(context, json => AnswerJson.Write(json, answer));
    }

    static async Task ShowAsync(HttpContext context)
    {
        var id = (string)context.GetRouteValue("id")!;
        if (await LibraryOf(context).FindAsync(id, context.RequestAborted) is not { } stored)
        {
            await Errors.Write(context, StatusCodes.Status404NotFound, "document-not-found", $"There is no document {id}.");
            return;
        }

        await JsonBody.Write(context, json => DocumentJson.Write(json, stored.Document, stored.PublicId));
    }

    // The question and the one before it, empty where there is none; null where the body is no such object.
    static async Task<(string Question, string Earlier)?> ReadQuestionAsync(HttpContext context)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            if (body.RootElement.ValueKind != JsonValueKind.Object || !body.RootElement.TryGetProperty("question", out var question) || question.ValueKind != JsonValueKind.String)
                return null;
            if (body.RootElement.EnumerateObject().FirstOrDefault(field => !Fields.Contains(field.Name, StringComparer.Ordinal)) is { Value.ValueKind: not JsonValueKind.Undefined } unknown)
                throw new TanyuanException("bad-question", $"A question takes {string.Join(", ", Fields)}, but no {unknown.Name}.");
            var given = body.RootElement.TryGetProperty("earlier", out var earlier) && earlier.ValueKind != JsonValueKind.Null;
            return given && earlier.ValueKind != JsonValueKind.String ? null : (question.GetString()!, given ? earlier.GetString()! : "");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static TanyuanLibrary LibraryOf(HttpContext context) => (TanyuanLibrary)context.RequestServices.GetService(typeof(TanyuanLibrary))!;
}
