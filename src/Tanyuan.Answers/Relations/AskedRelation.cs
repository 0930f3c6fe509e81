using System.Text.RegularExpressions;
using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Relations;

/// <summary>The relation that a question asks to fill: who founded it, when, where its headquarters are, who bought or owns it, what it bought, whom it is married to, where it studied.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Topic">The question's terms that name what it asks about, by their places: all but those that name the relation.</param>
/// <param name="Deed">The verb of an <see cref="RelationKind.Agent"/>, else empty.</param>
internal sealed partial record AskedRelation(RelationKind Kind, IReadOnlyList<int> Topic, string Deed)
{
    /// <summary>The relation that a question asks for, or null.</summary>
    public static AskedRelation? Of(Question question)
    {
        if (question.Kind != QuestionKind.Factoid)
            return null;
        var founding = Founding().Matches(question.Key);
        var buying = Buying().Matches(question.Key);
        var based = Based().Matches(question.Key);
        var married = Married().Matches(question.Key);
        var studied = Studied().Matches(question.Key);
        var told = founding.Concat(buying).Concat(based).Concat(married).Concat(studied).ToList();
        var deed = "";
        if (KindOf(question, founding.Count > 0, buying, based.Count > 0, married.Count > 0, studied.Count > 0) is not { } kind)
        {
            if (told.Count > 0 || Agent().Match(question.Key) is not { Success: true } agent)
                return null;
            (kind, deed) = (RelationKind.Agent, agent.Groups["deed"].Value);
            told.Add(agent);
        }

        var topic = Enumerable.Range(0, question.Terms.Count)
            .Where(i => question.Terms[i] is var term && !(term.Start < question.Gap.End && question.Gap.Start < term.End) && !told.Exists(match => match.Index < term.End && term.Start < match.Index + match.Length));
        return new AskedRelation(kind, [.. topic], deed);
    }

    static RelationKind? KindOf(Question question, bool founding, MatchCollection buying, bool based, bool married, bool studied)
    {
        // Of several the question is one of steps, or one is only said of the thing asked about.
        if ((founding ? 1 : 0) + (buying.Count > 0 ? 1 : 0) + (based ? 1 : 0) + (married ? 1 : 0) + (studied ? 1 : 0) != 1)
            return null;
        if (studied)
            return question.Type is AnswerType.Place or AnswerType.Organisation or AnswerType.Phrase or AnswerType.Name ? RelationKind.School : null;
        if (married)
            return question.Type == AnswerType.Person ? RelationKind.Spouse : null;
        if (based)
            return question.Type is AnswerType.Place or AnswerType.Phrase ? RelationKind.Base : null;
        if (founding)
        {
            return question.Type switch
            {
                AnswerType.Person => RelationKind.Founder,
                AnswerType.Date => RelationKind.FoundingDate,
                _ => null,
            };
        }

        if (question.Type is not (AnswerType.Person or AnswerType.Organisation or AnswerType.Phrase or AnswerType.Name))
            return null;
        var verb = buying[0];
        var passive = Passive().IsMatch(question.Key);
        var askedFirst = question.Gap.Start < verb.Index;
        if (!Phrases.HasHan(question.Key))
            return passive ? (ByAsked().IsMatch(question.Key) ? RelationKind.Buyer : RelationKind.Bought) : Did().IsMatch(question.Key) ? RelationKind.Bought : RelationKind.Buyer;
        if (verb.ValueSpan is "母公司")
            return RelationKind.Buyer;
        if (!passive)
            return askedFirst ? RelationKind.Buyer : RelationKind.Bought;
        return question.Key.LastIndexOf('被', verb.Index) < question.Gap.Start ? RelationKind.Buyer : RelationKind.Bought;
    }

    [GeneratedRegex("(?:联合|共同)?(?:创始人|创办人|创立者|创建者|创办者|奠基人|发起人)|创立|创办|创建|创设|成立|建立|设立|开办|创始|\\b(?:co-)?(?:found(?:ed|ers?)|established|started|set up|launched)\\b", RegexOptions.CultureInvariant)]
    private static partial Regex Founding();

    [GeneratedRegex("收购|并购|买下|母公司|\\b(?:acquired?|bought|buy|purchased?|t(?:oo|a)ken? over|took over|own(?:s|ed)?|parent company)\\b", RegexOptions.CultureInvariant)]
    private static partial Regex Buying();

    [GeneratedRegex("毕业于|毕业自|毕业院校|母校|(?<=从哪[^?？]{0,8})毕业|(?<=是哪(?:所|个|间)?(?:大学|学校|学院|高校)?)毕业|(?:就读|求学|读书|念书|读|念|上|考上|考入)(?:于|的是|的|在|了)?(?=哪(?:所|里|儿|间|个|家)?(?:大学|学校|学院|高校|院校|中学)?)|(?<=在哪[^?？]{0,6})(?:就读|读书|念书|上学|求学|上的?大学|读的?大学)|\\balma mater\\b|(?<=^where (?:did|was) [^?]*)(?:stud(?:y|ied)|educated|trained|graduated?)\\b|(?<=^(?:which|what) (?:school|university|college|academy|institute) [^?]*)(?:study|attend(?:ed)?|graduated?|go to)\\b", RegexOptions.CultureInvariant)]
    private static partial Regex Studied();

    [GeneratedRegex("(?:由|被)(?:谁|哪(?:一)?[家个位支所](?:[\\p{IsCJKUnifiedIdeographs}]{2,4}?)?)(?:负责|来|所)?(?<deed>[\\p{IsCJKUnifiedIdeographs}]{2})(?:的|了)?[?？]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Agent();

    [GeneratedRegex("总部|\\b(?:headquarter(?:s|ed)|based)\\b", RegexOptions.CultureInvariant)]
    private static partial Regex Based();

    // The wife of whom is asked, not her father; the first of several is none to be sure of.
    [GeneratedRegex("(?<!任)(?:妻子|丈夫|老公|老婆|配偶)(?:是|叫|为|名叫)?(?=谁|何人|什么名)|(?<=谁是[^,，?？]{1,16}的)(?:妻子|丈夫|老公|老婆|配偶)|(?:嫁给|迎娶|娶)了?(?=谁|何人)|(?:与|和|跟|同)(?=(?:谁|何人)(?:结婚|成婚|完婚))", RegexOptions.CultureInvariant)]
    private static partial Regex Married();

    [GeneratedRegex("被|\\b(?:was|were|been|is) [^?]*?(?:acquired|bought|purchased|taken over|owned)\\b|\\b(?:acquired|bought|purchased|taken over|owned) by\\b", RegexOptions.CultureInvariant)]
    private static partial Regex Passive();

    [GeneratedRegex("^(?:by )?who[m]? |\\bby (?:who|which|what)|^(?:which|what) [^?]*\\bby\\s*\\?*$", RegexOptions.CultureInvariant)]
    private static partial Regex ByAsked();

    [GeneratedRegex("\\b(?:did|does|has|have)\\b", RegexOptions.CultureInvariant)]
    private static partial Regex Did();
}
