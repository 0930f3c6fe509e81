using System.Text;
using Tanyuan.Library;
using Tanyuan.Pages;
using Tanyuan.Pages.Sources;

namespace Tanyuan.Answers.Tests;

/// <summary>Asks a library in memory that holds one page, or a few.</summary>
internal static class OnePage
{
    public static Task<Answer> AskAsync(string title, string text, string question, double? threshold = null) => AskAsync([(title, text)], question, threshold);

    public static async Task<Answer> AskAsync((string Title, string Text)[] pages, string question, double? threshold = null)
    {
        await using var library = await TanyuanLibrary.OpenInMemoryAsync(cancellationToken: TestContext.Current.CancellationToken);
        var items = pages.Select((page, i) => new SourceItem(new Page($"page{i}", Encoding.UTF8.GetBytes(page.Text), PageFormat.Article) { ExternalId = $"page{i}", Title = page.Title }, null));
        await library.AddAsync(items, cancellationToken: TestContext.Current.CancellationToken);
        return await library.AskAsync(question, new AskOptions { Threshold = threshold }, TestContext.Current.CancellationToken);
    }
}
