namespace Tanyuan.Cli.Tests;

public class HelpTests
{
    public static TheoryData<string> Verbs =>
        ["add", "search", "ask", "show", "list", "remove", "status", "check", "rebuild", "clean", "repair", "fold", "words", "eval", "feedback", "learn", "serve"];

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Every_verb_explains_itself_in_both_languages(string verb)
    {
        using var folder = new WorkFolder();
        var english = await TanyuanProcess.RunAsync(folder.Root, verb, "--help");
        var chinese = await TanyuanProcess.RunAsync(folder.Root, verb, "--help", "--lang", "zh");

        Assert.Equal(0, english.ExitCode);
        Assert.Contains("Usage:", english.Output, StringComparison.Ordinal);
        Assert.Contains("Examples:", english.Output, StringComparison.Ordinal);
        Assert.Contains("--library", english.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(english.Output, character => character is >= '\u4e00' and <= '\u9fff' && !Examples(english.Output).Contains(character));
        Assert.Equal(0, chinese.ExitCode);
        Assert.DoesNotContain("Description", chinese.Output, StringComparison.Ordinal);
        Assert.Contains("示例：", chinese.Output, StringComparison.Ordinal);
        Assert.Contains("资料库文件夹", chinese.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task The_root_help_lists_every_verb(string verb)
    {
        using var folder = new WorkFolder();
        var help = await TanyuanProcess.RunAsync(folder.Root, "--help");
        Assert.Contains($"  {verb} ", help.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_locale_picks_the_language()
    {
        using var folder = new WorkFolder();
        var help = await TanyuanProcess.RunAsync(folder.Root, null, new Dictionary<string, string> { ["LC_ALL"] = "zh_CN.UTF-8" }, "--help");
        Assert.Contains("探源", help.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Did you mean --json?", "ask", "--jsn")]
    [InlineData("Did you mean --json?", "ask", "谁创立了公司？", "--jsno")]
    [InlineData("Did you mean --explain?", "search", "--explian", "大桥")]
    [InlineData("Did you mean --library?", "status", "--libary", "x")]
    [InlineData("Text that begins so goes behind --.", "ask", "--why")]
    [InlineData("Did you mean `tanyuan search`?", "serch", "大桥")]
    [InlineData("是不是 --json？", "list", "--jso", "--lang", "zh")]
    public async Task What_was_mistyped_is_told_with_what_was_meant(string expected, params string[] arguments)
    {
        using var folder = new WorkFolder();
        var outcome = await TanyuanProcess.RunAsync(folder.Root, arguments);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(expected, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_two_hyphens_a_query_may_begin_as_it_likes()
    {
        using var folder = new WorkFolder().WithPages();
        await TanyuanProcess.RunAsync(folder.Root, "add", "pages");
        var outcome = await TanyuanProcess.RunAsync(folder.Root, "search", "--", "--why 大桥");
        Assert.Equal(0, outcome.ExitCode);
    }

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("ask")]
    [InlineData("search", "x", "-n", "0")]
    [InlineData("search", "x", "--since", "yesterday")]
    [InlineData("ask", "x", "--threshold", "2")]
    [InlineData("add")]
    [InlineData("fold", "--to", "latin")]
    [InlineData("words", "--tags", "--user-words", "terms.txt")]
    public async Task Bad_usage_is_explained_and_exits_with_2(params string[] arguments)
    {
        using var folder = new WorkFolder();
        var outcome = await TanyuanProcess.RunAsync(folder.Root, arguments);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.Contains("--help", outcome.Error, StringComparison.Ordinal);
    }

    static string Examples(string help) => help[help.IndexOf("Examples:", StringComparison.Ordinal)..];
}
