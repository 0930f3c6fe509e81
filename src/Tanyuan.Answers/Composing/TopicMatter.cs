using System.Text.RegularExpressions;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Composing;

/// <summary>
/// What a question for a summary, a timeline or a comparison is about: its terms without the words that only ask for the form. Tells how
/// much of it the evidence holds, so that such a question, too, is left unanswered where the sources have nothing on it.
/// </summary>
internal sealed partial class TopicMatter
{
    /// <summary>What full coverage is worth as a confidence: the words are there, but that is not yet the point.</summary>
    const double CoverageWorth = 0.9;
    const float Named = 0.5f;

    readonly QuestionMatcher matcher;

    TopicMatter(Question topic) => matcher = new QuestionMatcher(topic);

    /// <summary>The matter of a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="apart">A noun that the matter is told without: what is asked for.</param>
    public static TopicMatter Of(Question question, string apart = "")
    {
        var terms = question.Terms.Where(term => term.Key != apart && !Request().IsMatch(term.Key)).ToList();
        return new TopicMatter(new Question(question.Text, question.Key, question.Kind, question.Type, question.Gap, question.Focus, question.Unit, terms));
    }

    /// <summary>The folded question.</summary>
    public string Text => matcher.Question.Key;

    /// <summary>The terms of the topic.</summary>
    public IReadOnlyList<QuestionTerm> Terms => matcher.Question.Terms;

    /// <summary>How likely the passages are about the topic, 0 to 1.</summary>
    public double Confidence(IReadOnlyList<EvidencePassage> passages) =>
        Terms.Count == 0 ? 0 : CoverageWorth * passages.Select(Covered).DefaultIfEmpty().Max();

    /// <summary>How much of the topic a passage with its title holds, 0 to 1.</summary>
    public double Covered(EvidencePassage passage) => matcher.Union(matcher.Cover(passage.TitleKey).Terms, matcher.Cover(passage.Key).Terms);

    /// <summary>Whether a passage or its title says every name of the topic.</summary>
    public bool IsNamedIn(EvidencePassage passage) =>
        Terms.All(term => !term.IsDistinctive || Math.Max(QuestionMatcher.Strength(term, passage.Key), QuestionMatcher.Strength(term, passage.TitleKey)) >= Named);

    /// <summary>How much of the topic a folded text holds, 0 to 1.</summary>
    public double Covered(ReadOnlySpan<char> key) => matcher.Cover(key).Words;

    [GeneratedRegex(
        "^(总结|概括|概述|归纳|摘要|综述|介绍|简述|梳理|内容|要点|观点|核心|情况|怎么回事|讲|时间线|时间轴|大事记|年表|历程|经过|过程|来龙去脉|发展|演变|按时间|先后|区别|不同|差别|差异|异同|相比|对比|比较|相同|列出|列举|更|时间|一下|经过|始末|履历|生平|生涯|经历|沿革|历史沿革|态度|看法|意见|感受|担心|担忧|抱怨|反应|怎么样|事情|事件|故事|说|说过|评价|评论|回应|形容|看待|看|表示|表态|原话|话|引用|"
        + "summar.*|overview|main|points?|key|timeline|chronolog.*|history|compare|comparison|difference|between|versus|vs|list|tell|say|said|think|describe|respond|react|comment|explain|quote|quotes|words|about|what)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Request();
}
