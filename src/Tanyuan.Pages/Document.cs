using Tanyuan.Text.Repairing;

namespace Tanyuan.Pages;

/// <summary>One clean article. A portal page yields several.</summary>
/// <param name="Title">Its title; empty where none was found.</param>
/// <param name="Text">Its main text: paragraphs separated by single line feeds, in the page's own script.</param>
public sealed record Document(string Title, string Text)
{
    /// <summary>Whether the page gives no title, so that <see cref="Title"/> repeats the beginning of a sentence of the text.</summary>
    public bool TitleIsDerived { get; init; }

    /// <summary>When it was published: ISO 8601 at the precision known (<c>2024-04-18</c>, <c>2023-08-17T20:24:26</c>), or null.</summary>
    public string? Published { get; init; }

    /// <summary>
    /// How far the clock of <see cref="Published"/> is ahead of UTC, as <c>+08:00</c>, or null: what the page says, else, where a time of day is
    /// known, the one clock of a page's language (Chinese <c>+08:00</c>, Japanese and Korean <c>+09:00</c>).
    /// </summary>
    public string? PublishedOffset { get; init; }

    /// <summary>
    /// Whether the page does not give <see cref="Published"/> in full: its year, or, for words like <c>昨天</c> and <c>3小时前</c>, all of it, follows
    /// from when the page was fetched or its file was written.
    /// </summary>
    public bool PublishedIsInferred { get; init; }

    /// <summary>Its author or authors, joined by <c>、</c>, or null.</summary>
    public string? Author { get; init; }

    /// <summary>The site or source that published it, or null.</summary>
    public string? Site { get; init; }

    /// <summary>Its address, or null.</summary>
    public string? Url { get; init; }

    /// <summary>The BCP 47 language of the main text.</summary>
    public string Language { get; init; } = "und";

    /// <summary>The ISO 15924 script of the main text.</summary>
    public string Script { get; init; } = "Zyyy";

    /// <summary>What the parts of <see cref="Text"/> are: paragraphs, headings, lists, tables, quotations, code, each with its language.</summary>
    public IReadOnlyList<DocumentBlock> Blocks { get; init; } = [];

    /// <summary>Teasers for other stories and the like: searchable at low weight, never part of the article.</summary>
    public IReadOnlyList<string> Side { get; init; } = [];

    /// <summary>What was changed in <see cref="Text"/>, with offsets in it.</summary>
    public IReadOnlyList<Repair> Repairs { get; init; } = [];

    /// <summary>What was left out of the page, in page order. On a page of several documents each drop is recorded once, with the nearest document.</summary>
    public IReadOnlyList<Drop> Drops { get; init; } = [];
}

/// <summary>A recorded removal.</summary>
/// <param name="Rule">The rule that removed it, in kebab-case, such as <c>menu</c> or <c>link-farm</c>.</param>
/// <param name="Text">What was removed.</param>
public sealed record Drop(string Rule, string Text);
