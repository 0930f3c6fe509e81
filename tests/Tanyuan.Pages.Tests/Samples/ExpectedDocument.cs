namespace Tanyuan.Pages.Tests.Samples;

/// <summary>One document that a sample page must yield.</summary>
internal sealed record ExpectedDocument
{
    public string? ExternalId { get; init; }

    public string? Title { get; init; }

    /// <summary>What the date must begin with: a page may say more than the sample's author cared for, such as seconds.</summary>
    public string? Published { get; init; }

    public string? Author { get; init; }

    public string? Site { get; init; }

    public string? Url { get; init; }

    public string? Language { get; init; }

    public string? Script { get; init; }

    /// <summary>The whole main text, where it is known to the character.</summary>
    public string? Text { get; init; }

    /// <summary>Strings that the main text must hold, in this order.</summary>
    public IReadOnlyList<string> Contains { get; init; } = [];

    public IReadOnlyList<string> Side { get; init; } = [];

    /// <summary>How many repairs the text must have taken, by rule; empty means that it must be untouched.</summary>
    public IReadOnlyDictionary<string, int>? Repairs { get; init; }
}
