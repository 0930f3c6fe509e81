using System.Diagnostics;
using System.Text;
using Tanyuan.Pages.Sources;

namespace Tanyuan.Pages.Tests.Sources;

/// <summary>Names in old charsets: of the members of archives, and of files and folders as Linux keeps them.</summary>
public sealed class ForeignNameTests : IDisposable
{
    const string Story = "青石桥\n\n桥下的水不深，孩子们夏天在那里捉鱼。老人们坐在石栏上，说起从前的渡船和茶馆，一说就是一个下午。";

    static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;
    static readonly Encoding Big5 = CodePagesEncodingProvider.Instance.GetEncoding(950)!;

    readonly TemporaryFolder folder = new();

    public void Dispose()
    {
        if (OperatingSystem.IsLinux())
            Shell("rm -rf ./*", []);
        folder.Dispose();
    }

    [Fact]
    public void Member_names_of_a_tar_archive_are_read_in_the_charset_of_the_system_that_wrote_it()
    {
        string[] simplified = ["会议纪要/第一次会议.txt", "会议纪要/第二次会议.txt", "家谱.txt"], traditional = ["會議記錄/第一次.txt", "臺灣旅遊.txt"];

        Assert.Equal(simplified, NamesOf(Tar(Gbk, simplified)));
        Assert.Equal(traditional, NamesOf(Tar(Big5, traditional)));
        Assert.Equal(simplified, NamesOf(Tar(Encoding.UTF8, simplified)));
    }

    [Fact]
    public void Files_and_folders_whose_names_are_no_utf_8_are_found_and_read()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux keeps names that are no UTF-8.");
        folder.File("里面/utf.txt", Story);
        Make("家谱.txt", Story + "一");
        Make("会议纪要/第一次会议.txt", Story + "二");
        Make("会议纪要/第二次会议.txt", Story + "三");
        Make("会议纪要/空.txt", "");

        var items = PageSource.Enumerate(folder.Path, TestContext.Current.CancellationToken).ToList();

        var names = items.Select(item => Path.GetRelativePath(folder.Path, item.Page?.Name ?? item.Quarantine!.Name)).ToList();
        Assert.Equal(["会议纪要/空.txt", "会议纪要/第一次会议.txt", "会议纪要/第二次会议.txt", "家谱.txt", "里面/utf.txt"], names);
        Assert.Equal(QuarantineCodes.Empty, items[0].Quarantine?.Code);
        Assert.Equal([Story + "二", Story + "三", Story + "一", Story], items.Skip(1).Select(item => Encoding.UTF8.GetString(item.Page!.Content.Span)));
        Assert.Equal(5, PageSource.CountFiles(folder.Path));
    }

    [Fact]
    public void What_a_directory_does_not_tell_of_an_entry_is_asked_for()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux keeps names that are no UTF-8.");
        Make("会议纪要/家谱.txt", Story);
        Shell("ln -s / link", []);

        Assert.Equal((4, 8, 10, 0), (KindOf("会议纪要"), KindOf("会议纪要/家谱.txt"), KindOf("link"), KindOf("没有")));

        int KindOf(string name) => ByteNames.KindOf([.. Encoding.UTF8.GetBytes(folder.Path + "/"), .. Gbk.GetBytes(name)]);
    }

    [Fact]
    public void A_name_that_a_program_wrote_a_replacement_character_into_is_found_with_and_without_foreign_ones_beside_it()
    {
        folder.File("家\uFFFD.txt", Story);
        folder.File("坏\uFFFD/里面.txt", Story + "一");
        string[] strange = ["坏\uFFFD/里面.txt", "家\uFFFD.txt"];

        Assert.Equal(strange, Read());
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux keeps names that are no UTF-8.");
        Make("会议纪要.txt", Story + "二");
        Assert.Equal(["会议纪要.txt", .. strange], Read());

        IEnumerable<string> Read() => PageSource.Enumerate(folder.Path, TestContext.Current.CancellationToken)
            .Select(item => Path.GetRelativePath(folder.Path, item.Page!.Name)).ToList();
    }

    IEnumerable<string> NamesOf(byte[] archive)
    {
        var path = folder.File("archive.tar", archive);
        return PageSource.Enumerate(path, TestContext.Current.CancellationToken).Select(item => item.Page!.Name[(path.Length + 2)..]);
    }

    /// <summary>An archive of the old format, whose names are bytes in whatever charset the system had.</summary>
    static byte[] Tar(Encoding charset, params string[] names)
    {
        using var archive = new MemoryStream();
        foreach (var name in names)
        {
            var content = Encoding.UTF8.GetBytes(Story);
            var header = new byte[512];
            charset.GetBytes(name).CopyTo(header, 0);
            Encoding.ASCII.GetBytes("0000644\0").CopyTo(header, 100);
            Encoding.ASCII.GetBytes(Convert.ToString(content.Length, 8).PadLeft(11, '0')).CopyTo(header, 124);
            Encoding.ASCII.GetBytes("        0").CopyTo(header, 148);
            var sum = header.Sum(value => value);
            Encoding.ASCII.GetBytes(Convert.ToString(sum, 8).PadLeft(6, '0') + "\0 ").CopyTo(header, 148);
            archive.Write(header);
            archive.Write(content);
            archive.Write(new byte[-content.Length & 511]);
        }

        archive.Write(new byte[1024]);
        return archive.ToArray();
    }

    /// <summary>Makes a file under a GBK name, which only a shell can.</summary>
    void Make(string name, string content)
    {
        var path = string.Concat(Gbk.GetBytes(name).Select(value => value < 0x80 ? $"{(char)value}" : $"\\{Convert.ToString(value, 8)}"));
        Shell($"path=$(printf '{path}') && mkdir -p \"$(dirname \"$path\")\" && cat > \"$path\"", Encoding.UTF8.GetBytes(content));
    }

    void Shell(string command, byte[] input)
    {
        var start = new ProcessStartInfo("sh") { RedirectStandardInput = true, WorkingDirectory = folder.Path };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(command);
        using var shell = Process.Start(start)!;
        using (var stream = shell.StandardInput.BaseStream)
            stream.Write(input);
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }
}
