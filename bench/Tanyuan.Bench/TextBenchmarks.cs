using System.Text;
using BenchmarkDotNet.Attributes;
using Tanyuan.Pages;
using Tanyuan.Text;
using Tanyuan.Text.Analysis;
using Tanyuan.Text.Conversion;
using Tanyuan.Text.Decoding;
using Tanyuan.Text.Folding;
using Tanyuan.Text.Quantities;
using Tanyuan.Text.Repairing;
using Tanyuan.Text.Sentences;
using Tanyuan.Text.Words;

namespace Tanyuan.Bench;

/// <summary>The kernels of the text part over one megabyte of Chinese. One operation is the whole megabyte.</summary>
[MemoryDiagnoser]
public class TextBenchmarks
{
    const int PageLength = 2500;

    readonly IndexAnalyzer analyzer = new();
    readonly CountingSink sink = new();
    readonly List<TextSpan> words = [];
    string text = "";
    byte[] gb18030 = [];
    char[] folded = [];
    string traditional = "";
    Page[] pages = [];

    [GlobalSetup]
    public void Setup()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        text = SampleText.Chinese(SampleText.Megabyte);
        gb18030 = Encoding.GetEncoding("gb18030").GetBytes(text);
        folded = new char[text.Length];
        traditional = ScriptConverter.Convert(text, ChineseScript.Traditional);
        pages = [.. text.Chunk(PageLength).Select((units, number) =>
            new Page($"#{number}", Encoding.UTF8.GetBytes(units), PageFormat.Text) { DeclaredCharset = "utf-8" })];
    }

    [Benchmark]
    public string Decode_gb18030() => TextDecoder.Decode(gb18030).Text;

    [Benchmark]
    public RepairedText Repair_clean_text() => TextRepairer.Repair(text);

    [Benchmark]
    public void Fold() => TextFolder.Fold(text, folded);

    [Benchmark]
    public string Convert_to_Simplified() => ScriptConverter.Convert(traditional, ChineseScript.Simplified);

    [Benchmark]
    public string Convert_to_Traditional() => ScriptConverter.Convert(text, ChineseScript.Traditional);

    [Benchmark]
    public int Clean_text_pages()
    {
        var documents = 0;
        foreach (var page in pages)
            documents += PageReader.Read(page).Documents.Count;
        return documents;
    }

    [Benchmark]
    public int Segment()
    {
        words.Clear();
        WordSegmenter.Default.Segment(text, words);
        return words.Count;
    }

    [Benchmark]
    public int Analyze()
    {
        sink.Count = 0;
        analyzer.Analyze(text, sink);
        return sink.Count;
    }

    [Benchmark]
    public int Split_sentences() => SentenceSplitter.Split(text).Count;

    [Benchmark]
    public int Find_quantities() => QuantityRecognizer.Find(text).Count;

    sealed class CountingSink : ITokenSink
    {
        public int Count { get; set; }

        public void Add(TokenKind kind, ReadOnlySpan<char> term, int start, int length) => Count++;
    }
}
