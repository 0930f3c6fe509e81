namespace Tanyuan.Pages.Html.Parsing;

/// <summary>
/// The names of elements that the parser or a reader treats apart. A page's other names get numbers from <see cref="FirstCustom"/> up, for
/// that page only.
/// </summary>
internal enum ElementName : ushort
{
    /// <summary>No element, or one past the names that are told apart.</summary>
    Unknown,
    A, Abbr, Acronym, Address, Annotation_Xml, Applet, Area, Article, Aside, Audio, B, Base, Basefont, Bdi, Bdo, Bgsound, Big, Blockquote, Body, Br,
    Button, Canvas, Caption, Center, Cite, Code, Col, Colgroup, Data, Datalist, Dd, Del, Desc, Details, Dfn, Dialog, Dir, Div, Dl, Dt, Em, Embed,
    Fieldset, Figcaption, Figure, Font, Footer, ForeignObject, Form, Frame, Frameset, H1, H2, H3, H4, H5, H6, Head, Header, Hgroup, Hr, Html, I,
    Iframe, Image, Img, Input, Ins, Kbd, Keygen, Label, Legend, Li, Link, Listing, Main, Malignmark, Map, Mark, Marquee, Math, Menu, Meta, Mglyph,
    Mi, Mn, Mo, Ms, Mtext, Nav, Nobr, Noembed, Noframes, Noscript, Object, Ol, Optgroup, Option, P, Param, Picture, Plaintext, Pre, Q, Rb, Rp, Rt,
    Rtc, Ruby, S, Samp, Script, Search, Section, Select, Small, Source, Span, Strike, Strong, Style, Sub, Summary, Sup, Svg, Table, Tbody, Td,
    Template, Textarea, Tfoot, Th, Thead, Time, Title, Tr, Track, Tt, U, Ul, Var, Video, Wbr, Xmp,

    /// <summary>The first number for a page's own names.</summary>
    FirstCustom = 256,
}
