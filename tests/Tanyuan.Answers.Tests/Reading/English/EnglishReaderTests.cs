using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;

namespace Tanyuan.Answers.Tests.Reading.English;

/// <summary>English questions asked of nineteen English pages that we wrote: news, reference texts, reports, notices, a review, a recipe.</summary>
public sealed class EnglishReaderTests() : WrittenPages("Reading", "English")
{
    [Fact]
    public async Task Most_questions_are_answered_right_and_nearly_all_that_the_pages_do_not_answer_are_declined()
    {
        var (right, answerable, declined, unanswerable) = await CountAsync();
        Assert.Equal((188, 47), (answerable, unanswerable));
        Assert.InRange(right, 155, answerable);
        Assert.InRange(declined, 43, unanswerable);
    }

    [Theory]
    [InlineData("Who founded Harrow Tidal?", "Lena Ostrow and Piet Vandervoort")]
    [InlineData("Which company built the second turbine?", "Dunmore Marine")]
    [InlineData("When was the lighthouse automated?", "1989")]
    [InlineData("Who donated the whaling boat?", "Garrick family")]
    [InlineData("Where did Edda Marsh die?", "Tarn")]
    [InlineData("How long is the copper beetle?", "9 to 13 millimetres")]
    [InlineData("Who owns Café Miro?", "Leila Haddad")]
    [InlineData("How old is Graham Teal?", "67")]
    [InlineData("When did Rosalind Karr die?", "30 September 1954")]
    [InlineData("How many times has Elvan Rovers won the county cup?", "three times")]
    [InlineData("How many vehicles a day are expected on the bridge?", "38,000 vehicles")]
    public async Task What_stands_where_the_question_asks_is_the_answer(string question, string expected)
    {
        Assert.Equal(expected, await AnswerAsync(question));
    }

    [Theory]
    [InlineData("Who is the mayor of Port Elvan?")]
    [InlineData("How high is the lighthouse?")]
    [InlineData("Who is the coach of Westfold Athletic?")]
    [InlineData("How many employees does Inkwell Labs have?")]
    [InlineData("When was Dunmore Marine founded?")]
    [InlineData("How much does a copper beetle weigh?")]
    [InlineData("How high is the Anselm Bridge?")]
    public Task What_no_page_says_is_declined(string question) => DeclinesAsync(question);

    [Fact]
    public async Task A_question_that_only_begins_like_the_name_of_a_site_is_held_to_none()
    {
        Assert.Empty((await AskAsync("How much money came from the Northern Islands Fund?")).Constraints);
    }

    [Fact]
    public void Whatever_is_asked_of_whatever_text_is_read_or_declined()
    {
        string[] words =
        [
            "who", "what", "which", "when", "where", "how", "many", "much", "long", "old", "often", "is", "was", "did", "the", "of", "by", "kind", "called", "Harrow", "Tidal", "turbine", "bridge", "2019", "built", "3", "metres",
            "12 May 2024", "“", "(", ")", ",", ";", ".", "?", "—", "'s", "é", "and", "1,400", "$", "U.S.", "family", "under", "coach",
        ];
        var random = new Random(7);
        for (var round = 0; round < 3000; round++)
        {
            var question = Sentence(words, random, 9);
            var text = string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => Sentence(words, random, 25) + "."));
            var passage = new EvidencePassage("1", "1", Sentence(words, random, 4), 0, text, 1, false);
            var reading = Reader.Default.Read(QuestionAnalyzer.Analyze(question), [passage]);
            Assert.InRange(reading.Confidence, 0, 1);
            Assert.All(reading.Spans, span => Assert.InRange(span.Candidate.End, span.Candidate.Start + 1, span.Sentence.Text.Length));
        }
    }

    static string Sentence(string[] words, Random random, int most) => string.Join(' ', Enumerable.Range(0, random.Next(1, most)).Select(_ => words[random.Next(words.Length)]));

    // A reason is answered with its sentence.
    protected override bool IsSaid(Answer answer, string known) =>
        answer.Statements.Count > 0 && (Matches(answer.Statements[0].Text, known) || (known.Contains(' ', StringComparison.Ordinal) && answer.Statements[0].Text.EndsWith('.') && answer.Statements[0].Text.Contains(known, StringComparison.OrdinalIgnoreCase)));

    static bool Matches(string text, string known) => text.Trim(' ', '.', ',').Equals(known, StringComparison.OrdinalIgnoreCase);
}
