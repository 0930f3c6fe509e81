using System.Diagnostics;
using System.Formats.Tar;

namespace Tanyuan.Pages.Tests.Html.Parsing;

/// <summary>The pages of an archive of evaluation pages, unpacked by the system's <c>xz</c>; skips the test where that is missing.</summary>
internal static class OpenPages
{
    public static IEnumerable<(string Name, byte[] Bytes)> Read(string archive)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/xz"), "xz is not installed.");
        using var xz = Process.Start(new ProcessStartInfo("/usr/bin/xz", ["-dc", archive]) { RedirectStandardOutput = true })!;
        using var tar = new TarReader(xz.StandardOutput.BaseStream);
        while (tar.GetNextEntry(copyData: true) is { } entry)
        {
            if (!entry.Name.EndsWith(".html", StringComparison.Ordinal) || entry.DataStream is not { } data)
                continue;
            var bytes = new byte[data.Length];
            data.ReadExactly(bytes);
            yield return (entry.Name, bytes);
        }
    }
}
