using System.Security;
using System.Text;

namespace Tanyuan.Answers.Rendering;

/// <summary>The parts of a presentation as XML. Lengths are in English metric units, 914,400 an inch; the slides are 16 to 9.</summary>
internal static class SlideXml
{
    /// <summary>What every part begins with.</summary>
    public const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    const string Spaces =
        "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";

    const string Group =
        "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>";

    const string ColourMap =
        "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/>";

    const string TitlePlace = "<a:xfrm><a:off x=\"762000\" y=\"420000\"/><a:ext cx=\"10668000\" cy=\"900000\"/></a:xfrm>";
    const string BodyPlace = "<a:xfrm><a:off x=\"762000\" y=\"1650000\"/><a:ext cx=\"10668000\" cy=\"4000000\"/></a:xfrm>";
    const string FootPlace = "<a:xfrm><a:off x=\"762000\" y=\"5950000\"/><a:ext cx=\"10668000\" cy=\"600000\"/></a:xfrm>";
    const string OpeningTitlePlace = "<a:xfrm><a:off x=\"1066800\" y=\"1500000\"/><a:ext cx=\"10058400\" cy=\"1700000\"/></a:xfrm>";
    const string OpeningBodyPlace = "<a:xfrm><a:off x=\"1066800\" y=\"3500000\"/><a:ext cx=\"10058400\" cy=\"2400000\"/></a:xfrm>";

    /// <summary>The one master.</summary>
    public static string Master { get; } =
        $"{Declaration}<p:sldMaster {Spaces}><p:cSld><p:bg><p:bgRef idx=\"1001\"><a:schemeClr val=\"bg1\"/></p:bgRef></p:bg><p:spTree>{Group}"
        + Bar(4, 0, 0, 152400, 6858000, "accent1") + Bar(5, 762000, 1380000, 914400, 38100, "accent1")
        + Shape(2, "Title", "<p:ph type=\"title\"/>", TitlePlace, [""]) + Shape(3, "Body", "<p:ph type=\"body\" idx=\"1\"/>", BodyPlace, [""])
        + $"</p:spTree></p:cSld>{ColourMap}<p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"rId1\"/></p:sldLayoutIdLst>"
        + "<p:txStyles><p:titleStyle><a:lvl1pPr algn=\"l\"><a:defRPr sz=\"2800\" b=\"1\"><a:solidFill><a:schemeClr val=\"tx2\"/></a:solidFill><a:latin typeface=\"+mj-lt\"/><a:ea typeface=\"+mj-ea\"/></a:defRPr></a:lvl1pPr></p:titleStyle>"
        + "<p:bodyStyle><a:lvl1pPr marL=\"0\" indent=\"0\"><a:lnSpc><a:spcPct val=\"115000\"/></a:lnSpc><a:spcBef><a:spcPts val=\"1200\"/></a:spcBef><a:buNone/><a:defRPr sz=\"2400\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill><a:latin typeface=\"+mn-lt\"/><a:ea typeface=\"+mn-ea\"/></a:defRPr></a:lvl1pPr></p:bodyStyle>"
        + "<p:otherStyle/></p:txStyles></p:sldMaster>";

    /// <summary>The one layout: a title and a body.</summary>
    public static string Layout { get; } =
        $"{Declaration}<p:sldLayout {Spaces} type=\"obj\"><p:cSld name=\"Title and content\"><p:spTree>{Group}" + Shape(2, "Title", "<p:ph type=\"title\"/>", "", [""])
        + Shape(3, "Body", "<p:ph type=\"body\" idx=\"1\"/>", "", [""]) + "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>";

    /// <summary>The master of the notes.</summary>
    public static string NotesMaster { get; } =
        $"{Declaration}<p:notesMaster {Spaces}><p:cSld><p:bg><p:bgRef idx=\"1001\"><a:schemeClr val=\"bg1\"/></p:bgRef></p:bg><p:spTree>{Group}"
        + Shape(2, "Notes", "<p:ph type=\"body\" idx=\"1\"/>", "<a:xfrm><a:off x=\"685800\" y=\"4400550\"/><a:ext cx=\"5486400\" cy=\"3600450\"/></a:xfrm>", [""])
        + $"</p:spTree></p:cSld>{ColourMap}</p:notesMaster>";

    /// <summary>The theme: plain colours, and the fonts of the machine.</summary>
    public static string Theme { get; } =
        $"{Declaration}<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Plain\"><a:themeElements><a:clrScheme name=\"Plain\">"
        + string.Concat(new[] { ("dk1", "222222"), ("lt1", "FFFFFF"), ("dk2", "1B3A57"), ("lt2", "EEF4FA"), ("accent1", "1B6CA8"), ("accent2", "C8553D"), ("accent3", "588157"), ("accent4", "7B2D8B"), ("accent5", "B08900"), ("accent6", "2A7F7F"), ("hlink", "1B6CA8"), ("folHlink", "7B2D8B") }
            .Select(colour => $"<a:{colour.Item1}><a:srgbClr val=\"{colour.Item2}\"/></a:{colour.Item1}>"))
        + "</a:clrScheme><a:fontScheme name=\"Plain\"><a:majorFont><a:latin typeface=\"Calibri\"/><a:ea typeface=\"Microsoft YaHei\"/><a:cs typeface=\"\"/></a:majorFont><a:minorFont><a:latin typeface=\"Calibri\"/><a:ea typeface=\"Microsoft YaHei\"/><a:cs typeface=\"\"/></a:minorFont></a:fontScheme>"
        + "<a:fmtScheme name=\"Plain\"><a:fillStyleLst>" + Three("<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>") + "</a:fillStyleLst><a:lnStyleLst>" + Three("<a:ln w=\"9525\"><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:ln>")
        + "</a:lnStyleLst><a:effectStyleLst>" + Three("<a:effectStyle><a:effectLst/></a:effectStyle>") + "</a:effectStyleLst><a:bgFillStyleLst>" + Three("<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>") + "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>";

    /// <summary>The presentation with its slides in order.</summary>
    public static string Presentation(int slides)
    {
        var ids = new StringBuilder();
        for (var i = 0; i < slides; i++)
            ids.Append($"<p:sldId id=\"{256 + i}\" r:id=\"rId{3 + i}\"/>");
        return $"{Declaration}<p:presentation {Spaces}><p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id=\"rId2\"/></p:notesMasterIdLst>"
            + $"<p:sldIdLst>{ids}</p:sldIdLst><p:sldSz cx=\"12192000\" cy=\"6858000\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>";
    }

    /// <summary>The slide that a presentation opens with: the title large on a coloured ground, the answer under it.</summary>
    public static string Opening(string title, IReadOnlyList<string> lines) =>
        $"{Declaration}<p:sld {Spaces}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"tx2\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>{Group}" + Bar(4, 0, 0, 12192000, 6858000, "tx2")
        + Bar(5, 1066800, 3300000, 1219200, 50800, "accent5")
        + Shape(2, "Title", "<p:ph type=\"title\"/>", OpeningTitlePlace, [title], 4000, "bg1", "b") + Shape(3, "Body", "<p:ph type=\"body\" idx=\"1\"/>", OpeningBodyPlace, lines, 2400, "bg2")
        + End;

    /// <summary>A slide with its source at the foot, where it has one.</summary>
    public static string Slide(string title, IReadOnlyList<string> lines, string source, int size) =>
        $"{Declaration}<p:sld {Spaces}><p:cSld><p:spTree>{Group}" + Shape(2, "Title", "<p:ph type=\"title\"/>", "", [title]) + Shape(3, "Body", "<p:ph type=\"body\" idx=\"1\"/>", "", lines, size)
        + (source.Length == 0 ? "" : Shape(4, "Source", "", FootPlace, [source], 1400, "accent1", "b")) + End;

    const string End = "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>";

    /// <summary>The notes of a slide.</summary>
    public static string Notes(IReadOnlyList<string> lines) =>
        $"{Declaration}<p:notes {Spaces}><p:cSld><p:spTree>{Group}" + Shape(2, "Notes", "<p:ph type=\"body\" idx=\"1\"/>", "", lines) + "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>";

    static string Three(string part) => part + part + part;

    static string Bar(int id, int x, int y, int width, int height, string colour) =>
        $"<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"Bar {id}\"/><p:cNvSpPr/><p:nvPr userDrawn=\"1\"/></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"{x}\" y=\"{y}\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>"
        + $"<a:solidFill><a:schemeClr val=\"{colour}\"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>";

    static string Shape(int id, string name, string placeholder, string place, IReadOnlyList<string> lines, int size = 0, string colour = "", string anchor = "")
    {
        var paragraphs = lines.Count == 0 ? "<a:p/>" : string.Concat(lines.Select(line => Paragraph(line, size, colour)));
        var lockOf = placeholder.Length == 0 ? "<p:cNvSpPr txBox=\"1\"/>" : "<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>";
        var body = anchor.Length == 0 ? "<a:bodyPr><a:normAutofit/></a:bodyPr>" : $"<a:bodyPr anchor=\"{anchor}\"><a:normAutofit/></a:bodyPr>";
        var properties = place.Length == 0 ? "<p:spPr/>" : $"<p:spPr>{place}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr>";
        return $"<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{name}\"/>{lockOf}<p:nvPr>{placeholder}</p:nvPr></p:nvSpPr>{properties}<p:txBody>{body}<a:lstStyle/>{paragraphs}</p:txBody></p:sp>";
    }

    static string Paragraph(string line, int size, string colour)
    {
        var fill = colour.Length == 0 ? "" : $"<a:solidFill><a:schemeClr val=\"{colour}\"/></a:solidFill>";
        var points = size == 0 ? "" : $" sz=\"{size}\"";
        return line.Length == 0 ? "<a:p/>" : $"<a:p><a:r><a:rPr lang=\"zh-CN\"{points}>{fill}</a:rPr><a:t>{Escape(line)}</a:t></a:r></a:p>";
    }

    // What XML cannot hold is left out.
    static string Escape(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                kept.Append(text[i]).Append(text[++i]);
            else if (!char.IsSurrogate(text[i]) && (text[i] >= ' ' || text[i] == '\t') && text[i] is not ('\uFFFE' or '\uFFFF'))
                kept.Append(text[i]);
        }

        return SecurityElement.Escape(kept.ToString());
    }
}
