using System.Text;

namespace Tanyuan.Pages.Html.Parsing;

/// <summary>
/// Turns names of elements into numbers and back. A name's first eight letters, lower-cased and packed into one integer, find it in a table
/// probed in steps; the whole name is compared once.
/// </summary>
internal static class ElementNames
{
    const int Slots = 1024;

    static readonly string[] Names = [.. Enum.GetNames<ElementName>().Select(name => name.Replace('_', '-').ToLowerInvariant())];
    static readonly ElementTraits[] Traits = ReadTraits();
    static readonly ElementName[] Table = Fill();

    /// <summary>How many names are known; the names of enumeration end before <see cref="ElementName.FirstCustom"/>.</summary>
    public const int Count = (int)ElementName.FirstCustom;

    /// <summary>The number of a name, or <see cref="ElementName.Unknown"/>.</summary>
    public static ElementName Find(ReadOnlySpan<char> name)
    {
        for (var slot = Slot(name); Table[slot] != ElementName.Unknown; slot = (slot + 1) & (Slots - 1))
        {
            if (Ascii.EqualsIgnoreCase(name, Names[(int)Table[slot]]))
                return Table[slot];
        }

        return ElementName.Unknown;
    }

    /// <summary>A known name as written, in lower case.</summary>
    public static string Text(ElementName name) => Names[(int)name];

    /// <summary>What the standard asks of an HTML element of this name.</summary>
    public static ElementTraits TraitsOf(ElementName name) => (int)name < Traits.Length ? Traits[(int)name] : ElementTraits.None;

    static int Slot(ReadOnlySpan<char> name)
    {
        var key = (ulong)name.Length;
        for (var index = 0; index < name.Length && index < 8; index++)
            key = (key << 7) ^ (name[index] | 0x20u);
        return (int)((key * 0x9E3779B97F4A7C15) >> 54);
    }

    static ElementName[] Fill()
    {
        var table = new ElementName[Slots];
        for (var index = 1; index < Names.Length - 1; index++)
        {
            var slot = Slot(Names[index]);
            while (table[slot] != ElementName.Unknown)
                slot = (slot + 1) & (Slots - 1);
            table[slot] = (ElementName)index;
        }

        return table;
    }

    static ElementTraits[] ReadTraits()
    {
        var traits = new ElementTraits[Count];
        Set(ElementTraits.Special, "address applet area article aside base basefont bgsound blockquote body br button caption center col colgroup dd details dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img input keygen li link listing main marquee menu meta nav noembed noframes noscript object ol p param plaintext pre script search section select source style summary table tbody td template textarea tfoot th thead title tr track ul wbr xmp");
        Set(ElementTraits.Formatting, "a b big code em font i nobr s small strike strong tt u");
        Set(ElementTraits.Block, "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer header hgroup main menu nav ol search section summary ul");
        Set(ElementTraits.Void, "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr");
        Set(ElementTraits.Scope, "applet caption html marquee object select table td template th");
        Set(ElementTraits.ListScope, "ol ul");
        Set(ElementTraits.TableScope, "html table template");
        Set(ElementTraits.ImpliedEnd, "dd dt li optgroup option p rb rp rt rtc");
        Set(ElementTraits.TablePart, "table tbody tfoot thead tr");
        return traits;

        void Set(ElementTraits trait, string names)
        {
            foreach (var name in names.Split(' '))
                traits[Array.IndexOf(Names, name)] |= trait;
        }
    }
}
