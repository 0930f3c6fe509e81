using Tanyuan.Answers.Evaluation;
using Tanyuan.Library;
using Tanyuan.Pages.Sources;
using Tanyuan.Tests.Shared;

namespace Tanyuan.Answers.Tests;

/// <summary>Our questions over five real pages and over our own samples: a check on the whole way from bytes to answer, never tuned to one question.</summary>
public class SeedQuestionsTests
{
    [Fact]
    public async Task Four_in_five_questions_over_real_pages_are_answered_with_a_right_citation_and_four_in_five_unanswerable_ones_are_declined()
    {
        var scores = await ScoreAsync(Repository.SharedOrSkip("seeds"), Repository.File("tests", "Tanyuan.Answers.Tests", "Questions", "seeds.jsonl"));
        Assert.InRange(scores.CitedRight!.Value, 0.8, 1);
        Assert.InRange((double)scores.AbstainedRightly / (scores.AbstainedRightly + scores.FalseAnswers), 0.8, 1);
    }

    static async Task<EvaluationScores> ScoreAsync(string pages, string questions)
    {
        await using var library = await TanyuanLibrary.OpenInMemoryAsync(cancellationToken: TestContext.Current.CancellationToken);
        await library.AddAsync(PageSource.Enumerate(pages), cancellationToken: TestContext.Current.CancellationToken);
        using var lines = new StreamReader(questions);
        var report = await Evaluator.RunAsync(library, EvaluationQuestion.Read(lines), cancellationToken: TestContext.Current.CancellationToken);
        return report.All;
    }
}
