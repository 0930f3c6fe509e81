using Tanyuan.Tests.Shared;

namespace Tanyuan.Index.Tests;

public sealed class PublicSurfaceTests
{
    [Fact]
    public void What_the_library_offers_is_what_was_agreed()
    {
        var path = Path.Combine(Repository.Root, "tests", "Tanyuan.Index.Tests", "Golden", "public-surface.txt");
        var surface = PublicSurface.Of(typeof(IndexWriter).Assembly);

        // TANYUAN_ACCEPT=1 writes what is offered now, for a change that is meant.
        if (Environment.GetEnvironmentVariable("TANYUAN_ACCEPT") == "1")
            File.WriteAllText(path, surface);
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), surface);
    }
}
