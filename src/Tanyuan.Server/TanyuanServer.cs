using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tanyuan.Library;
using Tanyuan.Server.Endpoints;
using Tanyuan.Text;

namespace Tanyuan.Server;

/// <summary>
/// The HTTP API over a library. It listens on the loopback address only and answers only requests whose Host is the loopback
/// name, so that no web page can reach it by rebinding a name to 127.0.0.1.
/// </summary>
public static class TanyuanServer
{
    /// <summary>Builds the server, not yet started. The caller owns the library and disposes of it after the server.</summary>
    /// <param name="library">The library that is served.</param>
    /// <param name="port">The port on 127.0.0.1; 0 picks a free one.</param>
    public static WebApplication Create(TanyuanLibrary library, int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddSingleton(library);
        builder.Services.AddHostFiltering(options => options.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);

        var server = builder.Build();
        server.UseHostFiltering();
        server.Use(RefuseForeignOrigins);
        server.Use(TellErrors);
        server.MapLibrary();
        return server;
    }

    /// <summary>A page from elsewhere must not question the library through its reader's browser.</summary>
    static Task RefuseForeignOrigins(HttpContext context, RequestDelegate next)
    {
        var origin = context.Request.Headers.Origin.ToString();
        var own = $"{context.Request.Scheme}://{context.Request.Host}";
        if (origin.Length == 0 || string.Equals(origin, own, StringComparison.OrdinalIgnoreCase))
            return next(context);
        return Errors.Write(context, StatusCodes.Status403Forbidden, "foreign-origin", "Requests from other origins are refused.");
    }

    /// <summary>What was asked for wrongly, and what fails in the library, is told as every other error is.</summary>
    static async Task TellErrors(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (TanyuanException exception) when (!context.Response.HasStarted)
        {
            var isAsked = exception.Code.StartsWith("bad-", StringComparison.Ordinal);
            await Errors.Write(context, isAsked ? StatusCodes.Status400BadRequest : StatusCodes.Status500InternalServerError, exception.Code, exception.Message);
        }
    }
}
