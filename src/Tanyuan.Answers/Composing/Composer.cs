using Tanyuan.Answers.Answering;
using Tanyuan.Answers.Contradictions;
using Tanyuan.Answers.Corrections;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Labels;
using Tanyuan.Answers.Offices;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;

namespace Tanyuan.Answers.Composing;

/// <summary>Makes an answer of the form asked for from what was read: by the reader's spans and sentences, or for more than a fact by a composer of that form.</summary>
internal static class Composer
{
    // What is right is told less like the question than what it corrects.
    const double Corrected = 0.75;

    // Of the most that a topic's confidence can be.
    const double WhollyAbout = 0.85;

    // A reason read this surely stands; a less sure one gives way to what a page says in so many words.
    const double SureReason = 0.7;

    // A sentence read less surely gives way to one that tells of a means.
    const double UnsureManner = 0.3;

    // What is said of the matter without a word of cause may be no reason.
    const double UntoldReason = 0.5;

    // How much of a topic sentences that name all of it tell at least, and what less is worth.
    const double ToldTopic = 0.75, UntoldTopic = 0.25;

    /// <summary>The answer that the evidence gives, before it is held to a threshold.</summary>
    public static Composition Compose(Question question, AnswerForm form, Reading.Reading reading, IReadOnlyList<EvidencePassage> passages)
    {
        IReadOnlyList<PooledSentence>? sentences = null;
        reading = Contradiction.Without(question, reading, passages);
        var changes = form == AnswerForm.Fact && ChangeComposer.Asks(question);
        var asked = form == AnswerForm.Fact && !changes && !AskedForm.MayBeList(question) ? question : TheirNames.Read(question, passages);
        if (form is AnswerForm.Summary or AnswerForm.Timeline or AnswerForm.Compare)
        {
            var topic = TopicMatter.Of(asked);
            var told = form switch
            {
                AnswerForm.Summary => SummaryComposer.Compose(topic, passages),
                AnswerForm.Timeline => TimelineComposer.Compose(topic, new ToldMatter(asked), passages),
                _ when ComparisonComposer.Sides(question) is { } sides => ComparisonComposer.Compose(topic, sides, Pool()),
                _ => [],
            };
            if (told.Count > 0)
                return new Composition(told, form == AnswerForm.Compare ? Math.Max(reading.Confidence, topic.Confidence(passages)) : TopicConfidence(asked, topic, passages, Pool())) { InOne = reading.Spans.Count > 0 ? StatementMaker.Make(question, reading)[0] : null };
        }

        if (form == AnswerForm.Fact && Correction.MayStandIn(passages) && CorrectionComposer.Compose(question, reading, Pool()) is { } corrected && (reading.Spans.Count == 0 || corrected.Confidence >= Corrected * reading.Confidence))
            return new Composition([corrected.Statement], corrected.Confidence);
        if (form == AnswerForm.Fact && AskedHolder.Of(question) is { } office && HolderComposer.Compose(office, passages) is { } holder)
            return new Composition([holder.Statement], holder.Confidence);
        if (BackwardsRelation.IsAskedBy(question.Key) && BackwardsRelation.Compose(question, Pool()) is { } related)
            return new Composition([related.Statement], related.Confidence);
        if (form == AnswerForm.Fact && (TableSuperlative.Compose(question, passages) ?? ContactPoint.Compose(question, Pool)) is { } listed && listed.Confidence > reading.Confidence)
            return new Composition([listed.Statement], listed.Confidence);
        if (form == AnswerForm.Fact && CountComposer.Compose(question, Pool) is { } count)
            return new Composition([count.Statement], count.Confidence);
        if (AlternativesComposer.Asks(question) && AlternativesComposer.Compose(TheirNames.Read(question, passages), Pool()) is { Statements.Count: > 0 } accounts)
            return new Composition(accounts.Statements, accounts.Confidence) { Form = AnswerForm.Other, Disagrees = accounts.Statements.Count > 1 };
        if (form is AnswerForm.Fact or AnswerForm.Why or AnswerForm.How && AskedSource.Of(question.Key) is { IsSite: false } source && Said(question, source, passages, Pool()) is { Statements.Count: > 0 } words && words.Confidence > reading.Confidence)
            return new Composition(words.Statements, words.Confidence) { Form = AnswerForm.Quote };
        if (form == AnswerForm.Quote && QuoteComposer.IsSilentOn(question, Pool()))
            return new Composition([], 0);
        if (QuoteComposer.AsksPosts(asked) && QuoteComposer.Posts(asked, Pool()) is { Statements.Count: > 0 } posts)
            return new Composition(posts.Statements, posts.Confidence) { Form = AnswerForm.Quote };
        if (form == AnswerForm.Quote && (QuoteComposer.Writer(question, Pool()) ?? QuoteComposer.Speaker(asked)) is { } speaker)
        {
            var his = QuoteComposer.Compose(TopicMatter.Of(asked, speaker), Pool(), speaker);
            return new Composition(his.Statements, his.Confidence) { InOne = reading.Spans.Count > 0 ? InOne(question, reading, his.Statements) : null };
        }

        if (form == AnswerForm.Quote && QuoteComposer.Compose(TopicMatter.Of(asked), Pool()) is { Statements.Count: > 0 } said)
            return new Composition(said.Statements, Math.Max(reading.Confidence, said.Confidence)) { InOne = reading.Spans.Count > 0 ? StatementMaker.Make(question, reading)[0] : null };
        if (form == AnswerForm.Why && reading.Confidence < SureReason && ReasonComposer.Compose(asked, Pool()) is { Statements.Count: > 0 } reasons && reasons.Confidence > reading.Confidence)
            return new Composition(reasons.Statements, reasons.Confidence) { InOne = InOne(question, reading, reasons.Statements) };
        if (changes && ChangeComposer.Compose(asked, Pool()) is { } changed && IsNewer(changed, reading))
            return new Composition([changed.Statement], changed.Confidence);
        if (form == AnswerForm.How && MannerComposer.Compose(asked, passages, reading.Confidence < UnsureManner) is { Statements.Count: > 0 } ways && ways.Confidence > reading.Confidence)
            return new Composition(ways.Statements, ways.Confidence) { InOne = InOne(question, reading, ways.Statements) };
        if ((form == AnswerForm.List || AskedForm.MayBeList(question)) && ListComposer.Told(asked, Pool()) is { Items.Count: > 1 } row)
            return new Composition(row.Items, Math.Max(reading.Confidence, row.Confidence)) { Form = AnswerForm.List, InOne = InOne(question, reading, row.Items) };
        if (reading.Spans.Count == 0)
            return new Composition([], 0);
        if (form == AnswerForm.List && ListComposer.Compose(question, reading.Sentences) is { Count: > 0 } items)
            return new Composition(items, ListConfidence(question, items, reading, passages)) { InOne = StatementMaker.Make(question, reading)[0] };
        if (form == AnswerForm.YesNo && FindingComposer.Compose(question, reading, Pool()) is { } ruled)
            return new Composition([ruled.Statement], ruled.Confidence) { IsSo = false };
        if (form == AnswerForm.Definition && DefinitionComposer.Compose(question, Pool()) is { } definition && definition.Confidence > reading.Confidence)
            return new Composition([definition.Statement], definition.Confidence);
        var statements = StatementMaker.Make(question, reading);
        if (BackwardsRelation.IsAskedBy(question.Key) && !BackwardsRelation.IsToldBy(question, statements[0], Pool()))
            return new Composition([], 0);
        if (question.Type == AnswerType.Person && HolderComposer.IsOfOther(question, statements[0], passages))
            return new Composition([], 0);
        if (ElectedHow.IsUntold(question, statements) || (form is AnswerForm.Why or AnswerForm.Fact && WhoLeft.IsUntold(question, statements, Pool)))
            return new Composition([], 0);
        return new Composition(statements, form == AnswerForm.Why && !ReasonComposer.TellsCause(asked, statements) ? UntoldReason * reading.Confidence : reading.Confidence)
        {
            IsSo = form == AnswerForm.YesNo ? YesNo.Decide(question, [reading.Spans[0].Sentence.Sentence.Passage, .. passages]) : null,
            Disagrees = form == AnswerForm.Fact && statements.Count > 1,
        };

        IReadOnlyList<PooledSentence> Pool() => sentences ??= PooledSentence.Of(passages);
    }

    // Whose word is asked for where no page is by him: 按照阿明的说法 is what 阿明 says.
    static (List<Statement> Statements, double Confidence) Said(Question question, AskedSource source, IReadOnlyList<EvidencePassage> passages, IReadOnlyList<PooledSentence> pool)
    {
        var asked = TheirNames.Read(QuestionAnalyzer.Analyze(AskedSource.LeftOut(question.Text)), passages);
        return QuoteComposer.Compose(TopicMatter.Of(asked), pool, source.Name);
    }

    // Whatever an older page is surer of, the later one knows.
    static bool IsNewer((Statement Statement, double Confidence) changed, Reading.Reading reading) =>
        changed.Confidence > reading.Confidence || reading.Spans.Count == 0 || changed.Statement.Sentence == reading.Spans[0].Sentence.Text || string.CompareOrdinal(changed.Statement.Citations[0].Published, reading.Spans[0].Sentence.Sentence.Passage.Published) > 0;

    // Of all that a topic names sentences must tell together: 收购 and both companies, each on a page of its own, are no purchase of one by the other.
    static double TopicConfidence(Question question, TopicMatter topic, IReadOnlyList<EvidencePassage> passages, IReadOnlyList<PooledSentence> pool) =>
        (new ToldMatter(question).Together(pool) < ToldTopic ? UntoldTopic : 1) * topic.Confidence(passages);

    // The reader's span where it stands in what is told, or holds it; else what is told.
    static Statement? InOne(Question question, Reading.Reading reading, List<Statement> told)
    {
        if (reading.Spans.Count > 0 && StatementMaker.Make(question, reading)[0] is var read && told.Exists(statement => statement.Sentence.Contains(read.Text, StringComparison.Ordinal) || read.Text.Contains(statement.Sentence, StringComparison.Ordinal)))
            return read;
        return told.FirstOrDefault();
    }

    // 蕨类馆、兰花馆 are what 哪些展馆 asks for where the document is about the very thing; the reader, who looks for one span, can't be as sure.
    static double ListConfidence(Question question, List<Statement> items, Reading.Reading reading, IReadOnlyList<EvidencePassage> passages)
    {
        if (!ListComposer.AreAll(question.Focus, items))
            return reading.Confidence;
        var about = TopicMatter.Of(question, question.Focus).Confidence([.. passages.Where(passage => passage.DocumentId == items[0].Citations[0].DocumentId)]);
        return about < WhollyAbout ? reading.Confidence : Math.Max(reading.Confidence, about);
    }
}
