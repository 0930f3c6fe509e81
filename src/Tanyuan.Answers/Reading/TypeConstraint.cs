using System.Text.RegularExpressions;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Figures;
using Tanyuan.Answers.Questions;
using Tanyuan.Text.Quantities;

namespace Tanyuan.Answers.Reading;

/// <summary>
/// What no ranking may overrule: a question for an amount, a share, a date or a length of time is answered by one, in a unit that fits,
/// or not at all. Without it a price can be «answered» with the weight that stands beside it. A name asked for in English begins with a
/// capital, and no name is an amount. Otherwise names are free: Chinese ones are recognised too loosely to forbid anything on their word.
/// </summary>
internal sealed partial class TypeConstraint
{
    /// <summary>How much longer than its quantity an answer may be: 约…, …左右, the other end of a range.</summary>
    const int Slack = 12;

    /// <summary>Below this an English number without a currency is no amount of money.</summary>
    const int LeastBare = 100_000;

    static readonly string[] Waters = ["河", "江", "湖", "海", "溪", "河流", "湖泊", "海域", "海洋", "水系", "海峡", "海湾"];

    static readonly string[] Boards = ["董事会", "监事会", "理事会", "委员会", "股东会", "股东大会", "代表大会"];

    // Words of time that tell none: 前期费用.
    static readonly string[] Stretches = ["前期", "后期", "中期", "长期", "短期", "定期", "每日", "每天", "日常", "平时"];

    static readonly string[] Regions = ["城市", "国家", "省", "省份", "市", "县", "州", "洲", "地区", "大洲", "城", "国"];

    readonly Question question;
    readonly AskedOffice? office;
    readonly AskedFigure? figure;
    readonly string gap;
    (AnnotatedSentence? Sentence, List<Quantity> Quantities) counted = (null, []);

    TypeConstraint(Question question) => (this.question, office, figure, gap) = (question, AskedOffice.Of(question), AskedFigure.Of(question), question.Gap.Of(question.Key));

    /// <summary>The constraint of a question, or null where any span may answer it.</summary>
    public static TypeConstraint? Of(Question question)
    {
        if (question.Kind != QuestionKind.Factoid)
            return null;
        return IsQuantity(question.Type) || AsksWhich(question) || (IsName(question.Type) && !Phrases.HasHan(question.Key)) ? new TypeConstraint(question) : null;
    }

    /// <summary>Whether a sentence may hold an answer. Periods such as 清朝 are found only by the tagger, so for dates any sentence may.</summary>
    public bool MayHold(EvidenceSentence sentence)
    {
        if (question.Type == AnswerType.Date || !IsQuantity(question.Type))
            return office?.IsToldBy(sentence) != false;
        if (AsksForScore)
            return Score().IsMatch(sentence.Key);
        var text = sentence.Span.Of(sentence.Passage.Text);
        foreach (var quantity in QuantityRecognizer.Find(text))
        {
            if (Fits(quantity, text))
                return true;
        }

        return false;
    }

    /// <summary>Whether a span answers the question with the right sort of thing.</summary>
    public bool Admits(AnnotatedSentence sentence, Candidate candidate)
    {
        if (!IsQuantity(question.Type))
        {
            return !IsAmount(sentence, candidate) && !IsIndefinite(sentence, candidate) && !IsAnotherSort(sentence, candidate)
                && (Phrases.HasHan(sentence.Key) || !IsName(question.Type) || (IsCapitalised(sentence, candidate) && !EnglishNames.IsCut(sentence, candidate) && !EnglishNames.IsAsked(question, sentence, candidate)));
        }

        if (AsksForScore)
            return Score().IsMatch(sentence.Key.AsSpan(candidate.Start, candidate.Length));
        if (AsksForYear && candidate.Form is SpanForm.Tokens or SpanForm.Piece && TellsMoreThanYear(sentence.Key.AsSpan(candidate.Start, candidate.Length)))
            return false;
        if (!ReferenceEquals(counted.Sentence, sentence))
            counted = (sentence, CountedIn(sentence));
        foreach (var quantity in sentence.Quantities)
        {
            if (counted.Quantities.Count > 0 && !counted.Quantities.Contains(quantity))
                continue;
            if (candidate.Form == SpanForm.Piece && candidate.Start >= quantity.Start && candidate.End <= quantity.End)
                return Fits(quantity, sentence.Text) && figure?.IsAnother(sentence, quantity) != true && TellsEnough(sentence.Key.AsSpan(candidate.Start, quantity.End - candidate.Start), candidate.Length);
            if (quantity.Start >= candidate.Start && quantity.End <= candidate.End && (IsLooselyDated || candidate.Length <= quantity.Length + Slack)
                && Fits(quantity, sentence.Text) && figure?.IsAnother(sentence, quantity) != true)
                return true;
        }

        if (question.Type != AnswerType.Date || AsksForWeekday)
            return false;
        for (var token = candidate.First; token <= candidate.Last; token++)
        {
            if (sentence.Tokens[token] is { Class: TokenClass.TimeWord } word && Array.IndexOf(Stretches, sentence.Key[word.Start..word.End]) < 0)
                return true;
        }

        return IsLooselyDated && sentence.Key.AsSpan(candidate.Start, candidate.Length).TrimEnd("的") is [.., '后' or '前' or '时' or '期' or '代' or '初' or '末' or '间' or '际' or '候' or '岁' or '季' or '晚' or '朝' or '纪'];
    }

    /// <summary>The quantities of a sentence that stand right beside the noun that is counted: of 藏品14,380件，其中一级文物23件 only the first counts 藏品.</summary>
    List<Quantity> CountedIn(AnnotatedSentence sentence)
    {
        if (question.Type != AnswerType.Measure || question.Unit.Length == 0 || question.Focus.Length < 2)
            return [];
        return [.. sentence.Quantities.Where(quantity => Fits(quantity, sentence.Text) && (Behind(quantity.End).StartsWith(question.Focus) || Before(quantity.Start).EndsWith(question.Focus)))];

        ReadOnlySpan<char> Behind(int at) => sentence.Key.AsSpan(at).TrimStart("的多余 ");
        ReadOnlySpan<char> Before(int at) => sentence.Key.AsSpan(0, at).TrimEnd("共计有约近达逾超过为是总数: ：");
    }

    /// <summary>谁, 哪家公司, 哪一块 ask for one of several things, and an amount is none.</summary>
    static bool AsksWhich(Question question) => IsName(question.Type) || question.Gap.Of(question.Key).Contains('哪');

    // 一家软件公司 says what sort of company, not which; 这家公司 and 该公司 point at one that is named elsewhere.
    static bool IsIndefinite(AnnotatedSentence sentence, Candidate candidate) =>
        (candidate.Length > 2 && sentence.Key[candidate.Start] is '一' or '这' or '那' && "个家位名座所种条项本部首支只款台架辆艘间栋些".Contains(sentence.Key[candidate.Start + 1]))
        || (candidate.Length is 3 or 4 && sentence.Key[candidate.Start] == '该');

    // Names that are surely not of the sort asked for.
    bool IsAnotherSort(AnnotatedSentence sentence, Candidate candidate) => question.Type switch
    {
        AnswerType.Organisation => IsTitledPerson(sentence, candidate),
        AnswerType.Place => (Array.IndexOf(Regions, question.Focus) >= 0 && IsBody(sentence, candidate)) || (Array.IndexOf(Waters, question.Focus) >= 0 && IsSettlement(sentence.Key.AsSpan(candidate.Start, candidate.Length))),
        AnswerType.Person => IsCount(sentence.Key.AsSpan(candidate.Start, candidate.Length)) || IsLatinCode(sentence.Text.AsSpan(candidate.Start, candidate.Length)) || office?.IsOfAnother(sentence, candidate) == true || (gap == "谁" && IsTown(sentence.Key.AsSpan(candidate.Start, candidate.Length))) || (office is { IsHeld: true } && gap is "谁" or "哪位" or "何人" && IsBody(sentence, candidate)) || EnglishNames.IsPlaced(sentence, candidate),
        _ => false,
    };

    // 哪座城市 is not answered with 星桥科技.
    static bool IsBody(AnnotatedSentence sentence, Candidate candidate)
    {
        var last = sentence.Tokens[candidate.Last];
        return last.Class == TokenClass.Organisation || Array.Exists(Boards, board => sentence.Key.AsSpan(candidate.Start, candidate.Length).EndsWith(board)) || NameShapes.Organisation(sentence.Key.AsSpan(candidate.Start, candidate.Length)) > 1;
    }

    // 哪条河 is not answered with 洪渡镇.
    static bool IsSettlement(ReadOnlySpan<char> name) => name.Length > 1 && name[^1] is '国' or '省' or '州' or '市' or '县' or '区' or '镇' or '乡' or '村';

    // 谁 is nobody's town.
    static bool IsTown(ReadOnlySpan<char> name) => name.Length is > 2 and < 6 && name[^1] is '市' or '县' or '镇' or '乡' or '村';

    // 各一人 names nobody.
    static bool IsCount(ReadOnlySpan<char> key) => key.Length is > 1 and < 5 && key[^1] is '人' or '位' or '名' && key[..^1].TrimStart("各共约数一二两三四五六七八九十百千0123456789").IsEmpty;

    // OpenAI, WL-9 and ASML are no persons: one Latin word with a capital inside it, or with a digit.
    static bool IsLatinCode(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("Mc", StringComparison.Ordinal) || text.StartsWith("Mac", StringComparison.Ordinal) || !char.IsAsciiLetter(text[0]))
            return false;
        var inner = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(text[i]) && text[i] != '-')
                return false;
            inner |= char.IsAsciiDigit(text[i]) || (i > 0 && char.IsAsciiLetterUpper(text[i]) && text[i - 1] != '-');
        }

        return inner;
    }

    // 创始人罗清许 is no company, nor is 罗清许表示, nor what he says. The tagger alone is not trusted with that: it takes some companies for people.
    static bool IsTitledPerson(AnnotatedSentence sentence, Candidate candidate)
    {
        var (person, body) = (false, false);
        for (var i = candidate.First; i <= candidate.Last; i++)
        {
            var token = sentence.Tokens[i];
            body |= token.Class == TokenClass.Organisation || NameShapes.Organisation(sentence.Key.AsSpan(token.Start, token.Length)) > 1;
            if (token.Class != TokenClass.Person)
                continue;
            var speaks = NameShapes.Speaks(sentence.Key.AsSpan(token.End));
            if (speaks && i < candidate.Last)
                return true;
            person |= speaks || NameShapes.HasPersonTitle(sentence.Key, token.Start, token.End);
        }

        return person && !body;
    }

    // An English name begins with a capital and has no word without one, but for its little words.
    static bool IsCapitalised(AnnotatedSentence sentence, Candidate candidate)
    {
        if (!char.IsUpper(sentence.Text[candidate.Start]))
            return false;
        for (var token = candidate.First; token <= candidate.Last; token++)
        {
            var (start, end) = (sentence.Tokens[token].Start, sentence.Tokens[token].End);
            if (char.IsLower(sentence.Text[start]) && sentence.Key[start..end] is not ("of" or "the" or "and" or "for" or "de" or "van" or "von" or "la" or "s"))
                return false;
        }

        return true;
    }

    static bool IsAmount(AnnotatedSentence sentence, Candidate candidate)
    {
        for (var token = candidate.First; token <= candidate.Last; token++)
        {
            if (sentence.Tokens[token].Quantity < 0)
                return false;
        }

        return true;
    }

    // 何时 may be answered by an event (宋代末, 一局比赛结束之后) or in a clause; 哪一年 may not.
    bool IsLooselyDated => question.Type == AnswerType.Date && question.Focus is not ("年" or "月" or "日" or "天" or "年份" or "日期" or "星期");

    static bool IsQuantity(AnswerType type) => type is >= AnswerType.Number and <= AnswerType.Duration;

    static bool IsName(AnswerType type) => type is AnswerType.Person or AnswerType.Organisation or AnswerType.Place;

    /// <summary>Whether a quantity of a text is of the type and in a unit that the question asks for.</summary>
    public bool IsFitting(Quantity quantity, string text) => !IsQuantity(question.Type) || Fits(quantity, text);

    /// <summary>Whether a quantity is told of another measure or year than the question asks for.</summary>
    public bool IsOfAnother(AnnotatedSentence sentence, Quantity quantity) => figure?.IsAnother(sentence, quantity) == true;

    bool Fits(Quantity quantity, string text) => question.Type switch
    {
        AnswerType.Money => !IsCondition(quantity, text) && (quantity.Kind == QuantityKind.Money || (!AsksForMoneyOnly && (quantity.Kind == QuantityKind.Percentage || MayBeMoney(quantity)))),
        AnswerType.Percentage => quantity.Kind == QuantityKind.Percentage || (quantity.Kind == QuantityKind.Number && question.Focus is [.., '率' or '比' or '例']),
        AnswerType.Duration => quantity.Kind == QuantityKind.Duration || quantity.Unit is "岁" or "周岁" || (question.Unit is "天" or "日" && IsDays(quantity, text)) || (AsksForExtent && AskedUnit.IsLength(quantity.Unit)),
        AnswerType.Date => quantity.Kind == QuantityKind.Date && !(AsksForYear && LacksYear(quantity)) && (!AsksForWeekday || text.AsSpan(quantity.Start, quantity.Length).ContainsAny("周星礼")),
        AnswerType.Time => quantity.Kind is QuantityKind.Time or QuantityKind.Date,
        AnswerType.Measure when question.Unit.Length > 0 =>
            quantity.Kind is QuantityKind.Measure or QuantityKind.Number && AskedUnit.Fits(question.Unit, quantity.Unit) && !IsOrdinal(quantity, text) && !IsOfNumber(quantity, text) && !(quantity.Unit is null && IsNumbered(quantity, text)),
        _ => quantity.Kind is not (QuantityKind.Date or QuantityKind.Time) && !(IsPaid && quantity.Kind is QuantityKind.Measure or QuantityKind.Duration) && AskedUnit.FitsDegree(gap, question.Focus, quantity) && !(CountsNoun && (quantity.Unit is "岁" or "周岁" || quantity.Kind == QuantityKind.Duration || (quantity.Kind == QuantityKind.Money && !IsPaid) || (IsOrdinal(quantity, text) && !AsksForOrdinal) || IsOfNumber(quantity, text))),
    };

    /// <summary>比分是多少 is answered with 3比2, not with either number.</summary>
    bool AsksForScore => question.Type == AnswerType.Number && question.Focus.EndsWith("比分", StringComparison.Ordinal);

    /// <summary>第几位, 第几区.</summary>
    bool AsksForOrdinal => gap.StartsWith('第') || (question.Gap.Start > 0 && question.Key[question.Gap.Start - 1] == '第');

    bool AsksForWeekday => question.Focus == "星期";

    /// <summary>多少观众 counts what is named behind it; an age or a time counts nothing.</summary>
    bool CountsNoun => question is { Type: AnswerType.Number, Focus.Length: > 0 } && question.Key.AsSpan(question.Gap.End).StartsWith(question.Focus);

    /// <summary>多少补贴 is money, 多少游客 are not.</summary>
    bool IsPaid => question.Focus is [.., '款' or '费' or '金' or '税' or '债' or '资' or '薪' or '酬' or '贴' or '助' or '奖' or '励' or '偿' or '利' or '息' or '财' or '本' or '钱'];

    // 满99元免运费 says when, not how much.
    bool IsCondition(Quantity quantity, string text) => quantity.Start > 0 && text[quantity.Start - 1] is '满' or '滿' && !question.Key.Contains('满');

    // 公示7日 is no date.
    static bool IsDays(Quantity quantity, string text) => quantity is { Kind: QuantityKind.Date, Length: 2 or 3 } && text[quantity.End - 1] == '日' && char.IsAsciiDigit(text[quantity.Start]);

    /// <summary>Whether a year is asked for, and no more than a year.</summary>
    public bool AsksForYear => question.Focus is "年" or "年份";

    /// <summary>4月18日 tells no year; 去年 does, to who knows when it was said.</summary>
    static bool LacksYear(Quantity quantity) => quantity.Date?.StartsWith("--", StringComparison.Ordinal) == true;

    /// <summary>哪一年 is answered with 1958年, not with 1958年7月: the year is a candidate of its own.</summary>
    static bool TellsMoreThanYear(ReadOnlySpan<char> span) => span.IndexOf('年') is >= 0 and var year && span[year..].Contains('月');

    /// <summary>何时 is answered with all that a date tells, 哪一年 with its year; one end of a range may stand alone.</summary>
    bool TellsEnough(ReadOnlySpan<char> fromPiece, int length) =>
        AsksForYear ? fromPiece[..length].Contains('年') : !IsLooselyDated || length == fromPiece.Length || !char.IsLetterOrDigit(fromPiece[length]) || fromPiece[length] is '至' or '到';

    /// <summary>成本多少 may be told as a share, 多少块 may count pieces; 多少钱 is money.</summary>
    bool AsksForMoneyOnly => question.Unit is not ("" or "块");

    /// <summary>Pieces where pieces may be asked for, and a large number whose currency was told before it; not tons, nor people.</summary>
    bool MayBeMoney(Quantity quantity) => quantity.Kind switch
    {
        QuantityKind.Measure => question.Unit == "块",
        QuantityKind.Number => quantity.Value >= LeastBare && !Phrases.HasHan(question.Key),
        _ => false,
    };

    /// <summary>«How long is the bridge» may ask for metres.</summary>
    bool AsksForExtent => question.Key.StartsWith("how long is ", StringComparison.Ordinal) || question.Key.StartsWith("how long are ", StringComparison.Ordinal) || question.Key.StartsWith("how long was ", StringComparison.Ordinal);

    // 青政办发〔2024〕17号 counts nothing.
    static bool IsOfNumber(Quantity quantity, string text) => quantity.Start > 0 && text[quantity.Start - 1] is '〔' or '〕' or '﹝' or '﹞';

    // 3段, 2号: one of a row, no count.
    static bool IsNumbered(Quantity quantity, string text) => quantity.End < text.Length && text[quantity.End] is '段' or '号' or '代' or '期' or '型' or '届';

    static bool IsOrdinal(Quantity quantity, string text) => text[quantity.Start] == '第';

    [GeneratedRegex("(?<![0-9])[0-9]{1,3} ?[比:：∶–-] ?[0-9]{1,3}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Score();
}
