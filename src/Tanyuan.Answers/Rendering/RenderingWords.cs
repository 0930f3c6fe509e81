namespace Tanyuan.Answers.Rendering;

/// <summary>The words that a written answer needs besides those of its sources.</summary>
internal sealed record RenderingWords(string NotSaid, string Yes, string No, string Disagreeing, string Sources, string Untitled, string Document, string Characters, string Sentence, string Author, string Published)
{
    public static RenderingWords English { get; } = new("Your sources don't say.", "Yes.", "No.", "Your sources disagree:", "Sources", "(no title)", "document", "characters", "Sentence", "author of the page", "date of publication");

    public static RenderingWords Chinese { get; } = new("资料中没有提到。", "是。", "否。", "资料说法不一：", "出处", "（无标题）", "文档", "字符", "原句", "页面作者", "发布日期");

    /// <summary>Where a citation stands: title, date, document and span or field.</summary>
    public string Place(Citation citation)
    {
        var title = citation.DocumentTitle.Length > 0 ? AnswerTree.OneLine(citation.DocumentTitle) : Untitled;
        var date = citation.Published is { Length: >= 10 } published ? $", {published[..10]}" : "";
        return $"{title}{date}, {Document} {citation.DocumentId}, {PlaceIn(citation)}";
    }

    string PlaceIn(Citation citation) => citation.Field switch
    {
        PageField.Author => Author,
        PageField.Published => Published,
        _ => $"{Characters} {citation.Start}–{citation.Start + citation.Length}",
    };
}
