using System.Text;
using Tanyuan.Text.Repairing;

namespace Tanyuan.Text.Tests.Repairing;

/// <summary>Names of files that were damaged on the way, and names that only look so.</summary>
public sealed class NameRepairTests
{
    static readonly string[] Chinese =
        ["中文.txt", "会议纪要.docx", "第3章 青石桥的来历.html", "2024年度工作总结（终稿）.pdf", "照片", "新建文件夹", "合同-张三-最终版.doc", "旅行日记_云南.md", "说明书.chm", "家谱"];

    static readonly string[] Traditional = ["會議記錄.doc", "臺灣旅遊.html", "第一章 總論.txt", "財務報表2023.csv", "說明書"];

    public static TheoryData<string, int, int> Misread()
    {
        var data = new TheoryData<string, int, int>();
        foreach (var misread in (int[])[437, 850, 1252, 28591])
        {
            foreach (var name in Chinese)
            {
                data.Add(name, 936, misread);
                data.Add(name, 65001, misread);
            }

            foreach (var name in Traditional)
            {
                data.Add(name, 950, misread);
                data.Add(name, 65001, misread);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Misread))]
    public void A_name_read_in_a_wrong_charset_is_read_again_and_can_be_undone(string name, int written, int read)
    {
        var provider = CodePagesEncodingProvider.Instance;
        var bytes = (provider.GetEncoding(written) ?? Encoding.GetEncoding(written)).GetBytes(name);
        var wrong = provider.GetEncoding(read) ?? Encoding.GetEncoding(read);
        var damaged = wrong.GetString(bytes);
        Assert.SkipUnless(wrong.GetBytes(damaged).AsSpan().SequenceEqual(bytes), "This charset loses bytes of this name.");

        var repaired = TextRepairer.RepairName("/home/user/" + damaged);

        Assert.Equal("/home/user/" + name, repaired.Text);
        Assert.Equal("/home/user/" + damaged, repaired.Undo());
    }

    [Theory]
    [InlineData("/srv/%E6%A1%A5%E7%9A%84%E6%95%85%E4%BA%8B.html", "/srv/桥的故事.html")]
    [InlineData("#U6865#U7684#U6545#U4e8b.txt", "桥的故事.txt")]
    [InlineData("%u6865.txt", "桥.txt")]
    [InlineData("╓╨╬─/╗ß╥Θ.txt", "中文/会议.txt")]
    [InlineData("中文/╗ß╥Θ.txt", "中文/会议.txt")]
    public void Escapes_and_damage_in_one_part_of_a_path_are_undone(string name, string expected)
    {
        var repaired = TextRepairer.RepairName(name);

        Assert.Equal(expected, repaired.Text);
        Assert.Equal(name, repaired.Undo());
    }

    [Theory]
    [InlineData("/home/user/notes.txt")]
    [InlineData("100%25 sure.txt")]
    [InlineData("C#UABCD")]
    [InlineData("中文.txt")]
    [InlineData("臺灣旅遊.html")]
    [InlineData("会議の記録.txt")]
    [InlineData("한국어 문서.txt")]
    [InlineData("Ärger über Öl.txt")]
    [InlineData("Übergrößenträger.txt")]
    [InlineData("été à Noël.doc")]
    [InlineData("Œuvres complètes – tome 2.pdf")]
    [InlineData("naïve façade €5.txt")]
    [InlineData("København Ærøskøbing.txt")]
    [InlineData("Příliš žluťoučký kůň.txt")]
    [InlineData("Война и мир.fb2")]
    [InlineData("Ελλάδα.txt")]
    [InlineData("Đặng Thị Ngọc Thịnh.txt")]
    [InlineData("½ Tasse – ¼ l.txt")]
    [InlineData("★ 收藏 ★.html")]
    [InlineData("①②③.txt")]
    [InlineData("═══ sec ═══.txt")]
    [InlineData("50 µm ± 2.csv")]
    [InlineData("ÉTÉ À NOËL.txt")]
    [InlineData("Curaçao, Åländska öar.txt")]
    [InlineData("%41%42.txt")]
    [InlineData("%FF%FE.bin")]
    public void A_sound_name_stays(string name)
    {
        var repaired = TextRepairer.RepairName(name);

        Assert.Equal(name, repaired.Text);
        Assert.Empty(repaired.Repairs);
    }
}
