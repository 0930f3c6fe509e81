using Tanyuan.Library;

namespace Tanyuan.Answers.PageFields;

/// <summary>Answers with a field of a page. The citation is of the field: which page, which field, and where in its value the quote stands.</summary>
internal static class FieldAnswer
{
    /// <summary>How likely it is that the field of a page found by its title is what was asked for.</summary>
    public const double Confidence = 0.9;

    // 2022-10-19T08:00: the day, unless its time is asked for.
    const int Day = 10;

    /// <summary>The statement that a page's field makes, or null where the page does not have it.</summary>
    public static Statement? Of(AskedField asked, PassageHit page)
    {
        if (ValueOf(asked.Field, page.Author, page.Published) is not { Length: > 0 } value)
            return null;
        var length = asked.Field == PageField.Published ? Math.Min(value.Length, Day) : value.Length;
        var quote = value[..length];
        return new Statement(quote, value, [new Citation(page.DocumentId, page.DocumentTitle, 0, length, quote, 0) { Published = page.Published, Field = asked.Field }]);
    }

    /// <summary>The value of a field.</summary>
    public static string? ValueOf(PageField field, string? author, string? published) => field == PageField.Author ? author : published;
}
