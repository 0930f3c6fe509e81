using System.Text;
using Tanyuan.Library;
using Tanyuan.Pages;
using Tanyuan.Pages.Sources;

namespace Tanyuan.Bench;

/// <summary>The text that the kernels are measured on: the samples' own documents, repeated to a size that leaves the caches.</summary>
internal static class SampleText
{
    public const int Megabyte = 1 << 20;

    public static string SamplesFolder { get; } = FindSamples();

    /// <summary>At least <paramref name="bytes"/> bytes (as UTF-8) of clean Chinese text.</summary>
    public static string Chinese(int bytes)
    {
        var documents = PageSource.Enumerate(SamplesFolder)
            .Where(item => item.Page is not null)
            .SelectMany(item => PageReader.Read(item.Page!).Documents)
            .Where(document => document.Language == "zh")
            .Select(document => document.Text)
            .ToList();
        var text = new StringBuilder();
        for (var size = 0; size < bytes;)
        {
            foreach (var document in documents)
            {
                text.Append(document).Append('\n');
                size += Encoding.UTF8.GetByteCount(document) + 1;
            }
        }

        return text.ToString();
    }

    public static async Task<TanyuanLibrary> OpenLibraryAsync()
    {
        var library = await TanyuanLibrary.OpenInMemoryAsync();
        await library.AddAsync(PageSource.Enumerate(SamplesFolder));
        return library;
    }

    static string FindSamples()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Tanyuan.slnx")))
                return Path.Combine(folder.FullName, "samples", "pages");
        }

        throw new InvalidOperationException("The benchmarks run outside the repository.");
    }
}
