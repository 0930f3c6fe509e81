namespace Tanyuan.Pages.Html.Parsing;

/// <summary>The attributes that are read. Others are passed over, so that megabytes in one of them cost one scan.</summary>
internal enum AttributeName : byte
{
    /// <summary>One that nothing reads.</summary>
    Other,
    Class, Content, Datetime, Encoding, Hidden, Href, Id, Itemprop, Itemtype, Lang, Name, Property, Pubdate, Rel, Role, Style, Type,
}
