using System.Text.RegularExpressions;
using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Answering;

/// <summary>
/// What form of answer a question asks for: as its question words say, and by the words that ask for a summary, a course of time or a
/// comparison where there are none.
/// </summary>
internal static partial class AskedForm
{
    /// <summary>The form of answer to a question.</summary>
    public static AnswerForm Of(Question question)
    {
        if (Summary().IsMatch(question.Key))
            return AnswerForm.Summary;
        if (Timeline().IsMatch(question.Key))
            return AnswerForm.Timeline;
        if (Quote().IsMatch(question.Key))
            return AnswerForm.Quote;
        if (question.Kind == QuestionKind.Compare || Compare().IsMatch(question.Key))
            return AnswerForm.Compare;
        if (question.Kind is QuestionKind.Factoid or QuestionKind.Other && List().IsMatch(question.Key))
            return AnswerForm.List;
        return question.Kind switch
        {
            QuestionKind.Factoid => AnswerForm.Fact,
            QuestionKind.YesNo => AnswerForm.YesNo,
            QuestionKind.List => AnswerForm.List,
            QuestionKind.Definition => AnswerForm.Definition,
            QuestionKind.Why => AnswerForm.Why,
            QuestionKind.How => AnswerForm.How,
            _ => AnswerForm.Other,
        };
    }

    /// <summary>Whether an answer of a form tells more than one fact, so that a writer has something to put together.</summary>
    public static bool Explains(AnswerForm form) => form is AnswerForm.Why or AnswerForm.How or AnswerForm.Compare or AnswerForm.Summary or AnswerForm.Timeline;

    /// <summary>Whether an answer of a form is put together from all that the sources have on a topic, not from where one fact stands.</summary>
    public static bool IsOfSeveral(AnswerForm form) => form is AnswerForm.List or AnswerForm.Compare or AnswerForm.Summary or AnswerForm.Timeline;

    [GeneratedRegex(
        "总结|概括|概述|归纳|摘要|综述|简要介绍|(主要|核心)(内容|观点|要点)|讲了(些)?(什么|啥)|(?<![对就][^,，]{0,6})(文章|这篇|该文|本文|报道|新闻|视频|影片|电影|小说|书|页|材料|资料)[^,，]{0,4}说了(些)?(什么|啥)|summari[sz]e|summary|sum up|main points|key points|overview|what does .* say about",
        RegexOptions.CultureInvariant)]
    private static partial Regex Summary();

    [GeneratedRegex(
        "(怎么|如何|怎样|怎麼)(说|评价|评论|回应|形容|描述|表态|看待|看(?!到|见|出))|(说|表示|提到|回应|透露|强调)(了|过)?(些)?(什么|啥|哪些话)|原话|说过的话|引用.*的话|what did .+ (say|tell|write|answer)|what does .+ (say|think)|how did .+ (describe|respond|react|comment|explain)|in (his|her|their) own words|quotes? (by|from|of)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Quote();

    [GeneratedRegex("时间(线|轴|表)|大事记|年表|(发展|演变|变化|建设|研发)(历程|过程|经过|史)|来龙去脉|按时间|先后(发生|经历)|timeline|chronolog|history of", RegexOptions.CultureInvariant)]
    private static partial Regex Timeline();

    [GeneratedRegex("(有(什么|哪些|何)|的)(区别|不同|差别|差异|异同)|相比|对比|比较一下|^(请|请你|帮我)?比较(?=.+[和与跟同])|(哪|谁)(个|一个|家|款|座|种)?更|孰|difference between|compare|versus|\\bvs\\b|better than", RegexOptions.CultureInvariant)]
    private static partial Regex Compare();

    [GeneratedRegex("哪些|哪几|有(什么|啥)|列出|列举|分别(是|为|叫|有)|都有(谁|什么)|which (of the )?\\w+s\\b|what are the|list (all|the)|name (all|the)", RegexOptions.CultureInvariant)]
    private static partial Regex List();
}
