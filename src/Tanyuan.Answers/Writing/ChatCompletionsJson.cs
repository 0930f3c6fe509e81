using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Tanyuan.Answers.Writing;

/// <summary>The JSON of the chat completions protocol, as far as a writer of text needs it.</summary>
internal static class ChatCompletionsJson
{
    /// <summary>The body of a request.</summary>
    public static byte[] Request(string model, IEnumerable<ChatMessage> messages, ChatOptions? options, bool stream)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, AnswerJson.Options))
        {
            json.WriteStartObject();
            json.WriteString("model", options?.ModelId ?? model);
            json.WriteStartArray("messages");
            foreach (var message in messages)
            {
                json.WriteStartObject();
                json.WriteString("role", message.Role.Value);
                json.WriteString("content", message.Text);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (options?.Temperature is { } temperature)
                json.WriteNumber("temperature", temperature);
            if (options?.MaxOutputTokens is { } tokens)
                json.WriteNumber("max_tokens", tokens);
            if (options?.Seed is { } seed)
                json.WriteNumber("seed", seed);
            json.WriteBoolean("stream", stream);
            if (stream)
            {
                json.WriteStartObject("stream_options");
                json.WriteBoolean("include_usage", true);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>A whole answer.</summary>
    public static ChatResponse Response(JsonElement root)
    {
        var message = root.GetProperty("choices")[0].GetProperty("message");
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, Text(message) ?? "")) { Usage = Usage(root) };
    }

    /// <summary>A part of an answer, or null where the event brings neither text nor usage.</summary>
    public static ChatResponseUpdate? Update(JsonElement root)
    {
        var text = root.TryGetProperty("choices", out var choices) && choices.ValueKind == JsonValueKind.Array && choices.GetArrayLength() > 0
            && choices[0].TryGetProperty("delta", out var delta)
            ? Text(delta)
            : null;
        var usage = Usage(root);
        if (text is null && usage is null)
            return null;
        var update = new ChatResponseUpdate(ChatRole.Assistant, text);
        if (usage is not null)
            update.Contents.Add(new UsageContent(usage));
        return update;
    }

    static string? Text(JsonElement message) =>
        message.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.String ? content.GetString() : null;

    static UsageDetails? Usage(JsonElement root)
    {
        if (!root.TryGetProperty("usage", out var usage) || usage.ValueKind != JsonValueKind.Object)
            return null;
        return new UsageDetails { InputTokenCount = Count(usage, "prompt_tokens"), OutputTokenCount = Count(usage, "completion_tokens") };
    }

    static long? Count(JsonElement usage, string name) => usage.TryGetProperty(name, out var count) && count.TryGetInt64(out var value) ? value : null;
}
