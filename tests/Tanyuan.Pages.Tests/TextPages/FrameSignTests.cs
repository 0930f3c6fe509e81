using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Tanyuan.Pages.TextPages;

namespace Tanyuan.Pages.Tests.TextPages;

public sealed partial class FrameSignTests
{
    const FrameSigns All = (FrameSigns)uint.MaxValue;

    // Lines are made of what the patterns themselves spell out, so that a pattern that grows is tried with its new words.
    static readonly string[][] WordsOfPatterns =
    [
        .. typeof(FramePatterns).GetMethods(BindingFlags.NonPublic | BindingFlags.Static)
            .Select(method => method.GetCustomAttribute<GeneratedRegexAttribute>()?.Pattern).OfType<string>()
            .Select(pattern => Word().Matches(Escape().Replace(pattern, " ")).Select(match => match.Value).ToArray()),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_line_has_the_rule_that_it_has_when_every_pattern_is_tried(int seed)
    {
        var random = new Random(seed);
        string[] joins = ["", "", " ", ":", "：", " > ", "|", "1", "本", "2019", "(", "，", "。", "/"];
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var round = 0; round < 40_000; round++)
        {
            var words = WordsOfPatterns[random.Next(WordsOfPatterns.Length)];
            var text = new StringBuilder();
            var at = random.Next(words.Length);
            for (var pieces = random.Next(1, 6); pieces > 0 && at < words.Length; pieces--, at += random.Next(1, 8))
                text.Append(words[at]).Append(joins[random.Next(joins.Length)]);
            if (random.Next(4) == 0)
                text.Append("这一行后面还跟着一段与页面无关的普通文字以及别的什么");
            using var terms = new PageTerms(0);
            if (PageLine.Split(text.ToString(), terms) is not [var line])
                continue;
            var expected = FramePatterns.RuleOf(line, All);
            Assert.True(expected == FramePatterns.RuleOf(line), $"«{line.Folded}» is {expected ?? "no frame"} when every pattern is tried.");
            found[expected ?? ""] = found.GetValueOrDefault(expected ?? "") + 1;
        }

        Assert.True(found.Count > 10, string.Join(", ", found));
        Assert.All(found.Values, count => Assert.True(count > 20));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_row_of_buttons_is_never_passed_over(int seed)
    {
        var random = new Random(seed);
        string[] joins = ["", " ", " ", "|", "·", "/", "，", ",", ">"];
        string[] others = ["望川茶棚", "白礁", "礁茶网", "tea", "海"];
        var words = WordsOfPatterns.MaxBy(own => own.Length)!;
        var rows = 0;
        for (var round = 0; round < 40_000; round++)
        {
            var text = new StringBuilder();
            var join = joins[random.Next(joins.Length)];
            for (var pieces = random.Next(2, 8); pieces > 0; pieces--)
                text.Append(random.Next(6) == 0 ? others[random.Next(others.Length)] : words[random.Next(words.Length)]).Append(random.Next(5) == 0 ? joins[random.Next(joins.Length)] : join);
            var line = text.ToString();
            if (line.Length > 100)
                continue;
            var isRow = FramePatterns.IsRowOfButtons(line);
            Assert.True(isRow == FramePatterns.IsInterface(line), line);
            rows += isRow ? 1 : 0;
        }

        Assert.InRange(rows, 1_000, 39_000);
    }

    [Theory]
    [InlineData("home | about us | contact us | advertising with us | advertise with us")]
    [InlineData("skip to main content")]
    [InlineData("privacy policy, cookie policy, cookie settings, terms of use, terms of service, conditions")]
    [InlineData("careers jobs help faq sitemap site map search menu english")]
    [InlineData("login log out sign in sign up signout register subscribe newsletters newsletter share print")]
    [InlineData("email e-mail comments comment facebook twitter instagram youtube linkedin and & rss")]
    [InlineData("rss订阅 app下载 qq空间 qq a+ a- 微博")]
    [InlineData("tea net | home | about | contact | faq")]
    public void Rows_of_Latin_buttons_are_seen(string line) => Assert.True(FramePatterns.IsRowOfButtons(line) && FramePatterns.IsInterface(line));

    [Theory]
    [InlineData("The lighthouse was repaired in spring and opened again")]
    [InlineData("die Regeln sind streng und werden geprüft")]
    public void A_line_of_Latin_text_is_no_row_of_buttons(string line) => Assert.False(FramePatterns.IsRowOfButtons(line) || FramePatterns.IsInterface(line));

    [GeneratedRegex(@"\\[a-zA-Z]|\{[0-9,]+\}|\[\^[^\]]*\]|\(\?[=!<:]+")]
    private static partial Regex Escape();

    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}]+|[a-z]+(?: [a-z]+)*|©|\d+")]
    private static partial Regex Word();
}
