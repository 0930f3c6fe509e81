using Tanyuan.Pages.Sources;
using Tanyuan.Pages.Tests.Samples;
using Tanyuan.Tests.Shared;

namespace Tanyuan.Pages.Tests;

/// <summary>Reads every page under <c>samples/pages</c> and holds it against what its author says it must become.</summary>
public sealed class SamplesTests
{
    static readonly string Folder = Repository.File("samples", "pages");

    static readonly Lazy<ILookup<string, PageReading>> Readings = new(ReadAll);

    public static TheoryData<string> PagesWithDocuments => PagesWhere(sample => sample.Documents is { Count: > 0 });

    public static TheoryData<string> PagesWithText => PagesWhere(sample => sample.Documents is { Count: > 0 } || sample.Absent.Count > 0);

    public static TheoryData<string> PagesWithRepairs => PagesWhere(sample => sample.Documents?.Any(document => document.Repairs is not null) == true);

    public static TheoryData<string> PagesWithOtherStories =>
        PagesWhere(sample => sample.Somewhere.Count > 0 || sample.Documents?.Any(document => document.Side.Count > 0) == true);

    public static TheoryData<string> PagesWithCharset => PagesWhere(sample => sample.Charset is not null);

    public static TheoryData<string> PagesSetAside => PagesWhere(sample => sample.Quarantine.Count > 0);

    [Fact]
    public void Every_sample_page_has_an_expectation_and_is_met_on_the_way()
    {
        var files = Directory.EnumerateFiles(Folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(files, SampleExpectation.All().Select(sample => sample.Page).Order(StringComparer.Ordinal));
        Assert.Equal(files, Readings.Value.Select(group => group.Key).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(PagesWithCharset))]
    public void A_page_is_decoded_as_what_it_is_and_not_as_what_it_declares(string page)
    {
        var reading = Assert.Single(Readings.Value[page]);
        Assert.Equal(SampleExpectation.Of(page).Charset, reading.Charset, ignoreCase: true);
    }

    [Theory]
    [MemberData(nameof(PagesWithDocuments))]
    public void A_page_becomes_the_documents_it_holds(string page)
    {
        var titles = ExpectedOf(page).Select(document => document.Title);
        Assert.Equal(titles, DocumentsOf(page).Select(document => document.Title));
    }

    [Theory]
    [MemberData(nameof(PagesWithDocuments))]
    public void The_main_text_is_the_whole_article(string page)
    {
        foreach (var (expected, document) in Pairs(page))
        {
            if (expected.Text is not null)
                Assert.Equal(expected.Text, document.Text);

            var position = 0;
            foreach (var part in expected.Contains)
            {
                var found = document.Text.IndexOf(part, position, StringComparison.Ordinal);
                Assert.True(found >= 0, $"“{part}” is missing, or out of order, in:\n{document.Text}");
                position = found + part.Length;
            }
        }
    }

    [Theory]
    [MemberData(nameof(PagesWithText))]
    public void Nothing_of_the_frame_is_left_in_the_main_text(string page)
    {
        var texts = DocumentsOf(page).Select(document => document.Title + "\n" + document.Text).ToArray();
        Assert.NotEmpty(texts);
        var left = SampleExpectation.Of(page).Absent.Where(frame => texts.Any(text => text.Contains(frame, StringComparison.Ordinal)));
        Assert.Empty(left);
    }

    [Theory]
    [MemberData(nameof(PagesWithDocuments))]
    public void Date_author_site_and_script_are_found(string page)
    {
        foreach (var (expected, document) in Pairs(page))
        {
            if (expected.Published is not null)
                Assert.StartsWith(expected.Published, document.Published);
            if (expected.Author is not null)
                Assert.Equal(expected.Author, document.Author);
            if (expected.Site is not null)
                Assert.Equal(expected.Site, document.Site);
            if (expected.Url is not null)
                Assert.Equal(expected.Url, document.Url);
            Assert.Equal((expected.Language, expected.Script), (document.Language, document.Script));
        }
    }

    [Theory]
    [MemberData(nameof(PagesWithRepairs))]
    public void Damage_is_repaired_and_clean_text_is_untouched(string page)
    {
        foreach (var (expected, document) in Pairs(page))
        {
            if (expected.Repairs is not null)
                Assert.Equal(expected.Repairs, document.Repairs.CountBy(repair => repair.Rule).ToDictionary());
        }
    }

    [Theory]
    [MemberData(nameof(PagesWithOtherStories))]
    public void Teasers_for_other_stories_are_kept_apart(string page)
    {
        var documents = DocumentsOf(page);
        var side = string.Join('\n', documents.SelectMany(document => document.Side));
        Assert.All(SampleExpectation.Of(page).Documents?.SelectMany(document => document.Side) ?? [], teaser => Assert.Contains(teaser, side));

        var everything = side + "\n" + string.Join('\n', documents.Select(document => document.Text));
        Assert.All(SampleExpectation.Of(page).Somewhere, brief => Assert.Contains(brief, everything));
    }

    [Theory]
    [MemberData(nameof(PagesSetAside))]
    public void What_cannot_be_read_is_set_aside_with_its_reason(string page)
    {
        var quarantined = Readings.Value[page].Select(reading => reading.Quarantine).OfType<Quarantine>().ToArray();
        var expected = SampleExpectation.Of(page).Quarantine;
        Assert.Equal(expected.Select(one => one.Code), quarantined.Select(one => one.Code));
        Assert.All(quarantined, one => Assert.NotEmpty(one.Reason));
        foreach (var (one, quarantine) in expected.Zip(quarantined))
            Assert.EndsWith(one.Line is { } line ? $"{page}#{line}" : page, quarantine.Name);
    }

    [Fact]
    public void Every_answerable_sample_question_has_its_answer_in_its_page()
    {
        Assert.All(SampleQuestion.All().Where(question => question.Answerable), question =>
        {
            var readings = Readings.Value.SelectMany(group => group)
                .Where(reading => reading.Page.ExternalId == question.PassageId || Path.GetFileName(reading.Page.Name) == question.PassageId);
            var texts = readings.SelectMany(reading => reading.Documents).Select(document => document.Text).ToArray();
            Assert.Contains(question.Answers, answer => texts.Any(text => text.Contains(answer, StringComparison.Ordinal)));
        });
    }

    static TheoryData<string> PagesWhere(Func<SampleExpectation, bool> predicate) =>
        [.. SampleExpectation.All().Where(predicate).Select(sample => sample.Page)];

    static IReadOnlyList<ExpectedDocument> ExpectedOf(string page) => SampleExpectation.Of(page).Documents ?? [];

    static Document[] DocumentsOf(string page) => [.. Readings.Value[page].SelectMany(reading => reading.Documents)];

    /// <summary>The expected documents beside those that were read: by their external id where they have one, else in page order.</summary>
    static IEnumerable<(ExpectedDocument Expected, Document Document)> Pairs(string page)
    {
        var expected = ExpectedOf(page);
        if (expected.All(document => document.ExternalId is not null))
        {
            foreach (var document in expected)
                yield return (document, Assert.Single(Assert.Single(Readings.Value[page], reading => reading.Page.ExternalId == document.ExternalId).Documents));

            yield break;
        }

        var documents = DocumentsOf(page);
        Assert.Equal(expected.Count, documents.Length);
        foreach (var pair in expected.Zip(documents))
            yield return pair;
    }

    static ILookup<string, PageReading> ReadAll() => PageSource.Enumerate(Folder)
        .Select(item => item.Page is null
            ? new PageReading(new Page(item.Quarantine!.Name, default, PageFormat.Text), [], null, item.Quarantine)
            : PageReader.Read(item.Page))
        .ToLookup(reading => Path.GetFileName(reading.Page.Name.Split('#')[0]));
}
