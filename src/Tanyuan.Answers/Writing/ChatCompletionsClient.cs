using System.Net;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Tanyuan.Text;

namespace Tanyuan.Answers.Writing;

/// <summary>
/// An <see cref="IChatClient"/> over the chat completions protocol that OpenAI-compatible servers speak: one POST, answered by JSON or by
/// server-sent events ending in <c>[DONE]</c>. It reads only what it needs and passes over what it does not know, since servers differ.
/// A request is repeated only while nothing of its answer has been seen. The timeout is one of silence: it begins anew with each event.
/// </summary>
internal sealed class ChatCompletionsClient : IChatClient
{
    static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    readonly ModelEndpoint endpoint;
    readonly Uri address;
    readonly HttpClient http = new() { Timeout = Timeout.InfiniteTimeSpan };

    public ChatCompletionsClient(ModelEndpoint endpoint)
    {
        this.endpoint = endpoint;
        var path = endpoint.Url.AbsoluteUri.TrimEnd('/');
        address = new Uri(path.EndsWith("/chat/completions", StringComparison.Ordinal) ? path : path + "/chat/completions");
        if (endpoint.Key is { } key)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var silence = new Silence(endpoint.Timeout, cancellationToken);
        try
        {
            using var response = await SendAsync(ChatCompletionsJson.Request(endpoint.Model, messages, options, stream: false), silence);
            await using var body = await response.Content.ReadAsStreamAsync(silence.Token);
            using var json = await JsonDocument.ParseAsync(body, cancellationToken: silence.Token);
            return ChatCompletionsJson.Response(json.RootElement);
        }
        catch (Exception error) when (Explain(error, cancellationToken) is { } explained)
        {
            throw explained;
        }
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var silence = new Silence(endpoint.Timeout, cancellationToken);
        await using var updates = StreamAsync(ChatCompletionsJson.Request(endpoint.Model, messages, options, stream: true), silence).GetAsyncEnumerator(silence.Token);
        while (true)
        {
            try
            {
                if (!await updates.MoveNextAsync())
                    yield break;
            }
            catch (Exception error) when (Explain(error, cancellationToken) is { } explained)
            {
                throw explained;
            }

            yield return updates.Current;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("openai-compatible", endpoint.Url, endpoint.Model)
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    public void Dispose() => http.Dispose();

    async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(byte[] request, Silence silence)
    {
        using var response = await SendAsync(request, silence);
        await using var body = await response.Content.ReadAsStreamAsync(silence.Token);
        if (response.Content.Headers.ContentType?.MediaType == "application/json")
        {
            // Some servers do not stream.
            using var whole = await JsonDocument.ParseAsync(body, cancellationToken: silence.Token);
            foreach (var update in ChatCompletionsJson.Response(whole.RootElement).ToChatResponseUpdates())
                yield return update;
            yield break;
        }

        await foreach (var item in SseParser.Create(body).EnumerateAsync(silence.Token))
        {
            silence.Broken();
            if (item.Data == "[DONE]")
                yield break;
            using var json = JsonDocument.Parse(item.Data);
            if (ChatCompletionsJson.Update(json.RootElement) is { } update)
                yield return update;
        }
    }

    async Task<HttpResponseMessage> SendAsync(byte[] request, Silence silence)
    {
        for (var attempt = 0; ; attempt++)
        {
            HttpResponseMessage? response = null;
            try
            {
                using var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(request) };
                message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, silence.Token);
            }
            catch (HttpRequestException) when (attempt < endpoint.Retries)
            {
            }

            if (response is { IsSuccessStatusCode: true })
            {
                silence.Broken();
                return response;
            }

            using (response)
            {
                if (response is not null && (attempt == endpoint.Retries || !IsPassing(response.StatusCode)))
                    throw await RefusedAsync(response, silence.Token);
                await Task.Delay(WaitBefore(attempt, response), silence.Token);
            }
        }
    }

    static bool IsPassing(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.Conflict || (int)status >= 500;

    static TimeSpan WaitBefore(int attempt, HttpResponseMessage? response)
    {
        var wait = response?.Headers.RetryAfter is { } asked
            ? asked.Delta ?? asked.Date - DateTimeOffset.UtcNow ?? TimeSpan.Zero
            : TimeSpan.FromMilliseconds(250 * Math.Pow(2, attempt));
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait < LongestWait ? wait : LongestWait;
    }

    async Task<TanyuanException> RefusedAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var said = await response.Content.ReadAsStringAsync(cancellationToken);
        said = said.Length > 300 ? said[..300] + "…" : said;
        var advice = response.StatusCode switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => $" Put its key into {ModelEndpoint.KeyVariable}, or name a key file.",
            HttpStatusCode.NotFound => " Check the address (most end in /v1) and the model's name.",
            _ => "",
        };
        return new TanyuanException("model-refused", $"The model server at {address} answered {(int)response.StatusCode}: {said.Trim()}{advice}");
    }

    TanyuanException? Explain(Exception error, CancellationToken cancellationToken) => error switch
    {
        HttpRequestException or IOException => new TanyuanException("model-unreachable", $"The model server at {address} cannot be reached: {error.Message}", error),
        JsonException or InvalidOperationException or KeyNotFoundException or FormatException =>
            new TanyuanException("model-unreadable", $"The model server at {address} answered something that is no chat completion: {error.Message}", error),
        OperationCanceledException when !cancellationToken.IsCancellationRequested =>
            new TanyuanException("model-silent", $"The model server at {address} was silent for {endpoint.Timeout.TotalSeconds:0} s.", error),
        _ => null,
    };

    /// <summary>Cancels when nothing was heard for too long.</summary>
    sealed class Silence : IDisposable
    {
        readonly TimeSpan longest;
        readonly CancellationTokenSource source;

        public Silence(TimeSpan longest, CancellationToken cancellationToken)
        {
            this.longest = longest;
            source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            Broken();
        }

        public CancellationToken Token => source.Token;

        public void Broken() => source.CancelAfter(longest);

        public void Dispose() => source.Dispose();
    }
}
