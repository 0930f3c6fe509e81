using System.Text;
using BenchmarkDotNet.Attributes;
using Tanyuan.Pages;
using Tanyuan.Pages.Html.Parsing;

namespace Tanyuan.Bench;

/// <summary>
/// HTML pages into documents, our parser beside AngleSharp's. One operation is one page of about 144 KB, made as such pages are: most of it menus,
/// attributes and scripts, a tenth of it text. A folder of real pages given in <c>TANYUAN_BENCH_PAGES</c> is read instead, one operation being all of it.
/// </summary>
[MemoryDiagnoser]
public class PageBenchmarks
{
    readonly List<byte[]> pages = [];
    readonly List<string> texts = [];

    [GlobalSetup]
    public void Setup()
    {
        if (Environment.GetEnvironmentVariable("TANYUAN_BENCH_PAGES") is { } folder)
            pages.AddRange(Directory.EnumerateFiles(folder, "*.html").Select(File.ReadAllBytes));
        else
            pages.Add(Encoding.UTF8.GetBytes(SamplePage.Html(144 * 1024)));
        texts.AddRange(pages.Select(Encoding.UTF8.GetString));
    }

    [Benchmark]
    public int Read_documents()
    {
        var documents = 0;
        foreach (var page in pages)
            documents += PageReader.Read(new Page("page.html", page, PageFormat.Html)).Documents.Count;
        return documents;
    }

    [Benchmark]
    public int Parse()
    {
        var nodes = 0;
        foreach (var text in texts)
        {
            using var tree = HtmlTreeBuilder.Parse(text, default);
            nodes += tree.Count;
        }

        return nodes;
    }

    [Benchmark(Baseline = true)]
    public int Parse_with_AngleSharp()
    {
        var elements = 0;
        foreach (var text in texts)
        {
            using var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(text);
            elements += document.ChildNodes.Length;
        }

        return elements;
    }
}
