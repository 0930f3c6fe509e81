using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Tanyuan.Answers.Tests.Writing;

/// <summary>A real HTTP server on this machine that speaks the chat completions protocol and answers as a script says.</summary>
public sealed class ScriptedModelServer : IAsyncDisposable
{
    readonly HttpListener listener = new();
    readonly Task serving;
    readonly CancellationTokenSource stop = new();

    /// <summary>Starts a server that answers the user's message with what <paramref name="script"/> makes of it.</summary>
    public ScriptedModelServer(Func<string, string> script)
    {
        Script = script;
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Url = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/v1";
        }

        listener.Prefixes.Add(Url + "/");
        listener.Start();
        serving = Task.Run(ServeAsync);
    }

    /// <summary>The base address.</summary>
    public string Url { get; }

    /// <summary>What is answered to a message.</summary>
    public Func<string, string> Script { get; set; }

    /// <summary>The bodies of the requests so far.</summary>
    public List<JsonElement> Requests { get; } = [];

    /// <summary>The keys that came with them.</summary>
    public List<string?> Keys { get; } = [];

    /// <summary>Statuses that are answered first, one a request.</summary>
    public Queue<int> Failures { get; } = new();

    /// <summary>Whether it answers whole even where a stream was asked for.</summary>
    public bool NeverStreams { get; set; }

    /// <summary>What happens before each event of a stream; not waited for once the server is disposed.</summary>
    public Func<int, Task> BeforeEvent { get; set; } = _ => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Close();
        await serving;
        stop.Dispose();
    }

    async Task ServeAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            try
            {
                await AnswerAsync(context);
                context.Response.Close();
            }
            catch (Exception error) when (error is HttpListenerException or IOException or ObjectDisposedException or OperationCanceledException)
            {
                // The client went away, or the test is over.
                context.Response.Abort();
            }
        }
    }

    async Task AnswerAsync(HttpListenerContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.InputStream);
        var request = body.RootElement.Clone();
        Requests.Add(request);
        Keys.Add(context.Request.Headers["Authorization"]);
        if (Failures.TryDequeue(out var status))
        {
            context.Response.StatusCode = status;
            context.Response.Headers["Retry-After"] = "0";
            await WriteAsync(context, """{"error":{"message":"busy"}}""");
            return;
        }

        var text = Script(request.GetProperty("messages").EnumerateArray().Last().GetProperty("content").GetString()!);
        var usage = new { prompt_tokens = 100, completion_tokens = 20 };
        if (NeverStreams || !request.GetProperty("stream").GetBoolean())
        {
            context.Response.ContentType = "application/json";
            await WriteAsync(context, JsonSerializer.Serialize(new { choices = new[] { new { message = new { role = "assistant", content = text } } }, usage }));
            return;
        }

        context.Response.ContentType = "text/event-stream";
        var index = 0;
        for (var start = 0; start < text.Length; start += 7)
        {
            await BeforeEvent(index++).WaitAsync(stop.Token);
            var content = text.Substring(start, Math.Min(7, text.Length - start));
            await WriteAsync(context, $"data: {JsonSerializer.Serialize(new { choices = new[] { new { delta = new { content } } } })}\n\n");
            await context.Response.OutputStream.FlushAsync();
        }

        await WriteAsync(context, $"data: {JsonSerializer.Serialize(new { choices = Array.Empty<object>(), usage })}\n\ndata: [DONE]\n\n");
    }

    static async Task WriteAsync(HttpListenerContext context, string text) => await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(text));
}
