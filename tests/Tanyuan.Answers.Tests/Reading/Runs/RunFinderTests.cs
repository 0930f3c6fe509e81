using System.Text;
using Tanyuan.Library;
using Tanyuan.Pages;
using Tanyuan.Pages.Sources;

namespace Tanyuan.Answers.Tests.Reading.Runs;

public class RunFinderTests
{
    const string Lizard = "岩湖蜥生活在赤岭北坡的湖边，白天很少露面。岩湖蜥有几个明显的特征。它的头扁而宽，口里没有牙齿。尾巴比身体长一倍，末端呈蓝色。2011年，研究者在岩湖边第一次拍到了它。";

    [Fact]
    public async Task The_traits_of_a_whole_thing_are_told_to_where_the_page_turns_to_something_else()
    {
        var answer = await InOneAsync("岩湖蜥", Lizard, "岩湖蜥有哪些特征？");
        Assert.Equal("岩湖蜥有几个明显的特征。它的头扁而宽，口里没有牙齿。尾巴比身体长一倍，末端呈蓝色。", answer.Text);
        Assert.Equal(answer.Text, answer.Sentence);
    }

    [Theory]
    [InlineData("岩湖蜥的尾巴有什么特征？")]
    [InlineData("岩湖蜥什么时候第一次被拍到？")]
    [InlineData("岩湖蜥生活在哪里？")]
    public async Task A_part_of_it_or_a_fact_is_told_in_one_sentence(string question) =>
        Assert.DoesNotContain('。', (await InOneAsync("岩湖蜥", Lizard, question)).Text.TrimEnd('。'));

    [Theory]
    [InlineData("赤岭站", "赤岭站建于1931年。站内的铁轨比别处窄一半，普通列车驶不进来。因此它也被叫作小人国车站。", "赤岭站为什么被叫作小人国车站？", "站内的铁轨比别处窄一半，普通列车驶不进来。因此它也被叫作小人国车站。")]
    [InlineData("赤岭站", "赤岭站建于1931年。因此它由于铁轨比别处窄一半而被叫作小人国车站。", "赤岭站为什么被叫作小人国车站？", null)]
    public async Task A_reason_stands_before_what_follows_from_it_unless_the_sentence_tells_one_itself(string title, string text, string question, string? run)
    {
        var answer = (await InOneAsync(title, text, question)).Text;
        Assert.True(run is null ? !answer.Contains("1931", StringComparison.Ordinal) : answer == run, answer);
    }

    [Fact]
    public async Task A_quotation_is_told_to_its_end()
    {
        const string text = "陈守拙，青溪镇人。青溪镇志解释石匠一词为：“以凿石为业的人，多住在河滩一带。从前也指修桥的工头。”他晚年住在桥头。";
        var answer = await InOneAsync("陈守拙", text, "青溪镇志对石匠一词是怎么解释的？");
        Assert.EndsWith("从前也指修桥的工头。”", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_enumeration_is_told_to_its_last_item()
    {
        const string text = "青溪水库去年夏天漏水。随后的调查发现有多种原因导致了这次漏水。首先是阀门年久失修，橡胶垫已经开裂。其次，值班员没有按规程巡查。水库今年春天重新蓄水。";
        var answer = await InOneAsync("青溪水库", text, "导致了青溪水库这次漏水的原因有哪些？");
        Assert.EndsWith("其次，值班员没有按规程巡查。", answer.Text, StringComparison.Ordinal);
        Assert.Contains("首先是阀门", answer.Text, StringComparison.Ordinal);
    }

    // Whatever is answered, its citation is the text that the document holds there.
    static async Task<Statement> InOneAsync(string title, string text, string question)
    {
        await using var library = await TanyuanLibrary.OpenInMemoryAsync(cancellationToken: TestContext.Current.CancellationToken);
        var page = new Page("page", Encoding.UTF8.GetBytes(text), PageFormat.Article) { ExternalId = "page", Title = title };
        await library.AddAsync([new SourceItem(page, null)], cancellationToken: TestContext.Current.CancellationToken);
        var answer = await library.AskAsync(question, new AskOptions { Threshold = 0 }, TestContext.Current.CancellationToken);
        var statement = Assert.IsType<Statement>(answer.InOne);
        var citation = statement.Citations[0];
        var stored = await library.FindAsync("page", TestContext.Current.CancellationToken);
        Assert.Equal(citation.Quote, stored!.Document.Text.Substring(citation.Start, citation.Length));
        Assert.Equal(statement.Sentence, stored.Document.Text.Substring(citation.SentenceStart, statement.Sentence.Length));
        Assert.Contains(citation.Quote, statement.Sentence, StringComparison.Ordinal);
        return statement;
    }
}
