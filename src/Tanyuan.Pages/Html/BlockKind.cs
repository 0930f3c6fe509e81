namespace Tanyuan.Pages.Html;

/// <summary>What the author of a page says that a block holds, by its element name, role, class or id.</summary>
internal enum BlockKind
{
    /// <summary>Nothing said.</summary>
    Plain,

    /// <summary>The article itself.</summary>
    Content,

    /// <summary>Menus, breadcrumbs, page numbers.</summary>
    Navigation,

    /// <summary>The head of the site.</summary>
    Header,

    /// <summary>The foot of the site.</summary>
    Footer,

    /// <summary>A column beside the article.</summary>
    Sidebar,

    /// <summary>Readers' comments.</summary>
    Comments,

    /// <summary>Share and follow buttons.</summary>
    Share,

    /// <summary>Links to other stories.</summary>
    Related,

    /// <summary>Advertisements.</summary>
    Advertisement,

    /// <summary>Tags and keywords.</summary>
    Tags,

    /// <summary>Sign-in, search, newsletter, cookie notices.</summary>
    Interface,

    /// <summary>Author, date and source.</summary>
    Byline,
}
