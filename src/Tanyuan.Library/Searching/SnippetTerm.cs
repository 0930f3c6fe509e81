namespace Tanyuan.Library.Searching;

/// <summary>What an excerpt is to show.</summary>
/// <param name="Key">Its folded text, not empty.</param>
/// <param name="IsOpen">Whether a word of letters and digits that it ends with may go on.</param>
internal readonly record struct SnippetTerm(string Key, bool IsOpen = false);
