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
        if (question.Kind == QuestionKind.Factoid && Means().IsMatch(question.Key))
            return AnswerForm.How;
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

    /// <summary>Whether a question for one thing may be answered with several, where a page tells them in a row: 拿过什么奖, 什么人不适合, 有几种颜色.</summary>
    public static bool MayBeList(Question question) => question.Kind == QuestionKind.Factoid && Plural().IsMatch(question.Key);

    /// <summary>Whether an answer of a form is put together from all that the sources have on a topic, not from where one fact stands.</summary>
    public static bool IsOfSeveral(AnswerForm form) => form is AnswerForm.List or AnswerForm.Compare or AnswerForm.Summary or AnswerForm.Timeline;

    [GeneratedRegex(
        "总结|概括|概述|归纳|摘要|综述|简要介绍|(主要|核心)(内容|观点|要点)|讲了(些)?(什么|啥)|怎么(一)?回事|^(请|请你|帮我)?(介绍|说说|谈谈|聊聊|讲讲)(一下|下)?|(感受|体验|反响|反馈|口碑|评价)(怎么样|如何|怎样)|(?<![对就][^,，]{0,6})(文章|这篇|该文|本文|报道|新闻|视频|影片|电影|小说|书|页|材料|资料)[^,，]{0,4}说了(些)?(什么|啥)|summari[sz]e|summary|sum up|main points|key points|overview|what does .* say about",
        RegexOptions.CultureInvariant)]
    private static partial Regex Summary();

    [GeneratedRegex(
        "(怎么|如何|怎样|怎麼)(说(?!明)|评价|评论|回应|形容|描述|表态|看待|看(?!到|见|出))|(说|表示|提到|回应|透露|强调)(了|过)?(些)?(什么|啥|哪些话)|(什么|何|啥)(看法|态度|评价|评论|意见|观点|说法|表态)|(看法|态度|评价|观点)(是什么|如何|怎样|怎么样)|各(自)?(怎么|如何)看|(担心|担忧|批评|抱怨)(些)?(什么|啥)|(怎么|如何)道歉|原话|说过的话|引用.*的话|what did .+ (say|tell|write|answer)|what does .+ (say|think)|how did .+ (describe|respond|react|comment|explain)|in (his|her|their) own words|quotes? (by|from|of)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Quote();

    [GeneratedRegex("时间(线|轴|表)|大事记|履历|沿革|(?<!有没有|工作|学习|教育)经历(有哪些|有什么|是什么|是怎样的)?[?？]?$|生平|始末|一步(一)?步|^(请|请你|帮我)?梳理|的[^,，。?？]{0,6}(经过|过程|历程)[?？]?$|年表|(发展|演变|变化|建设|研发)(历程|过程|经过|史)|来龙去脉|按时间|先后(发生|经历)|timeline|chronolog|history of", RegexOptions.CultureInvariant)]
    private static partial Regex Timeline();

    [GeneratedRegex("(有(什么|哪些|何)|的)(区别|不同|差别|差异|异同)|相比|对比|比较一下|^(请|请你|帮我)?比较(?=.+[和与跟同])|(哪|谁)(个|一个|家|款|座|种)?更|孰|[和与跟同].+(哪|谁)(个|一个|家|款|座|种|条|边|方)?[^,，?？]{0,8}(好|长|多|大|高|快|重|贵|便宜|早|远|强|少|低|轻|晚|慢|小|近|新|老|久)[?？]?$|(什么|哪里|啥)不一样|(有何|有什么|有哪些)不同|各有(什么|哪些|何)|difference between|compare|versus|\\bvs\\b|better than", RegexOptions.CultureInvariant)]
    private static partial Regex Compare();

    [GeneratedRegex("什么人(不|能|可以|需要|适合)|[^不没]过(什么|啥)(?!时候|事|原因)|有几(种|款|类|个)|什么(副作用|症状|特点|优点|缺点|条件|要求|风险)", RegexOptions.CultureInvariant)]
    private static partial Regex Plural();

    [GeneratedRegex("哪些|哪几|有(什么|啥)|列出|列举|分别(是|为|叫|有)|都(有|是)(谁|什么|哪)|(?<!没)有谁|which (of the )?\\w+s\\b|what are the|list (all|the)|name (all|the)", RegexOptions.CultureInvariant)]
    private static partial Regex List();

    [GeneratedRegex("[用靠凭]了?(?:什么|啥|哪些|何种|哪种)(?:样的)?(?:办法|方法|方式|手段|法子|途径|措施|流程|步骤)|有(?:什么|啥|何)(?:办法|法子)|(?:步骤|流程|手续)(?:是什么|有哪些|是怎样|是怎么样)", RegexOptions.CultureInvariant)]
    private static partial Regex Means();
}
