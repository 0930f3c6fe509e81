using System.Text;
using Tanyuan.Pages.Sources;
using Tanyuan.Text;

namespace Tanyuan.Pages.Tests.Sources;

public sealed class PageSourceTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    static List<SourceItem> Items(string path, PageLimits? limits = null) =>
        [.. PageSource.Enumerate(path, limits ?? PageLimits.Default, TestContext.Current.CancellationToken)];

    string[] Names() => [.. Items(folder.Path).Select(item => Path.GetRelativePath(folder.Path, item.Page?.Name ?? item.Quarantine!.Name))];

    SourceItem Only() => Assert.Single(Items(folder.Path));

    [Fact]
    public void Pages_come_in_the_ordinal_order_of_their_paths()
    {
        folder.File("b.txt", "乙");
        folder.File("a/z.txt", "戊");
        folder.File("a.txt", "甲");
        folder.File("B.txt", "丙");
        folder.File("a/c/d.md", "丁");

        Assert.Equal(["B.txt", "a.txt", "a/c/d.md", "a/z.txt", "b.txt"], Names());
    }

    [Fact]
    public void Hidden_files_and_folders_are_passed_over()
    {
        folder.File(".hidden.txt", "甲");
        folder.File(".git/config.txt", "乙");
        folder.File("shown.txt", "丙");

        Assert.Equal(["shown.txt"], Names());
        Assert.Equal(1, PageSource.CountFiles(folder.Path));
    }

    [Fact]
    public void A_link_that_leads_back_into_the_tree_is_not_followed()
    {
        folder.File("a/page.txt", "甲");
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "a", "up"), folder.Path);
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "again"), Path.Combine(folder.Path, "a"));

        Assert.Equal(["a/page.txt"], Names());
    }

    [Fact]
    public void A_linked_folder_elsewhere_is_entered_once()
    {
        using var elsewhere = new TemporaryFolder();
        elsewhere.File("page.txt", "甲");
        Directory.CreateSymbolicLink(Path.Combine(elsewhere.Path, "self"), elsewhere.Path);
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "first"), elsewhere.Path);
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "second"), elsewhere.Path);

        Assert.Equal(["first/page.txt"], Names());
    }

    [Fact]
    public void A_broken_link_is_set_aside_as_unreadable()
    {
        File.CreateSymbolicLink(Path.Combine(folder.Path, "gone.txt"), Path.Combine(folder.Path, "nowhere.txt"));

        Assert.Equal(QuarantineCodes.Unreadable, Only().Quarantine?.Code);
    }

    [Fact]
    public void A_missing_path_is_an_error_that_names_it()
    {
        var missing = Path.Combine(folder.Path, "missing");

        var error = Assert.Throws<TanyuanException>(() => Items(missing));
        Assert.Equal("path-not-found", error.Code);
        Assert.Contains(missing, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_set_aside()
    {
        folder.File("nothing.txt", "");

        Assert.Equal(QuarantineCodes.Empty, Only().Quarantine?.Code);
    }

    [Fact]
    public void A_picture_that_is_called_a_text_is_set_aside_and_called_a_picture()
    {
        folder.File("page.txt", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6]);

        var quarantine = Only().Quarantine;
        Assert.Equal(QuarantineCodes.NotText, quarantine?.Code);
        Assert.Contains("PNG", quarantine?.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("page.html", "<p>茶館開了。</p>", PageFormat.Html)]
    [InlineData("page.txt", "<!DOCTYPE html><html><body>茶館開了。</body></html>", PageFormat.Html)]
    [InlineData("page", "\uFEFF<!-- saved --><html></html>", PageFormat.Html)]
    [InlineData("page", "茶館開了。", PageFormat.Text)]
    [InlineData("3.14 的故事", "茶館開了。", PageFormat.Text)]
    [InlineData("page.md", "# 茶館\n\n開了。", PageFormat.Markdown)]
    [InlineData("page.csv", "甲,乙\n1,2\n", PageFormat.Table)]
    [InlineData("page.eml", "Subject: x\n\n茶館開了。", PageFormat.Mail)]
    [InlineData("letter", "MIME-Version: 1.0\nSubject: x\n\n茶館開了。", PageFormat.Mail)]
    [InlineData("page.pdf", "茶館開了。", PageFormat.Text)]
    [InlineData("page.zip", "%PDF-1.4 …", PageFormat.Pdf)]
    [InlineData("page.txt", "他說 <html> 是什麼？", PageFormat.Text)]
    public void The_format_is_told_from_name_and_content(string name, string content, PageFormat format)
    {
        folder.File(name, content);

        Assert.Equal(format, Only().Page?.Format);
    }

    [Fact]
    public void A_foreign_text_file_is_set_aside_in_a_folder_but_read_when_it_is_named()
    {
        var path = folder.File("program.xyz", "甲,乙\n1,2\n");

        Assert.Equal(QuarantineCodes.UnknownFormat, Only().Quarantine?.Code);
        Assert.Equal(PageFormat.Text, Assert.Single(Items(path)).Page?.Format);
    }

    [Fact]
    public void A_page_over_the_limit_is_set_aside_without_being_read()
    {
        folder.File("long.txt", new string('長', 100));

        var item = Assert.Single(Items(folder.Path, new PageLimits { MaxPageBytes = 200 }));
        Assert.Equal(QuarantineCodes.TooLarge, item.Quarantine?.Code);
    }

    [Fact]
    public void Each_line_of_a_json_lines_file_is_a_page()
    {
        var path = folder.File("records.jsonl", """
            {"id":"t-1","title":"茶館","text":" 開在 1932 年。\n","url":"https://example.org/1","published":"2024-05-09"}
            {"id":7,"html":"<p>茶館</p>"}

            {"id":"t-3","base64":"6Iy26aSo"}
            """);

        var pages = Items(folder.Path).Select(item => item.Page!).ToList();
        Assert.Equal([$"{path}#1", $"{path}#2", $"{path}#4"], pages.Select(page => page.Name));
        Assert.Equal(["t-1", "7", "t-3"], pages.Select(page => page.ExternalId));
        Assert.Equal([PageFormat.Article, PageFormat.Html, PageFormat.Text], pages.Select(page => page.Format));
        Assert.Equal(" 開在 1932 年。\n", Encoding.UTF8.GetString(pages[0].Content.Span));
        Assert.Equal(("茶館", "https://example.org/1", "2024-05-09"), (pages[0].Title!, pages[0].Url!, pages[0].Published!));
        Assert.Equal("茶館", Encoding.UTF8.GetString(pages[2].Content.Span));
    }

    [Theory]
    [InlineData("<!DOCTYPE html><p>茶館</p>", PageFormat.Html)]
    [InlineData("<!-- saved -->\n<HTML><p>茶館</p>", PageFormat.Html)]
    [InlineData("<page id=\"7\">\n<html><p>茶館</p></html></page>", PageFormat.Html)]
    [InlineData("<!--made <date>2011-12-08</date> by a tool--><!DOCTYPE html><p>茶館</p>", PageFormat.Html)]
    [InlineData("<!-- styles --><link href=\"tea.css\" rel=\"stylesheet\"><body>茶館</body>", PageFormat.Html)]
    [InlineData("<br />\n<b>Strict Standards</b>: in tea.php\n<html><p>茶館</p>", PageFormat.Html)]
    [InlineData("<text id=\"7\" title=\"茶館\">\n\n<script>var tea = 1;</script><body>茶館</body>", PageFormat.Html)]
    [InlineData("<!-- never closed <html>", PageFormat.Text)]
    [InlineData("<茶館>\n<html>", PageFormat.Text)]
    [InlineData("<b>茶館</b> 開在 <html> 之前", PageFormat.Text)]
    public void What_opens_a_record_s_bytes_says_whether_they_are_a_web_page(string content, PageFormat format)
    {
        folder.File("records.jsonl", $"{{\"id\":\"a\",\"base64\":\"{Convert.ToBase64String(Encoding.UTF8.GetBytes(content))}\"}}\n");
        Assert.Equal(format, Assert.Single(Items(folder.Path)).Page!.Format);
    }

    [Theory]
    [InlineData("{\"id\":\"x\",\"text\":\"沒有結尾")]
    [InlineData("[1,2]")]
    [InlineData("{\"id\":\"x\"}")]
    [InlineData("{\"id\":\"x\",\"base64\":\"***\"}")]
    [InlineData("{\"id\":\"x\",\"text\":\"\\ud800\"}")]
    public void A_bad_line_is_set_aside_and_the_rest_goes_on(string bad)
    {
        var path = folder.File("records.jsonl", $"{{\"id\":\"a\",\"text\":\"甲\"}}\n{bad}\n{{\"id\":\"b\",\"text\":\"乙\"}}\n");

        var items = Items(folder.Path);
        Assert.Equal(["a", null, "b"], items.Select(item => item.Page?.ExternalId));
        Assert.Equal(($"{path}#2", QuarantineCodes.BadJson), (items[1].Quarantine!.Name, items[1].Quarantine!.Code));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_byte_order_mark_before_the_first_record_is_no_part_of_it(string charset)
    {
        var encoding = Encoding.GetEncoding(charset);
        byte[] content = [.. encoding.GetPreamble(), .. encoding.GetBytes("{\"id\":\"上\",\"text\":\"甲\"}\n{\"id\":\"下\",\"text\":\"乙\"}\n")];
        folder.File("records.ndjson", content);

        Assert.Equal(["上", "下"], Items(folder.Path).Select(item => item.Page?.ExternalId));
    }

    [Fact]
    public void Records_in_gb18030_are_decoded()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        const string Text = "霁城的灯会每年正月举行，最大的一盏灯要用三百张油纸，由几十名匠人扎制。";
        folder.File("records.jsonl", Encoding.GetEncoding("gb18030").GetBytes($"{{\"id\":\"灯\",\"text\":\"{Text}\"}}\n"));

        Assert.Equal(Text, Encoding.UTF8.GetString(Only().Page!.Content.Span));
    }

    [Fact]
    public void A_record_over_the_limit_is_skipped_and_the_next_is_read()
    {
        folder.File("records.jsonl", $"{{\"text\":\"{new string('長', 200_000)}\"}}\n{{\"id\":\"next\",\"text\":\"甲\"}}");

        var items = Items(folder.Path, new PageLimits { MaxRecordBytes = 1000 });
        Assert.Equal([QuarantineCodes.TooLarge, null], items.Select(item => item.Quarantine?.Code));
        Assert.Equal("next", items[1].Page?.ExternalId);
    }

    [Fact]
    public void A_stopped_walk_throws_nothing_but_its_cancellation()
    {
        folder.File("page.txt", "甲");
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.Throws<OperationCanceledException>(() => PageSource.Enumerate(folder.Path, stop.Token).ToList());
    }
}
