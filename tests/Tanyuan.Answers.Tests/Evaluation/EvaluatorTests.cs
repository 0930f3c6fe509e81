using System.Text;
using System.Text.Json;
using Tanyuan.Answers.Evaluation;
using Tanyuan.Text;

namespace Tanyuan.Answers.Tests.Evaluation;

public sealed class EvaluatorTests(SampleLibrary sample) : IClassFixture<SampleLibrary>
{
    const string Set = """
        {"id":"a","question":"望潮大桥全长多少公里？","passage_id":"harbour","answers":[{"text":"12.6公里","start":30}]}
        {"id":"b","question":"微岚科技的首席执行官是谁？","passage_id":"company","answers":["罗清许"]}
        {"id":"c","question":"顾念慈毕业于哪所学校？","passage_id":"interview","answers":[{"text":"北岸艺术学院","alt":"北岸藝術學院"}]}

        {"id":"d","question":"天问一号什么时候在火星着陆？","answerable":false,"answers":[]}
        """;

    [Fact]
    public async Task A_set_is_scored_for_retrieval_answers_citations_and_abstention()
    {
        var report = await Evaluator.RunAsync(
            sample.Library, EvaluationQuestion.Read(new StringReader(Set)), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((4, 3, 3), (report.All.Questions, report.All.Answerable, report.All.Answered));
        Assert.Equal((1, 0), (report.All.AbstainedRightly, report.All.FalseAnswers));
        Assert.Equal(3, report.All.Right);
        Assert.Equal(1.0, report.All.SentenceHolds);
        Assert.Equal(1.0, report.All.CitedRight);
        Assert.Equal(1.0, report.All.RecallAt1);
        Assert.Equal(4, report.Kinds.Sum(kind => kind.Scores.Questions));
    }

    [Fact]
    public async Task A_report_is_written_as_JSON()
    {
        var report = await Evaluator.RunAsync(
            sample.Library, EvaluationQuestion.Read(new StringReader(Set)), cancellationToken: TestContext.Current.CancellationToken);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
            report.Write(writer);
        using var json = JsonDocument.Parse(Encoding.UTF8.GetString(buffer.ToArray()));
        Assert.Equal(4, json.RootElement.GetProperty("all").GetProperty("questions").GetInt32());
        Assert.Equal(3, json.RootElement.GetProperty("all").GetProperty("right").GetInt32());
        var f1 = json.RootElement.GetProperty("all").GetProperty("metrics").GetProperty("f1");
        Assert.InRange(f1.GetProperty("value").GetDouble(), f1.GetProperty("low").GetDouble(), f1.GetProperty("high").GetDouble());
    }

    [Fact]
    public void A_bad_line_is_named_by_its_number()
    {
        var error = Assert.Throws<TanyuanException>(() => EvaluationQuestion.Read(new StringReader("{\"id\":1,\"question\":\"谁？\"}\n{\"id\":2}")).ToList());
        Assert.Equal("evaluation-set-invalid", error.Code);
        Assert.Contains("Line 2", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""
        {"version": "1", "data": [{"title": "桥", "paragraphs": [{"id": "p1", "context": "望潮大桥全长12.6公里。", "qas": [
          {"id": "q1", "question": "望潮大桥全长多少？", "answers": [{"text": "12.6公里", "answer_start": 6}, {"text": "12.6公里", "answer_start": 6}]},
          {"id": "q2", "question": "望潮大桥是谁设计的？", "answers": [], "is_impossible": true}]}]}]}
        """)]
    [InlineData("""{"data":[{"paragraphs":[{"id":"p1","context":"","qas":[{"id":"q1","question":"望潮大桥全长多少？","answers":[{"text":"12.6公里"}]},{"id":"q2","question":"望潮大桥是谁设计的？","answers":[]}]}]}]}""")]
    [InlineData("""
        [{"context_id": "p1", "context_text": "望潮大桥全长12.6公里。", "qas": [
          {"query_id": "q1", "query_text": "望潮大桥全长多少？", "answers": ["12.6公里", "12.6公里"]}, {"query_id": "q2", "query_text": "望潮大桥是谁设计的？", "answers": []}]}]
        """)]
    [InlineData("{\"id\":\"q1\",\"question\":\"望潮大桥全长多少？\",\"passage_id\":\"p1\",\"answers\":[\"12.6公里\"]}\n\n{\"id\":\"q2\",\"question\":\"望潮大桥是谁设计的？\",\"passage_id\":\"p1\",\"answers\":[]}\n")]
    public void A_set_is_read_in_the_forms_that_such_sets_come_in(string set)
    {
        var read = EvaluationQuestion.Read(new StringReader(set)).ToList();

        Assert.Equal(["q1", "q2"], read.Select(question => question.Id));
        Assert.Equal("望潮大桥全长多少？", read[0].Question);
        Assert.Equal(["12.6公里"], read[0].Answers);
        Assert.All(read, question => Assert.Equal("p1", question.DocumentId));
        Assert.Equal([true, false], read.Select(question => question.Answerable));
    }

    [Theory]
    [InlineData("{\"data\":[{\"paragraphs\":[{\"qas\":[{\"id\":1}]}]}]}")]
    [InlineData("[{\"context_id\":1")]
    public void A_set_that_is_neither_form_is_refused_by_name(string set) =>
        Assert.Equal("evaluation-set-invalid", Assert.Throws<TanyuanException>(() => EvaluationQuestion.Read(new StringReader(set)).ToList()).Code);
}
