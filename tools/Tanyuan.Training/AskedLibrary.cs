using System.Text;
using Tanyuan.Library;
using Tanyuan.Pages;
using Tanyuan.Pages.Sources;

namespace Tanyuan.Training;

/// <summary>What a library holds, and what it is asked.</summary>
/// <param name="Documents">The documents: id, title, text.</param>
/// <param name="Questions">The questions.</param>
internal sealed record AskedLibrary(IEnumerable<CorpusPassage> Documents, IReadOnlyList<(LabelledQuestion Question, Asked Asked)> Questions)
{
    /// <summary>Opens the library.</summary>
    public async Task<TanyuanLibrary> OpenAsync()
    {
        var library = await TanyuanLibrary.OpenInMemoryAsync();
        var items = Documents.Select(document => new SourceItem(
            new Page(document.Id, Encoding.UTF8.GetBytes(document.Text), PageFormat.Article) { ExternalId = document.Id, Title = document.Title }, null));
        await library.AddAsync(items);
        return library;
    }
}
