using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;
using Tanyuan.Text;

namespace Tanyuan.Answers.Relations;

/// <summary>
/// How sentences stand to the relation that a question asks to fill. Where one tells it, of the thing asked about, the answer is what it says there, in
/// whatever words; what fills another relation (the founder of a company, asked who bought it) is none. One instance serves a question.
/// </summary>
internal sealed class RelationFits
{
    // Of the terms that name what is asked about, by weight.
    const double MostOfTopic = 0.6;

    // What stands alone between 由 or 被 and the verb and is no longer is a name as it is.
    const int ShortName = 6;

    // So much of a sentence opens it.
    const int LongestOpening = 30;

    readonly QuestionMatcher matcher;
    readonly AskedRelation asked;
    readonly Dictionary<EvidenceSentence, (List<ToldRelation> Asked, List<ToldRelation> Others)> told = new(ReferenceEqualityComparer.Instance);

    RelationFits(QuestionMatcher matcher, AskedRelation asked) => (this.matcher, this.asked) = (matcher, asked);

    /// <summary>The fits of a question, or null where it asks for no relation.</summary>
    public static RelationFits? Of(QuestionMatcher matcher) => AskedRelation.Of(matcher.Question) is { } asked ? new RelationFits(matcher, asked) : null;

    /// <summary>Whether a sentence tells the relation of the thing asked about.</summary>
    public bool IsToldBy(EvidenceSentence sentence) => In(sentence).Asked.Count > 0;

    /// <summary>Whether a span fills another relation than the one asked for.</summary>
    public bool IsOfAnother(AnnotatedSentence sentence, Candidate candidate)
    {
        var (same, others) = In(sentence.Sentence);
        return others.Exists(other => Lies(candidate, other.Filler)) && !same.Exists(one => Lies(candidate, one.Filler));
    }

    /// <summary>The likeliest span that fills the relation where it is told, or null.</summary>
    public RankedSpan? Best(IReadOnlyList<RankedSpan> spans)
    {
        RankedSpan? best = null;
        var fit = 0;
        foreach (var span in spans)
        {
            foreach (var one in In(span.Sentence.Sentence).Asked)
            {
                if (!Lies(span.Candidate, one.Filler) || matcher.Question.Key.Contains(span.Key, StringComparison.Ordinal) || FitOf(span, one.Filler) is not (> 0 and var found) || found <= fit)
                    continue;
                (best, fit) = (span, found);
            }
        }

        return best;
    }

    // How surely a span is the name in its place: 0 not, more for a name of the sort asked for and where such a name stands.
    int FitOf(RankedSpan span, TextSpan filler)
    {
        var (sentence, candidate) = (span.Sentence, span.Candidate);
        if (candidate.Form is >= SpanForm.Remainder and < SpanForm.Piece && candidate.Length < filler.Length)
            return 0;
        var opens = candidate.Start == filler.Start ? 1 : 0;
        switch (asked.Kind)
        {
            case RelationKind.Founder:
                return candidate.Length == filler.Length && ArePersons(sentence, candidate) ? 5 : 1 + (IsPerson(sentence, candidate) ? 2 : 0) + (NameShapes.Person(sentence.Key.AsSpan(candidate.Start, candidate.Length)) > 0 ? 1 : 0);
            case RelationKind.School when !IsAskedSchool(sentence.Key.AsSpan(candidate.Start, candidate.Length)):
                return 0;
            case RelationKind.School:
                return candidate.Length == filler.Length ? 2 : opens;
            case RelationKind.Buyer or RelationKind.Bought:
                return IsPronoun(sentence, candidate) ? 0 : Phrases.HasHan(sentence.Key) ? (IsBody(sentence, candidate) ? 2 : IsPerson(sentence, candidate) ? 1 : 0) : 1 + opens;
            case RelationKind.Agent:
                return IsAdverb(sentence, candidate) ? 0 : candidate.Length == filler.Length && candidate.Length <= ShortName ? 2 : 1;
            case RelationKind.Spouse:
                return candidate.Form > SpanForm.Bracketed || !IsPerson(sentence, candidate) ? 0 : 1;
            case RelationKind.Base:
                return 1 + (2 * opens) + (candidate.Length == filler.Length ? 1 : 0);
            default:
                return 1 + (sentence.Quantities.Any(quantity => quantity.Start == candidate.Start && quantity.End == candidate.End) ? 1 : 0);
        }
    }

    // 哪所小学 is not answered with where somebody studied later.
    bool IsAskedSchool(ReadOnlySpan<char> name) => matcher.Question.Focus switch
    {
        "小学" or "中学" or "高中" => name.Contains(matcher.Question.Focus, StringComparison.Ordinal),
        "大学" => name.Contains("大学", StringComparison.Ordinal) || name.Contains("学院", StringComparison.Ordinal),
        _ => true,
    };

    static bool IsPerson(AnnotatedSentence sentence, Candidate candidate)
    {
        if (!Phrases.HasHan(sentence.Key))
            return true;
        for (var token = candidate.First; token <= candidate.Last; token++)
        {
            if (sentence.Tokens[token].Class == TokenClass.Person)
                return true;
        }

        return NameShapes.Person(sentence.Key.AsSpan(candidate.Start, candidate.Length)) > 0;
    }

    // 方以南和宋知白, «Ada Morrow and Finn Hale»: two names and what joins them.
    static bool ArePersons(AnnotatedSentence sentence, Candidate candidate)
    {
        var (persons, joins) = (0, 0);
        for (var token = candidate.First; token <= candidate.Last; token++)
        {
            var one = sentence.Tokens[token];
            if (one.Class == TokenClass.Person || (one.Class == TokenClass.Latin && char.IsAsciiLetterUpper(sentence.Text[one.Start])))
                persons++;
            else if (sentence.Key.AsSpan(one.Start, one.Length) is "和" or "与" or "及" or "and")
                joins++;
            else
                return false;
        }

        return persons > 1 && joins == 1;
    }

    static bool IsBody(AnnotatedSentence sentence, Candidate candidate)
    {
        for (var token = candidate.First; token <= candidate.Last; token++)
        {
            if (sentence.Tokens[token].Class is TokenClass.Organisation or TokenClass.ProperNoun or TokenClass.Latin)
                return true;
        }

        return NameShapes.Organisation(sentence.Key.AsSpan(candidate.Start, candidate.Length)) > 1;
    }

    static bool IsAdverb(AnnotatedSentence sentence, Candidate candidate) => candidate.First == candidate.Last && sentence.Tokens[candidate.First].Class is TokenClass.Adverb or TokenClass.Adjective;

    static bool IsPronoun(AnnotatedSentence sentence, Candidate candidate) =>
        sentence.Key.AsSpan(candidate.Start, candidate.Length) is "it" or "he" or "she" or "they" or "公司" or "该公司" or "他" or "她" or "它";

    static bool Lies(Candidate candidate, TextSpan place) => candidate.Start >= place.Start && candidate.End <= place.End;

    (List<ToldRelation> Asked, List<ToldRelation> Others) In(EvidenceSentence sentence)
    {
        if (told.TryGetValue(sentence, out var known))
            return known;
        var (same, others) = (new List<ToldRelation>(), new List<ToldRelation>());
        var key = sentence.Key.ToString();
        foreach (var relation in asked.Kind == RelationKind.Agent ? RelationFinder.Agents(key, asked.Deed) : RelationFinder.Find(key))
        {
            if (relation.Kind != asked.Kind)
                others.Add(relation);
            else if (IsOfTopic(sentence, relation))
                same.Add(relation);
        }

        return told[sentence] = (same, others);
    }

    // What a sentence speaks of, where it does not name it, is what the page speaks of.
    bool IsOfTopic(EvidenceSentence sentence, ToldRelation relation)
    {
        if (Names(sentence.Key.Slice(relation.Subject.Start, relation.Subject.Length)))
            return true;

        // Several people of a page are married: whoever is not named has to be pointed at.
        if (relation.Kind == RelationKind.Spouse && sentence.Key.Slice(relation.Subject.Start, relation.Subject.Length).TrimEnd(" ,，的于年月日0123456789") is not ([] or [.., '他' or '她' or '其']))
            return false;
        var subject = sentence.Passage.Text.AsSpan(sentence.Span.Start + relation.Subject.Start, relation.Subject.Length);
        return !relation.NamesSubject && !TopicNames.IsSpecific(subject) && (Names(sentence.Passage.TitleKey) || OpensEarlier(sentence));
    }

    // A page goes on about what its sentences open with, not about all that they mention, or that stands in a row of a table.
    bool OpensEarlier(EvidenceSentence sentence)
    {
        var key = sentence.Passage.Key;
        foreach (var earlier in sentence.Passage.Sentences.Take(sentence.Index))
        {
            var opening = earlier.Of(key);
            if (!opening.Contains('\t', StringComparison.Ordinal) && Names(opening.AsSpan(0, Math.Min(opening.Length, Phrases.HasHan(opening) ? LongestOpening : 2 * LongestOpening))))
                return true;
        }

        return false;
    }

    bool Names(ReadOnlySpan<char> key)
    {
        double all = 0, held = 0;
        var cover = matcher.Cover(key);
        foreach (var i in asked.Topic)
        {
            all += matcher.Question.Terms[i].Weight;
            held += cover.Terms[i] * matcher.Question.Terms[i].Weight;
        }

        return all == 0 || held >= MostOfTopic * all;
    }
}
