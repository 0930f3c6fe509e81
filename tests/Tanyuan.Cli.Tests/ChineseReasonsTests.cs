using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Tanyuan.Cli.Localization;
using Tanyuan.Pages;

namespace Tanyuan.Cli.Tests;

public sealed partial class ChineseReasonsTests
{
    [Theory]
    [InlineData("The file is empty.", "空文件")]
    [InlineData("It is not text but a PNG image.", "不是文本，而是PNG 图片")]
    [InlineData("It is cut off: The file ends 1,024 bytes before its content does.", "内容不完整：文件比内容短 1,024 字节")]
    [InlineData("The file cannot be read: Access to the path '/srv/x.txt' is denied.", "文件无法读取：没有权限读取“/srv/x.txt”")]
    [InlineData("The line is not JSON (byte 7): 'x' is an invalid start of a value.", "这一行不是 JSON（第 7 字节）：'x' is an invalid start of a value.")]
    [InlineData("Another process is writing to the library in /srv/x. Wait until it is done and try again; searching works meanwhile.", "/srv/x 正被另一个进程写入；检索和提问不受影响")]
    [InlineData("/srv/x/library.db was written by a newer Tanyuan (format 9; this one knows up to 3). Update Tanyuan and try again.", "/srv/x/library.db 的格式是第 9 版，这个程序只认到第 3 版")]
    [InlineData("It cannot be read (IOException: It is damaged).", "无法读取（IOException：It is damaged）")]
    public void A_reason_is_told_in_Chinese_with_what_the_system_says_as_it_is(string reason, string chinese) => Assert.Equal(chinese, ChineseReasons.Of(reason));

    [Fact]
    public void Every_reason_that_the_readers_of_pages_give_has_its_Chinese()
    {
        // A path that leads nowhere is the error of a command, not of a page.
        var missing = SentencesOf(typeof(Page).Assembly.Location)
            .Where(sentence => !sentence.StartsWith("There is no file or folder", StringComparison.Ordinal))
            .Where(sentence => !ChineseReasons.Sentences.Any(known => known.English.StartsWith(sentence, StringComparison.Ordinal)))
            .ToList();
        Assert.Empty(missing);
    }

    [Fact]
    public void Each_place_of_a_reason_has_its_place_in_the_Chinese() => Assert.All(
        ChineseReasons.Sentences,
        sentence => Assert.Equal(Place().Matches(sentence.English).Select(place => place.Value).Order(), Place().Matches(sentence.Chinese).Select(place => place.Value).Order()));

    /// <summary>The text constants of an assembly that begin as a sentence does; of one with places, what stands before the first.</summary>
    static List<string> SentencesOf(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        var sentences = new List<string>();
        for (var handle = MetadataTokens.UserStringHandle(1); !handle.IsNil; handle = metadata.GetNextHandle(handle))
        {
            var text = metadata.GetUserString(handle);
            if (Opening().IsMatch(text))
                sentences.Add(text);
        }

        Assert.True(sentences.Count > 40, $"{sentences.Count} sentences found");
        return sentences;
    }

    [GeneratedRegex("^(?:A|An|The|It|Its|There|Nothing|Files|More|Reading) [a-z']+(?: |\\.$)")]
    private static partial Regex Opening();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
