using System.Net;
using System.Security;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tanyuan.Pages.Sources;
using Tanyuan.Pages.Tests.Sources;

namespace Tanyuan.Pages.Tests.Formats;

/// <summary>
/// Nothing that a reader of the page would see is lost on the way through a format, and nothing is invented: what was put in comes out as
/// title, text, side or drop, and no text comes out that was not put in.
/// </summary>
public sealed class FormatConservationTests
{
    static readonly string[] Pieces =
    [
        "望川渡口的老橋今年春天開始翻修。", "修桥的木匠说，松木要先泡满四十天。", "A & B < C, \"quoted\" and 'so on'.", "12,5 %; 3 * 4 = 12", "首页 > 新闻", "版权所有", "——", "&amp; stays &lt;",
        "＝等號開頭", "=?utf-8?B?5qmL?= in a line", "From the far bank", "末尾\t有跳格", "🌉 橋", "1. 第一", "a;b;c",
    ];

    static readonly Dictionary<string, Func<IReadOnlyList<string>, byte[]>> Writers = new()
    {
        ["page.docx"] = lines => Archive.Word("<document>" + string.Concat(lines.Select((line, i) =>
            i % 3 == 2 ? $"<tbl><tr><tc><p><r><t>{Xml(line)}</t></r></p></tc><tc><p/></tc></tr></tbl>" : $"<p><r><t>{Xml(line[..2])}</t></r><r><t>{Xml(line[2..])}</t></r></p>")) + "</document>"),
        ["page.epub"] = lines => Archive.Book(
            "<package><manifest><item id='a' href='a.xhtml'/></manifest><spine><itemref idref='a'/></spine></package>",
            ("a.xhtml", Encoding.UTF8.GetBytes($"<html><body>{Html(lines)}</body></html>"))),
        ["page.rss"] = lines => Encoding.UTF8.GetBytes($"<rss><channel><item><guid>1</guid><description>{Xml(Html(lines))}</description></item></channel></rss>"),
        ["page.atom"] = lines => Encoding.UTF8.GetBytes($"<feed><entry><id>1</id><content type='xhtml'><div>{string.Concat(lines.Select(line => $"<p>{Xml(line)}</p>"))}</div></content></entry></feed>"),
        ["page.eml"] = lines => Encoding.UTF8.GetBytes(
            "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Join("\r\n", lines)), Base64FormattingOptions.InsertLineBreaks)),
        ["page.mbox"] = lines => Encoding.UTF8.GetBytes(
            "From x\n\n" + string.Join('\n', lines.Select(line => line.StartsWith("From ", StringComparison.Ordinal) ? ">" + line : line)) + "\n"),
        ["page.csv"] = lines => Encoding.UTF8.GetBytes("甲,乙\r\n" + string.Join("\r\n", lines.Select(line => $"\"{line.Replace("\"", "\"\"", StringComparison.Ordinal)}\","))),
        ["page.tar.gz"] = lines => Archive.GZip(Archive.Tar(("page.jsonl", Encoding.UTF8.GetBytes(System.Text.Json.JsonSerializer.Serialize(new { text = string.Join('\n', lines) }))))),
    };

    public static TheoryData<string> Names => [.. Writers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_goes_in_comes_out_and_nothing_else(string name)
    {
        using var folder = new TemporaryFolder();
        var pages = Gen.Elements(Pieces).NonEmptyListOf().Select(lines => (IReadOnlyList<string>)[.. lines]);
        Prop.ForAll(pages.ToArbitrary(), lines =>
        {
            var path = folder.File(name, Writers[name](lines));
            var item = Assert.Single(PageSource.Enumerate(path, TestContext.Current.CancellationToken));
            var reading = PageReader.Read(item.Page!, TestContext.Current.CancellationToken);
            var document = Assert.Single(reading.Documents);
            var undone = new StringBuilder(document.Text);
            foreach (var repair in document.Repairs.OrderByDescending(repair => repair.Start))
                undone.Remove(repair.Start, repair.Length).Insert(repair.Start, repair.Before);

            var header = name.EndsWith(".csv", StringComparison.Ordinal) ? "甲乙" : "";
            Assert.Equal(Sorted(header + string.Concat(lines)), Sorted(undone + string.Concat(document.Side) + string.Concat(document.Drops.Select(drop => drop.Text))));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    static string Xml(string text) => SecurityElement.Escape(text);

    static string Html(IReadOnlyList<string> lines) => string.Concat(lines.Select(line => $"<p>{WebUtility.HtmlEncode(line)}</p>"));

    static string Sorted(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)).Order());
}
