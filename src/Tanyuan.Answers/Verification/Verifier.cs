using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Reading;
using Tanyuan.Text.Folding;

namespace Tanyuan.Answers.Verification;

/// <summary>
/// Decides whether the passages that a written sentence cites support it, without any model: the sentence is cut into parts, each part finds
/// the source sentences that hold most of its words, and is then held to them: language, quotations, names, numbers, roles, negation, and
/// how much of it they cover at all. It errs on the side of refusing; what it refuses is shown with the reason, never as a statement.
/// The kinds of falsehood it looks for are those that Liu, Zhang and Liang (2023) and later audits found in the answers of search engines
/// with language models. One verifier serves one answer: it reads each passage once.
/// </summary>
internal sealed class Verifier(IReadOnlyList<EvidencePassage> evidence)
{
    const double PartCovered = 0.6;
    const double AllCovered = 0.7;
    const double QuantityWeight = 0.5;
    const int ShortestVerbatim = 8;
    const double WorthSecondSentence = 0.15;
    const int MostSentencesAPart = 3;

    readonly CitedPassage?[] passages = new CitedPassage?[evidence.Count];

    /// <summary>Verifies a sentence against the passages it cites by number, from 1.</summary>
    public Verdict Verify(string text, IReadOnlyList<int> citations)
    {
        var key = TextFolder.Fold(text);
        if (InstructionDetector.IsInstruction(key))
            return Verdict.Rejected(RejectionReason.Instruction);
        if (citations.Count == 0)
            return Verdict.Rejected(RejectionReason.NoCitation);
        foreach (var number in citations)
        {
            if (number < 1 || number > evidence.Count)
                return Verdict.Rejected(RejectionReason.CitationOutOfRange, $"[{number}]");
        }

        var cited = citations.Distinct().Select(PassageOf).ToList();
        var source = string.Join('\n', cited.Select(passage => passage.Key));
        if (LanguageCheck.Foreign(key, source) is { } foreign)
            return Verdict.Rejected(RejectionReason.Language, foreign);
        if (QuoteCheck.Invented(key, source) is { } quoted)
            return Verdict.Rejected(RejectionReason.Quote, quoted);

        if (Verbatim(key, cited) is { } quote)
            return Verdict.Holds([quote]);

        var support = new List<AnnotatedSentence>();
        foreach (var sentence in CitedPassage.Annotate(new EvidencePassage("", "", "", 0, text, 0, false), _ => true))
        {
            var verdict = Verify(sentence, cited, source);
            if (verdict.Reason is not null)
                return verdict;
            support.AddRange(verdict.Support.Where(found => !support.Contains(found)));
        }

        return support.Count == 0 ? Verdict.Rejected(RejectionReason.Unsupported) : Verdict.Holds(support);
    }

    static Verdict Verify(AnnotatedSentence claim, List<CitedPassage> cited, string source)
    {
        var sentences = cited.SelectMany(passage => passage.Sentences).ToList();
        var support = new List<AnnotatedSentence>();
        foreach (var part in ClaimPart.Of(claim))
        {
            if (VerbatimPart(part, sentences, support) is { } told)
            {
                support.Add(told);
                continue;
            }

            if (NameCheck.Missing(part, source) is { } missing)
                return Verdict.Rejected(RejectionReason.Name, missing);
            var found = SupportOf(part, cited);
            if (QuantityCheck.Unheld(part, sentences) is { } number)
                return Verdict.Rejected(RejectionReason.Number, number);
            var text = string.Join('\n', found.Select(sentence => sentence.Key));
            if (found.Count == 0 || Held(part, Context(found, cited)) < PartCovered)
                return Verdict.Rejected(RejectionReason.Unsupported, part.Span.Of(claim.Text).Trim());
            if (SubstitutionCheck.Substituted(part, found, sentences) is { } substituted)
                return Verdict.Rejected(RejectionReason.Subject, substituted);
            if (NameCheck.Misplaced(part, found, sentences) is { } misplaced)
                return Verdict.Rejected(RejectionReason.Subject, misplaced);
            if (RoleCheck.Exchanged(part, found) is { } exchanged)
                return Verdict.Rejected(RejectionReason.Subject, exchanged);
            if (Polarity.Reversed(part, text) is { } reversed)
                return Verdict.Rejected(RejectionReason.Negation, reversed);
            support.AddRange(found);
        }

        support = [.. support.Distinct()];

        return TermCover.Share(claim, claim.Tokens, Context(support, cited)) < AllCovered
            ? Verdict.Rejected(RejectionReason.Unsupported, claim.Text)
            : Verdict.Holds(support);
    }

    /// <summary>The source sentence that a folded claim repeats word for word, signs apart, or null.</summary>
    static AnnotatedSentence? Verbatim(string key, List<CitedPassage> cited)
    {
        var words = Squash(key);
        return cited.SelectMany(passage => passage.Sentences).FirstOrDefault(sentence => Squash(sentence.Key) == words);
    }

    // A clause that stands in a source sentence as it is holds, unless what it inherits from the clause before comes from elsewhere.
    static AnnotatedSentence? VerbatimPart(ClaimPart part, List<AnnotatedSentence> sentences, List<AnnotatedSentence> support)
    {
        var words = Squash(part.Key);
        return words.Length < ShortestVerbatim ? null : sentences.Find(sentence => Squash(sentence.Key).Contains(words, StringComparison.Ordinal)
            && (support.Count == 0 || support.Contains(sentence) || part.Subject.Count == 0));
    }

    static string Squash(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    /// <summary>The share of a part's matter that a text holds; its quantities are held already.</summary>
    static double Held(ClaimPart part, string text)
    {
        var weight = part.Tokens.Sum(token => TermCover.Weight(part.Sentence, token));
        var quantities = QuantityWeight * part.Tokens.Count(token => token.Quantity >= 0);
        return weight + quantities == 0 ? 1 : ((TermCover.Share(part.Sentence, part.Tokens, text) * weight) + quantities) / (weight + quantities);
    }

    /// <summary>
    /// The source sentences that hold most of a part: the best one, and others as long as they add matter to it. A name alone adds nothing:
    /// that it stands elsewhere does not put it here.
    /// </summary>
    static List<AnnotatedSentence> SupportOf(ClaimPart part, List<CitedPassage> cited)
    {
        var tokens = part.WithSubject.Where(token => TermCover.Weight(part.Sentence, token) > 0).ToList();
        var weights = tokens.ConvertAll(token => TermCover.Weight(part.Sentence, token));
        var matter = tokens.ConvertAll(token => ClaimPart.IsName(part.Sentence, token) ? 0 : TermCover.Weight(part.Sentence, token));
        var candidates = cited.SelectMany(passage => passage.Sentences)
            .Select(sentence => (Sentence: sentence, Strengths: tokens.ConvertAll(token => TermCover.Strength(part.Sentence, token, sentence.Key)), Quantities: QuantityCheck.Share(part, sentence)))
            .ToList();
        var chosen = new List<AnnotatedSentence>();
        var strengths = new float[tokens.Count];
        var quantities = 0.0;
        while (chosen.Count < MostSentencesAPart)
        {
            var (best, most) = (-1, 0.0);
            for (var i = 0; i < candidates.Count; i++)
            {
                var score = Score(chosen.Count == 0 ? weights : matter, strengths, candidates[i].Strengths, Math.Max(quantities, candidates[i].Quantities));
                if (score > most)
                    (best, most) = (i, score);
            }

            if (best < 0 || (chosen.Count > 0 && most < Score(matter, strengths, [], quantities) + WorthSecondSentence))
                break;
            chosen.Add(candidates[best].Sentence);
            for (var i = 0; i < strengths.Length; i++)
                strengths[i] = Math.Max(strengths[i], candidates[best].Strengths[i]);
            quantities = Math.Max(quantities, candidates[best].Quantities);
            candidates.RemoveAt(best);
        }

        return chosen;
    }

    static double Score(List<float> weights, float[] strengths, List<float> added, double quantities)
    {
        double held = 0, all = 0;
        for (var i = 0; i < weights.Count; i++)
        {
            held += weights[i] * Math.Max(strengths[i], i < added.Count ? added[i] : 0);
            all += weights[i];
        }

        var share = all == 0 ? 1 : held / all;
        return double.IsNaN(quantities) ? share : (share + quantities) / 2;
    }

    // What a sentence leaves unsaid may stand in the sentence before it or in the title.
    static string Context(IReadOnlyList<AnnotatedSentence> support, List<CitedPassage> cited)
    {
        var parts = new List<string>();
        foreach (var passage in cited)
        {
            for (var i = 0; i < passage.Sentences.Count; i++)
            {
                if (!support.Contains(passage.Sentences[i]))
                    continue;
                parts.Add(passage.Passage.TitleKey);
                if (i > 0)
                    parts.Add(passage.Sentences[i - 1].Key);
                parts.Add(passage.Sentences[i].Key);
            }
        }

        return string.Join('\n', parts);
    }

    CitedPassage PassageOf(int number) => passages[number - 1] ??= CitedPassage.Of(evidence[number - 1]);
}
