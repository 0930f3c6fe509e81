using System.IO.Compression;
using System.Text;

namespace Tanyuan.Answers.Rendering;

/// <summary>
/// Writes an answer as a presentation (Office Open XML, ECMA-376): a title slide, a slide for each statement, a slide of sources; what each
/// statement rests on, with its quotes, stands in the notes of its slide. Only what the standard demands of a package is written:
/// one master, one layout, one theme (and one for the notes), and the slides. The same answer gives the same bytes.
/// </summary>
internal static class SlideDeck
{
    const int MostStatements = 12;

    // In hundredths of a point: places of sources are many and long.
    const int ListSize = 1600;
    const string Presentation = "application/vnd.openxmlformats-officedocument.presentationml";
    const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    static readonly DateTimeOffset Written = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the deck.</summary>
    public static void Write(AnswerTree tree, Stream output)
    {
        var slides = Slides(tree);
        using var package = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        Add(package, "[Content_Types].xml", ContentTypes(slides.Count));
        Add(package, "_rels/.rels", Links([("officeDocument", "ppt/presentation.xml")]));
        Add(package, "ppt/presentation.xml", SlideXml.Presentation(slides.Count));
        Add(package, "ppt/_rels/presentation.xml.rels", Links(
            [("slideMaster", "slideMasters/slideMaster1.xml"), ("notesMaster", "notesMasters/notesMaster1.xml"), .. slides.Select((_, i) => ("slide", $"slides/slide{i + 1}.xml"))]));
        Add(package, "ppt/slideMasters/slideMaster1.xml", SlideXml.Master);
        Add(package, "ppt/slideMasters/_rels/slideMaster1.xml.rels", Links([("slideLayout", "../slideLayouts/slideLayout1.xml"), ("theme", "../theme/theme1.xml")]));
        Add(package, "ppt/slideLayouts/slideLayout1.xml", SlideXml.Layout);
        Add(package, "ppt/slideLayouts/_rels/slideLayout1.xml.rels", Links([("slideMaster", "../slideMasters/slideMaster1.xml")]));
        Add(package, "ppt/notesMasters/notesMaster1.xml", SlideXml.NotesMaster);
        Add(package, "ppt/notesMasters/_rels/notesMaster1.xml.rels", Links([("theme", "../theme/theme2.xml")]));
        Add(package, "ppt/theme/theme1.xml", SlideXml.Theme);
        Add(package, "ppt/theme/theme2.xml", SlideXml.Theme);
        for (var i = 0; i < slides.Count; i++)
        {
            Add(package, $"ppt/slides/slide{i + 1}.xml", i == 0 ? SlideXml.Opening(slides[i].Title, slides[i].Lines) : SlideXml.Slide(slides[i].Title, slides[i].Lines, slides[i].Source, slides[i].Source.Length == 0 ? ListSize : 0));
            Add(package, $"ppt/slides/_rels/slide{i + 1}.xml.rels", Links([("slideLayout", "../slideLayouts/slideLayout1.xml"), ("notesSlide", $"../notesSlides/notesSlide{i + 1}.xml")]));
            Add(package, $"ppt/notesSlides/notesSlide{i + 1}.xml", SlideXml.Notes(slides[i].Notes));
            Add(package, $"ppt/notesSlides/_rels/notesSlide{i + 1}.xml.rels", Links([("notesMaster", "../notesMasters/notesMaster1.xml"), ("slide", $"../slides/slide{i + 1}.xml")]));
        }
    }

    static List<(string Title, List<string> Lines, string Source, List<string> Notes)> Slides(AnswerTree tree)
    {
        var slides = new List<(string, List<string>, string, List<string>)>
        {
            (tree.Title, tree.Lead.Length > 0 ? [tree.Lead] : [.. tree.Branches.Take(1).Select(branch => branch.Line)], "", []),
        };
        var places = new List<string>();
        foreach (var branch in tree.Branches.Take(MostStatements))
        {
            var notes = new List<string>();
            foreach (var citation in branch.Statement.Citations)
            {
                var place = tree.Words.Place(citation);
                notes.Add($"{place}: “{AnswerTree.OneLine(citation.Quote)}”");
                if (!places.Contains(place))
                    places.Add(place);
            }

            notes.Add($"{tree.Words.Sentence}: {AnswerTree.OneLine(branch.Statement.Sentence)}");
            slides.Add((tree.Title, [branch.Line], branch.Statement.Citations.Select(tree.Words.Place).FirstOrDefault(""), notes));
        }

        if (places.Count > 0)
            slides.Add((tree.Words.Sources, places, "", []));
        return slides;
    }

    static string ContentTypes(int slides)
    {
        var text = new StringBuilder(SlideXml.Declaration + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        void Part(string name, string type) => text.Append($"<Override PartName=\"/ppt/{name}.xml\" ContentType=\"{type}+xml\"/>");
        Part("presentation", $"{Presentation}.presentation.main");
        Part("slideMasters/slideMaster1", $"{Presentation}.slideMaster");
        Part("slideLayouts/slideLayout1", $"{Presentation}.slideLayout");
        Part("notesMasters/notesMaster1", $"{Presentation}.notesMaster");
        Part("theme/theme1", "application/vnd.openxmlformats-officedocument.theme");
        Part("theme/theme2", "application/vnd.openxmlformats-officedocument.theme");
        for (var i = 1; i <= slides; i++)
        {
            Part($"slides/slide{i}", $"{Presentation}.slide");
            Part($"notesSlides/notesSlide{i}", $"{Presentation}.notesSlide");
        }

        return text.Append("</Types>").ToString();
    }

    static string Links(IReadOnlyList<(string Type, string Target)> links)
    {
        var text = new StringBuilder(SlideXml.Declaration + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (var i = 0; i < links.Count; i++)
            text.Append($"<Relationship Id=\"rId{i + 1}\" Type=\"{Relations}/{links[i].Type}\" Target=\"{links[i].Target}\"/>");
        return text.Append("</Relationships>").ToString();
    }

    static void Add(ZipArchive package, string name, string text)
    {
        var entry = package.CreateEntry(name);
        entry.LastWriteTime = Written;
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }
}
