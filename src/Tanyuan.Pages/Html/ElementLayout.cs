using System.Buffers;
using Tanyuan.Pages.Html.Parsing;

namespace Tanyuan.Pages.Html;

/// <summary>How elements stand on a page: in the line, as blocks, out of view; and what their mark-up says about being seen.</summary>
internal static class ElementLayout
{
    /// <summary>A longer style holds a picture, not a rule about view.</summary>
    const int LongestStyle = 2_000;

    static readonly SearchValues<string> None = SearchValues.Create(["none"], StringComparison.OrdinalIgnoreCase);

    static readonly bool[] Inline = Flags(
        "a abbr acronym b basefont bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr picture q rb rp rt rtc ruby s samp small source "
        + "span strike strong sub sup time tt u var wbr br meta link button input select svg");

    static readonly bool[] Unseen = Flags("script style template head title base param track area col colgroup");

    static readonly string?[] Dropped = Rules(
        ("form", "select textarea button datalist input"),
        ("script-free", "noscript noframes"),
        ("embedded", "iframe object video audio canvas svg math noembed"),
        ("hidden", "dialog"),
        ("reading", "rt rp"));

    /// <summary>Whether an element stands in the line.</summary>
    public static bool IsInline(ElementName name) => (int)name < Inline.Length && Inline[(int)name];

    /// <summary>Whether an element's content is no text of the page.</summary>
    public static bool IsUnseen(HtmlTree tree, int element)
    {
        var name = tree[element].Name;
        return (int)name < Unseen.Length && Unseen[(int)name] && (!tree[element].Flag || name is ElementName.Script or ElementName.Style);
    }

    /// <summary>The rule by which an element's content is no part of any article, or null.</summary>
    public static string? RuleOf(HtmlTree tree, int element)
    {
        var name = tree[element].Name;
        return (int)name < Dropped.Length && Dropped[(int)name] is { } rule ? rule : IsHidden(tree, element) ? "hidden" : null;
    }

    static bool IsHidden(HtmlTree tree, int element)
    {
        if (tree.Has(element, AttributeName.Hidden))
            return true;
        var style = tree.RawAttribute(element, AttributeName.Style);
        return style.Length is > 0 and <= LongestStyle && style.ContainsAny(None)
            && style.ToString().Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);
    }

    static bool[] Flags(string names)
    {
        var flags = new bool[ElementNames.Count];
        foreach (var name in names.Split(' '))
            flags[(int)ElementNames.Find(name)] = true;
        return flags;
    }

    static string?[] Rules(params ReadOnlySpan<(string Rule, string Names)> lists)
    {
        var rules = new string?[ElementNames.Count];
        foreach (var (rule, names) in lists)
        {
            foreach (var name in names.Split(' '))
                rules[(int)ElementNames.Find(name)] = rule;
        }

        return rules;
    }
}
