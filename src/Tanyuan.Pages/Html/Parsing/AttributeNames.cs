using System.Text;

namespace Tanyuan.Pages.Html.Parsing;

/// <summary>Tells the attributes that are read from the others, by length and letters.</summary>
internal static class AttributeNames
{
    /// <summary>The attribute of a name, in any case.</summary>
    public static AttributeName Find(ReadOnlySpan<char> name)
    {
        var (found, text) = (name.Length, (char)(name[0] | 0x20)) switch
        {
            (2, 'i') => (AttributeName.Id, "id"),
            (3, 'r') => (AttributeName.Rel, "rel"),
            (4, 'h') => (AttributeName.Href, "href"),
            (4, 'l') => (AttributeName.Lang, "lang"),
            (4, 'n') => (AttributeName.Name, "name"),
            (4, 'r') => (AttributeName.Role, "role"),
            (4, 't') => (AttributeName.Type, "type"),
            (5, 'c') => (AttributeName.Class, "class"),
            (5, 's') => (AttributeName.Style, "style"),
            (6, 'h') => (AttributeName.Hidden, "hidden"),
            (7, 'c') => (AttributeName.Content, "content"),
            (7, 'p') => (AttributeName.Pubdate, "pubdate"),
            (8, 'd') => (AttributeName.Datetime, "datetime"),
            (8, 'e') => (AttributeName.Encoding, "encoding"),
            (8, 'i') when (name[4] | 0x20) == 'p' => (AttributeName.Itemprop, "itemprop"),
            (8, 'i') => (AttributeName.Itemtype, "itemtype"),
            (8, 'p') => (AttributeName.Property, "property"),
            _ => (AttributeName.Other, ""),
        };
        return found != AttributeName.Other && Ascii.EqualsIgnoreCase(name, text) ? found : AttributeName.Other;
    }
}
