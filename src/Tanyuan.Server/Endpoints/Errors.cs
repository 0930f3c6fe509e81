using Microsoft.AspNetCore.Http;
using Tanyuan.Server.Wire;

namespace Tanyuan.Server.Endpoints;

/// <summary>Errors over HTTP: <c>{"error":{"code","message"}}</c> with a status that fits.</summary>
internal static class Errors
{
    public static Task Write(HttpContext context, int status, string code, string message)
    {
        context.Response.StatusCode = status;
        return JsonBody.Write(context, json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("error");
            json.WriteString("code", code);
            json.WriteString("message", message);
            json.WriteEndObject();
            json.WriteEndObject();
        });
    }
}
