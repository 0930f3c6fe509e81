using BenchmarkDotNet.Attributes;
using Tanyuan.Answers;
using Tanyuan.Library;

namespace Tanyuan.Bench;

/// <summary>A warm library of the sample pages: one search, one answered question, one abstention.</summary>
[MemoryDiagnoser]
public class AnswerBenchmarks
{
    TanyuanLibrary? library;

    TanyuanLibrary Library => library!;

    [GlobalSetup]
    public async Task SetupAsync() => library = await SampleText.OpenLibraryAsync();

    [GlobalCleanup]
    public async Task CleanupAsync() => await Library.DisposeAsync();

    [Benchmark]
    public Task<SearchResult> Search() => Library.SearchAsync("公司 发布 产品");

    [Benchmark]
    public Task<Answer> Ask() => Library.AskAsync("公司是哪一年成立的？");

    [Benchmark]
    public Task<Answer> Ask_what_no_page_says() => Library.AskAsync("火星基地的食堂几点开门？");
}
