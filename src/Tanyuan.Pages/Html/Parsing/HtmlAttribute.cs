namespace Tanyuan.Pages.Html.Parsing;

/// <summary>An attribute of an element: its value is a slice of the source, character references not yet resolved.</summary>
/// <param name="Name">Which it is.</param>
/// <param name="Start">Where its value begins.</param>
/// <param name="Length">How long its value is.</param>
internal readonly record struct HtmlAttribute(AttributeName Name, int Start, int Length);
