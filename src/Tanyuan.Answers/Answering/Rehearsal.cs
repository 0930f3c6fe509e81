using Tanyuan.Answers.Composing;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;

namespace Tanyuan.Answers.Answering;

/// <summary>
/// A question to a passage of our own, read for no answer: afterwards the model, the dictionary and the tagger are loaded and their code is compiled. The time of the first question is
/// mostly these, and a second processor can spend it while the library is opened and searched.
/// </summary>
internal static class Rehearsal
{
    const string Asked = "青石桥是哪一年由谁设计的？";

    const string Told = "青石桥横跨白沙河，全长312米，1987年由工程师林远设计，总投资4.2亿元。桥建成以后，两岸的居民不再坐船过河。";

    public static void Run(Reader reader)
    {
        var question = QuestionAnalyzer.Analyze(Asked);
        EvidencePassage[] passages = [new("", "", "青石桥", 0, Told, 1, IsSide: false)];
        var reading = reader.Read(question, passages);
        Composer.Compose(question, AskedForm.Of(question), reading, passages);
    }
}
