using System.Text.RegularExpressions;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;
using Tanyuan.Library;
using Tanyuan.Text.Folding;

namespace Tanyuan.Answers.Answering;

/// <summary>
/// Holds an answer to what the question holds it to. Pages of another site are left out, and so is what is not the word of the source asked for
/// or does not speak of it; sentences that tell of other times only are left out where an amount is asked for, since a figure belongs to its year, and
/// stand behind those that tell of the time asked for everywhere else. Where the question asks for how it is now, of answers about
/// equally likely the one from the newest page stands first; so it does of tolls, which grow from report to report.
/// </summary>
internal sealed partial class ConstrainedEvidence
{
    // On the span ranker's log-odds scale.
    const double TimeMargin = 2.5;

    // The judges know restrictions of Chinese questions only.
    const double UntimedMargin = 1.5;
    const double NewestMargin = 2.5, TollMargin = 5;
    const double AlikeCoverage = 0.12, TollCoverage = 0.3;

    readonly string text;
    readonly QuestionConstraints constraints;
    readonly QueryExpansion expansion;
    bool? timeMet, sourceMet;
    string newest = "";

    /// <summary>The constraints of a question.</summary>
    /// <param name="text">The question.</param>
    /// <param name="today">The day of asking.</param>
    /// <param name="expansion">When words of the first passages are looked for, too.</param>
    public ConstrainedEvidence(string text, DateOnly today, QueryExpansion expansion)
    {
        this.text = text;
        this.expansion = expansion;
        constraints = QuestionConstraints.Of(text, today);
        Question = QuestionAnalyzer.Analyze(constraints.Time?.InDates(text) ?? text);
    }

    /// <summary>
    /// The question to read for: with its relative time told as a date, and once pages of the site or source asked for are found, without the
    /// words that name it, since a page does not say of itself where it comes from.
    /// </summary>
    public Question Question { get; private set; }

    /// <summary>What is asked of the library.</summary>
    public RetrievalRequest Request => EvidenceRequest.For(Question, constraints, expansion);

    /// <summary>What is asked of it when the site asked for has nothing; null where no site is asked for.</summary>
    public RetrievalRequest? RequestOfAnySite => constraints.Source is { IsSite: true } ? EvidenceRequest.For(Question, constraints, expansion, anySite: true) : null;

    // A date asked for need not be the one that the question gives: 2003年成立的公司哪年上市.
    bool HoldsTime => constraints.Time is { OfPublication: false } && Question.Type is not (AnswerType.Date or AnswerType.Time or AnswerType.Duration);

    // A figure belongs to its year, and so does an event of a timeline.
    bool IsBoundToTime => Question.Type is AnswerType.Number or AnswerType.Measure or AnswerType.Percentage or AnswerType.Money || AskedForm.Of(Question) == AnswerForm.Timeline;

    /// <summary>Whether a figure of a time is asked for of which no passage tells, nor was published in it: whatever figure there is belongs to another.</summary>
    public bool LacksTime { get; private set; }

    /// <summary>What was applied, and whether the evidence meets it.</summary>
    public IReadOnlyList<AnswerConstraint> Applied()
    {
        var applied = new List<AnswerConstraint>();
        foreach (var named in constraints.Named(text))
        {
            var met = named.Kind switch
            {
                ConstraintKind.Time or ConstraintKind.Published => timeMet,
                ConstraintKind.Newest => newest.Length > 0,
                _ => sourceMet,
            };
            if (met is { } known)
                applied.Add(named with { IsMet = known, Value = named.Kind == ConstraintKind.Newest ? newest : named.Value });
        }

        return applied;
    }

    /// <summary>The hits that may be answered from, in order.</summary>
    public IReadOnlyList<PassageHit> Select(IReadOnlyList<PassageHit> hits)
    {
        if (constraints.Source is { } source)
        {
            var datelined = hits.Where(hit => source.IsNamedInDateline(TextFolder.Fold(hit.Text))).Select(hit => hit.DocumentId).ToHashSet(StringComparer.Ordinal);
            var kept = hits.Where(hit => source.IsOrigin(hit.Site, hit.Url, hit.Author) || datelined.Contains(hit.DocumentId)).ToList();
            if (kept.Count > 0)
                Question = QuestionAnalyzer.Analyze(AskedSource.LeftOut(Question.Text));
            else if (!source.IsSite)
                kept = [.. hits.Where(hit => source.IsNamedIn(TextFolder.Fold($"{hit.DocumentTitle}\n{hit.Text}")))];
            sourceMet = kept.Count > 0;
            hits = kept;
        }

        if (constraints.Time is { OfPublication: true } time)
        {
            var kept = hits.Where(hit => hit.Published is { } published && Period.Parse(published.Length > 10 ? published[..10] : published) is { } day && day.Overlaps(time.Period)).ToList();
            timeMet = kept.Count > 0;
            hits = kept;
        }

        return hits;
    }

    /// <summary>The passages without the sentences that cannot answer, those first that tell of the time asked for.</summary>
    public List<EvidencePassage> Read(List<EvidencePassage> passages)
    {
        passages = NamedTopic.Read(Question, AskedQuotation.Read(Question, passages));
        if (!HoldsTime)
            return passages;
        var kept = new List<(EvidencePassage Passage, bool Within)>();
        foreach (var passage in passages)
        {
            var fits = ToldTime.Fits(passage, constraints.Time!.Told);
            var within = fits.Contains(TimeFit.Within);
            timeMet = timeMet == true || within;
            kept.Add((IsBoundToTime ? passage with { Sentences = [.. passage.Sentences.Where((_, i) => fits[i] != TimeFit.Outside)] } : passage, within));
        }

        LacksTime = IsBoundToTime && timeMet != true && !passages.Exists(passage => passage.Published is { } published && Period.Parse(published.Length > 10 ? published[..10] : published) is { } day && day.Overlaps(constraints.Time!.Told));
        return [.. kept.Where(entry => entry.Passage.Sentences.Count > 0).OrderByDescending(entry => entry.Within).Select(entry => entry.Passage)];
    }

    /// <summary>The reading with its likeliest spans in the order that the constraints ask for.</summary>
    public Reading.Reading Prefer(Reading.Reading reading)
    {
        if (reading.Spans.Count < 2)
            return Noted(reading);
        var spans = reading.Spans.ToList();
        if (HoldsTime && FitOf(spans[0]) is not TimeFit.Within and var fit)
        {
            var margin = fit == TimeFit.Outside ? TimeMargin : IsBoundToTime && !Phrases.HasHan(Question.Key) ? UntimedMargin : 0;
            MoveFirst(spans, spans.FindIndex(span => spans[0].Score - span.Score <= margin && FitOf(span) == TimeFit.Within));
        }

        if (constraints.Newest is not null)
            MoveFirst(spans, Newest(spans, NewestMargin, AlikeCoverage));
        else if (AsksToll)
            MoveFirst(spans, Newest(spans, TollMargin, TollCoverage));
        return Noted(reading with { Spans = spans });
    }

    // How many were hurt or had to leave is counted anew from report to report.
    bool AsksToll => constraints.Time is null && Question.Type is AnswerType.Number or AnswerType.Measure or AnswerType.Money && Toll().IsMatch(Question.Key);

    [GeneratedRegex("伤|死|遇难|失踪|受灾|受困|疏散|转移|损失|农损|确诊|停电", RegexOptions.CultureInvariant)]
    private static partial Regex Toll();

    static void MoveFirst(List<RankedSpan> spans, int at)
    {
        if (at <= 0)
            return;
        var span = spans[at];
        spans.RemoveAt(at);
        spans.Insert(0, span);
    }

    // Of spans of one length of form about equally likely and to the point, the one from the page published last.
    static int Newest(List<RankedSpan> spans, double margin, double alike)
    {
        var best = 0;
        for (var i = 1; i < spans.Count; i++)
        {
            if (spans[0].Score - spans[i].Score > margin || spans[i].Candidate.Form != spans[0].Candidate.Form
                || spans[i].Sentence.Sentence.Coverage.Words < spans[0].Sentence.Sentence.Coverage.Words - alike)
                continue;
            if (PublishedOf(spans[i]) is { } published && string.CompareOrdinal(published, PublishedOf(spans[best]) ?? "") > 0)
                best = i;
        }

        return best;
    }

    static string? PublishedOf(RankedSpan span) => span.Sentence.Sentence.Passage.Published;

    TimeFit FitOf(RankedSpan span)
    {
        var sentence = span.Sentence.Sentence;
        return ToldTime.Fits(sentence.Passage, constraints.Time!.Told)[sentence.Index];
    }

    Reading.Reading Noted(Reading.Reading reading)
    {
        if (constraints.Newest is not null && reading.Spans.Count > 0)
            newest = PublishedOf(reading.Spans[0]) is { Length: >= 10 } published ? published[..10] : "";
        return reading;
    }
}
