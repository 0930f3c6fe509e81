using System.Buffers;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Figures;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;
using Tanyuan.Answers.Reading.Borders;
using Tanyuan.Text;
using Tanyuan.Text.Quantities;

namespace Tanyuan.Answers.Labels;

/// <summary>
/// Answers that stand behind their label, as facts do on product pages, in tables, notices and contact lines. No sentence says them, so nothing that judges sentences is sure of them; but where a page
/// about what is asked has the very label asked for, what stands behind it is the answer.
/// </summary>
internal static class LabelFits
{
    static readonly SearchValues<char> Borders = SearchValues.Create("，,。;；（(");

    // Of the terms that name what is asked about, by weight; of each that is a name.
    const double MostOfTopic = 0.6;
    const double Named = 0.8;

    // What is longer is told in sentences, of which the reader knows the right one.
    const int LongestValue = 60;

    // A value that is no quantity and yet answers for one: 免费, 400-820-8820.
    const int ShortValue = 16;

    /// <summary>How sure a label is that names what is asked by its very words.</summary>
    public const int ByName = 3;

    /// <summary>The sentence whose label a question asks for, and where its answer stands there; null where no page about the matter has such a label.</summary>
    public static (EvidenceSentence Sentence, TextSpan Answer, int Fit)? Best(QuestionMatcher matcher, IEnumerable<EvidenceSentence> ranked)
    {
        if (AskedLabel.Of(matcher.Question) is not { } asked)
            return null;
        (EvidenceSentence Sentence, TextSpan Answer, int Fit)? best = null;
        var most = 0;
        foreach (var sentence in ranked)
        {
            if (sentence.Asks || !LabelledValue.MayStandIn(sentence.Key))
                continue;
            if (most < ByName && TableCell.Asked(matcher.Question, asked, sentence) is { } cell)
                (best, most) = ((sentence, cell, ByName), ByName);
            var key = sentence.Key.ToString();
            if (TableCell.IsHead(sentence, key))
                continue;
            foreach (var labelled in LabelledValue.In(key))
            {
                var label = labelled.Label.Of(key);
                var fit = asked.Fit(label);
                if (fit <= most || !IsOfTopic(matcher, asked.Topic(label), sentence) || Answer(matcher.Question, sentence, labelled.Value) is not { } answer)
                    continue;
                (best, most) = ((sentence, answer, fit), fit);
            }
        }

        return best;
    }

    // The page has to name what is asked about: its title or what stands on it. Where the question names nothing, any page will do.
    static bool IsOfTopic(QuestionMatcher matcher, IEnumerable<int> topic, EvidenceSentence sentence)
    {
        var title = matcher.Cover(sentence.Passage.TitleKey).Terms;
        var page = matcher.Cover(sentence.Passage.Key).Terms;
        double all = 0, held = 0;
        foreach (var i in topic)
        {
            var term = matcher.Question.Terms[i];
            var strength = Math.Max(title[i], page[i]);
            if (term.IsDistinctive && strength < Named)
                return false;
            all += term.Weight;
            held += strength * term.Weight;
        }

        return all == 0 || held >= MostOfTopic * all;
    }

    static TextSpan? Answer(Question question, EvidenceSentence sentence, TextSpan value)
    {
        var text = value.Of(sentence.Span.Of(sentence.Passage.Text));
        if (question.Type is >= AnswerType.Number and <= AnswerType.Duration && question.Kind == QuestionKind.Factoid)
        {
            var constraint = TypeConstraint.Of(question);
            var fitting = QuantityRecognizer.Find(text).Where(quantity => constraint?.IsFitting(quantity, text) != false).ToList();
            if (fitting.Count == 1 || (fitting.Count > 1 && fitting[0].Start == 0 && fitting.TrueForAll(other => ReferenceEquals(other, fitting[0]) || other.Unit != fitting[0].Unit)))
                return WithRate(value.Start, text, fitting[0]);
            if (fitting.Count == 0)
                return FirstClause(text) is > 0 and <= ShortValue and var length && question is { Type: AnswerType.Money } or { Type: AnswerType.Number, Unit.Length: 0 } ? new TextSpan(value.Start, length) : null;
            if (ParallelFigures.Nearest(question, text, fitting) is { } nearest)
                return WithRate(value.Start, text, nearest);
            return text.Length <= LongestValue ? value : null;
        }

        if (question.Type == AnswerType.Person && text.AsSpan().ContainsAnyInRange('0', '9'))
            return null;
        return text.Length <= LongestValue ? value : FirstClause(text) is > 1 and <= LongestValue and var first ? new TextSpan(value.Start, first) : null;
    }

    static TextSpan WithRate(int start, string text, Quantity figure)
    {
        var from = WholeFigure.StartOfRate(text, figure.Start);
        return new TextSpan(start + from, figure.End - from);
    }

    static int FirstClause(string text)
    {
        var end = text.AsSpan().IndexOfAny(Borders);
        return end < 0 ? text.Length : end;
    }
}
