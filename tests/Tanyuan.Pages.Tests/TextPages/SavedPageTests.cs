using System.Globalization;
using System.Text;
using Tanyuan.Tests.Shared;

namespace Tanyuan.Pages.Tests.TextPages;

/// <summary>
/// Pages of the kinds that people save as text, written by ourselves: news of several places, forums, answers, encyclopaedias, notices, shops, diaries, and sound ones whose headings are words of buttons. Each line of a file
/// says by its first character what it is: <c>=</c> the title, <c>+</c> the author's text, <c>-</c> the site's own words, <c>?</c> either; <c>#date</c> and <c>#author</c> stand above them.
/// </summary>
public sealed class SavedPageTests
{
    sealed record Saved(string Name, string? Date, string? Author, List<(char Kind, string Text)> Lines);

    sealed class Count(string what)
    {
        readonly List<string> failures = [];
        int all;

        public void Add(bool holds, string failure)
        {
            all++;
            if (!holds)
                failures.Add(failure);
        }

        public void HoldsBut(int most) => Assert.True(failures.Count <= most && all > most,
            string.Create(CultureInfo.InvariantCulture, $"{what}: {failures.Count} of {all} do not hold, at most {most} may.\n{string.Join('\n', failures)}"));
    }

    [Fact]
    public void The_authors_text_stays_and_the_sites_words_go()
    {
        var kept = new Count("text that stays");
        var removed = new Count("words of sites that go");
        foreach (var page in Pages())
        {
            var left = Read(page).SelectMany(document => document.Text.Split('\n')).Select(Flat).Where(line => line.Length > 0).ToList();
            var text = string.Concat(left);
            foreach (var (kind, line) in page.Lines)
            {
                if (kind == '+')
                    kept.Add(text.Contains(Flat(line), StringComparison.Ordinal), $"{page.Name}: {line}");
                else if (kind == '-' && Flat(line).Length > 0)
                    removed.Add(!left.Remove(Flat(line)), $"{page.Name}: {line}");
            }
        }

        kept.HoldsBut(3);
        removed.HoldsBut(40);
    }

    [Fact]
    public void Title_date_and_author_are_found()
    {
        var titles = new Count("titles");
        var dates = new Count("dates");
        var authors = new Count("authors");
        foreach (var page in Pages())
        {
            var document = Read(page)[0];
            if (page.Lines.Find(line => line.Kind == '=') is { Text: { } title })
                titles.Add(Flat(document.Title) == Flat(title), $"{page.Name}: {document.Title}");
            if (page.Date is { } date)
                dates.Add(document.Published?.StartsWith(date, StringComparison.Ordinal) == true, $"{page.Name}: {document.Published}");
            if (page.Author is { } author)
                authors.Add(document.Author == author, $"{page.Name}: {document.Author}");
        }

        titles.HoldsBut(2);
        dates.HoldsBut(2);
        authors.HoldsBut(3);
    }

    static IEnumerable<Saved> Pages()
    {
        foreach (var path in Directory.EnumerateFiles(Repository.File("tests", "Tanyuan.Pages.Tests", "TextPages", "saved-pages"), "*.txt").Order(StringComparer.Ordinal))
        {
            var page = new Saved(Path.GetFileNameWithoutExtension(path), null, null, []);
            foreach (var line in File.ReadLines(path))
            {
                if (line.StartsWith("#date ", StringComparison.Ordinal))
                    page = page with { Date = line["#date ".Length..] };
                else if (line.StartsWith("#author ", StringComparison.Ordinal))
                    page = page with { Author = line["#author ".Length..] };
                else
                    page.Lines.Add((line[0], line[2..]));
            }

            yield return page;
        }
    }

    static IReadOnlyList<Document> Read(Saved page)
    {
        var text = string.Join('\n', page.Lines.Select(line => line.Text));
        var reading = PageReader.Read(new Page(page.Name + ".txt", Encoding.UTF8.GetBytes(text), PageFormat.Text), TestContext.Current.CancellationToken);
        Assert.Null(reading.Quarantine);
        return reading.Documents;
    }

    static string Flat(string text) => string.Concat(text.Where(unit => !char.IsWhiteSpace(unit) && unit != '\u200b'));
}
