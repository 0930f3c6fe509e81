namespace Tanyuan.Pages.Html.Parsing;

/// <summary>What the standard's tree construction asks of an element's name.</summary>
[Flags]
internal enum ElementTraits : ushort
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>In the standard's category "special": ends the search for the element that an end tag closes.</summary>
    Special = 1,

    /// <summary>A formatting element, opened again where a block cuts it off.</summary>
    Formatting = 2,

    /// <summary>Closes an open paragraph, and its own end tag closes what is open inside it.</summary>
    Block = 4,

    /// <summary>Has no content.</summary>
    Void = 8,

    /// <summary>Bounds every scope.</summary>
    Scope = 16,

    /// <summary>Bounds the scope of list items.</summary>
    ListScope = 32,

    /// <summary>Bounds the scope of tables.</summary>
    TableScope = 64,

    /// <summary>Ends by itself when what holds it ends.</summary>
    ImpliedEnd = 128,

    /// <summary>A table, its sections and rows: text in them stands before the table.</summary>
    TablePart = 256,

    /// <summary>Belongs to MathML or SVG.</summary>
    Foreign = 512,

    /// <summary>A place in MathML or SVG where HTML goes on.</summary>
    HtmlIntegration = 1024,

    /// <summary>A place in MathML where text goes on.</summary>
    TextIntegration = 2048,

    /// <summary>Belongs to SVG.</summary>
    Svg = 4096,
}
