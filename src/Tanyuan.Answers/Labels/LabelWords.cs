using System.Text.RegularExpressions;

namespace Tanyuan.Answers.Labels;

/// <summary>How people ask for what pages put under a label of other words: 几点开门 for 开放时间, 盒子里有什么 for 包装清单, 在哪生产 for 产地. All folded.</summary>
internal static partial class LabelWords
{
    static readonly (Func<Regex> Asked, string[] Labels)[] Ways =
    [
        (Opening, ["开放时间", "营业时间", "开馆时间", "服务时间", "办公时间", "接待时间", "门诊时间", "运营时间"]),
        (Contents, ["包装清单", "装箱清单", "包装内含", "包装内容", "包装包含", "配件清单", "标配", "随附配件", "随机附件"]),
        (Made, ["产地", "原产地", "生产地", "制造地", "出产地"]),
        (From, ["籍贯", "祖籍", "出生地", "老家", "出生"]),
        (Warranty, ["保修期", "质保期", "保修", "质保", "保修时间", "质保时间"]),
        (Phone, ["电话", "联系电话", "咨询电话", "服务热线", "客服电话", "热线"]),
        (Married, ["配偶", "妻子", "丈夫"]),
        (Plug, ["充电接口", "接口", "充电口", "接口类型"]),
    ];

    // What stands in front of a label without changing what it is for: 建议零售价, 官方指导价.
    static readonly string[] Modifiers = ["建议", "官方", "厂商", "市场", "参考", "全国", "统一", "最终", "实际", "最大", "最长", "连续", "标称", "额定"];

    /// <summary>Whether a folded question asks for a folded label in its own words.</summary>
    public static bool Ask(string question, ReadOnlySpan<char> label)
    {
        foreach (var (asked, labels) in Ways)
        {
            if (Array.IndexOf(labels, label.ToString()) >= 0 && asked().IsMatch(question))
                return true;
        }

        return false;
    }

    /// <summary>A folded label without the word in front that does not change what it is for; as it is where there is none.</summary>
    public static ReadOnlySpan<char> Plain(ReadOnlySpan<char> label)
    {
        foreach (var modifier in Modifiers)
        {
            if (label.Length > modifier.Length + 1 && label.StartsWith(modifier))
                return label[modifier.Length..];
        }

        return label;
    }

    [GeneratedRegex("(?:几点|什么时候|何时)(?:[才能]?开(?!始|工|学|会)|关|闭|营业|上班|下班|停)|(?:开|营业|开放)到几点", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex("(?:盒子?|箱子?|包装)(?:里|内|中|盒)?(?:面|头)?(?:都)?(?:有|装|含|附)", RegexOptions.CultureInvariant)]
    private static partial Regex Contents();

    [GeneratedRegex("(?:哪|什么地方)(?:里|儿|个地方|国)?(?:生产|制造|产的|做的|出产)|哪(?:里|儿|国)?产", RegexOptions.CultureInvariant)]
    private static partial Regex Made();

    [GeneratedRegex("(?:哪里|哪儿|什么地方)的?人", RegexOptions.CultureInvariant)]
    private static partial Regex From();

    [GeneratedRegex("(?:保修?|质保)(?:期)?(?:是|有)?(?:多久|多长|几年|几个月)", RegexOptions.CultureInvariant)]
    private static partial Regex Warranty();

    [GeneratedRegex("(?:打|拨打?)(?:什么|哪个|多少)(?:电话|号码)?|电话(?:号码)?是?多少", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();

    [GeneratedRegex("(?:太太|老婆|夫人|先生|爱人)(?:是|叫)(?:谁|什么)", RegexOptions.CultureInvariant)]
    private static partial Regex Married();

    [GeneratedRegex("(?:什么|哪种)(?:样的)?(?:接?口|线)充电|充电(?:用|是)(?:的是)?(?:什么|哪种)(?:接?口|线)", RegexOptions.CultureInvariant)]
    private static partial Regex Plug();
}
