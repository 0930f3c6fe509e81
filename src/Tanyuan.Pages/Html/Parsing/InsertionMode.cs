namespace Tanyuan.Pages.Html.Parsing;

/// <summary>The insertion modes of the standard's tree construction. Text and selection lists need none of their own here.</summary>
internal enum InsertionMode : byte
{
    /// <summary>Before the document type.</summary>
    Initial,
    BeforeHtml, BeforeHead, InHead, InHeadNoscript, AfterHead, InBody, InTable, InCaption, InColumnGroup, InTableBody, InRow, InCell, InTemplate,
    AfterBody, InFrameset, AfterFrameset,
}
