using Tanyuan.Tests.Shared;

namespace Tanyuan.Pages.Tests.TextPages;

/// <summary>Five real pages whose mark-up was lost, where they are at hand.</summary>
public class SeedPageTests
{
    static IReadOnlyList<Document> Read(string prefix)
    {
        var path = Directory.EnumerateFiles(Repository.SharedOrSkip("seeds"), prefix + "*.txt").Single();
        return PageReader.Read(new Page(path, File.ReadAllBytes(path), PageFormat.Text), TestContext.Current.CancellationToken).Documents;
    }

    [Fact]
    public void The_interview_ends_before_the_teasers_of_other_stories()
    {
        var document = Assert.Single(Read("000"));

        Assert.EndsWith("等渠道。", document.Text, StringComparison.Ordinal);
        Assert.Equal(4, document.Side.Count(side => side.Length > 60));
    }

    [Fact]
    public void The_portal_page_has_seventeen_articles()
    {
        var documents = Read("001");

        Assert.Equal(17, documents.Count);
        Assert.All(documents, document => Assert.InRange(document.Title.Length, 8, 40));
        Assert.Equal("白露", documents[1].Author);
        Assert.Equal(6, documents.Sum(document => document.Drops.Count));
    }

    [Fact]
    public void The_spammed_page_keeps_its_article_alone()
    {
        var document = Assert.Single(Read("002"));

        Assert.Equal(("2023-08-17T20:24:26", "驚蟄研究所", "小滿"), (document.Published, document.Site, document.Author));
        Assert.StartsWith("萬眾期待中", document.Text, StringComparison.Ordinal);
        Assert.EndsWith("的新G點。", document.Text, StringComparison.Ordinal);
        Assert.Equal(3, document.Drops.Count(drop => drop.Rule == "link-farm"));
        Assert.Equal(4, document.Side.Count(side => side.Length > 40));
    }

    [Fact]
    public void The_page_with_a_glued_date_is_dated()
    {
        var document = Assert.Single(Read("003"));

        Assert.Equal("2024-05-09", document.Published);
        Assert.StartsWith("李聰廷", document.Title, StringComparison.Ordinal);
        Assert.Equal(["breadcrumb", "byline", "disclaimer"], document.Drops.Select(drop => drop.Rule));
    }

    [Fact]
    public void The_page_with_two_lines_of_snippets_ends_before_them()
    {
        var document = Assert.Single(Read("004"));

        Assert.StartsWith("旷视科技", document.Title, StringComparison.Ordinal);
        Assert.EndsWith("提供契机。", document.Text, StringComparison.Ordinal);
        Assert.Equal(2, document.Side.Count);
        Assert.Equal("friend-links", document.Drops[^1].Rule);
    }
}
