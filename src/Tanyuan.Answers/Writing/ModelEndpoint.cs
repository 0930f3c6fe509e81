using Microsoft.Extensions.AI;
using Tanyuan.Text;

namespace Tanyuan.Answers.Writing;

/// <summary>
/// A language model behind an OpenAI-compatible server: Ollama, llama.cpp, vLLM, or a service. The key is never an argument: it comes from
/// the environment or from a file, and is sent to this server only.
/// </summary>
/// <param name="Url">The server's base, such as <c>http://localhost:11434/v1</c>; with or without <c>/chat/completions</c> at its end.</param>
/// <param name="Model">The model's name, as the server knows it.</param>
public sealed record ModelEndpoint(Uri Url, string Model)
{
    /// <summary>The environment variable that a key is read from.</summary>
    public const string KeyVariable = "TANYUAN_MODEL_KEY";

    /// <summary>The key, or null where the server asks for none.</summary>
    public string? Key { get; init; }

    /// <summary>How long the server may stay silent before the attempt is given up.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a request is repeated that the server was too busy for, or that never reached it.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>The endpoint at an address, its key read from <paramref name="keyFile"/>, else from the environment.</summary>
    /// <exception cref="TanyuanException"><c>model-url-invalid</c>, <c>model-key-unreadable</c>.</exception>
    public static ModelEndpoint At(string url, string model, string? keyFile = null)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new TanyuanException("model-url-invalid", $"{url} is no address of a model server. Give one such as http://localhost:11434/v1.");
        return new ModelEndpoint(address, model) { Key = keyFile is null ? Environment.GetEnvironmentVariable(KeyVariable) : ReadKey(keyFile) };
    }

    /// <summary>A client of this endpoint. The caller disposes of it.</summary>
    public IChatClient CreateClient() => new ChatCompletionsClient(this);

    /// <inheritdoc/>
    public override string ToString() => $"{Model} at {Url}";

    static string ReadKey(string file)
    {
        try
        {
            if (File.ReadAllText(file).Trim() is { Length: > 0 } key)
                return key;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new TanyuanException("model-key-unreadable", $"The key file {file} cannot be read: {error.Message}", error);
        }

        throw new TanyuanException("model-key-unreadable", $"The key file {file} is empty. Put the key in it, and nothing else.");
    }
}
