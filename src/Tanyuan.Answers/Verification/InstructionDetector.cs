using System.Text.RegularExpressions;
using Tanyuan.Answers.Evidence;

namespace Tanyuan.Answers.Verification;

/// <summary>
/// Finds sentences of a page that speak to a language model instead of telling something: orders to ignore what it was told, to answer
/// in a given way, to play a part. Page text is data, so such a sentence is evidence of nothing, nor is what follows it in its paragraph.
/// </summary>
internal static partial class InstructionDetector
{
    /// <summary>The indices of the sentences of a passage that instruct a model, with those after them in the same paragraph.</summary>
    public static HashSet<int> Find(EvidencePassage passage)
    {
        var found = new HashSet<int>();
        for (var i = 0; i < passage.Sentences.Count; i++)
        {
            var sentence = passage.Sentences[i];
            var follows = i > 0 && found.Contains(i - 1)
                && !passage.Key.AsSpan(passage.Sentences[i - 1].End, sentence.Start - passage.Sentences[i - 1].End).Contains('\n');
            if (follows || Orders().IsMatch(passage.Key.AsSpan(sentence.Start, sentence.Length)))
                found.Add(i);
        }

        return found;
    }

    /// <summary>Whether a folded written sentence orders a model about, or tells its reader what to do, instead of stating something.</summary>
    public static bool IsInstruction(string key) => Orders().IsMatch(key) || Appeals().IsMatch(key);

    [GeneratedRegex(
        """
        (忽略|无视|忘记|忘掉|不要理会|不要遵守|抛开|ignore|disregard|forget|override)[^。.!?\n]{0,24}(指令|指示|提示|规则|要求|设定|命令|对话|说明|instruction|prompt|rule|direction|guideline|context)
        |(系统提示|系统指令|提示词|system\s*prompt|developer\s*message|jailbreak|越狱)
        |(^|[\s。\[<#])(system|assistant|user|系统|助手|用户)\s*[:：>\]]
        |<\|?/?(im_start|im_end|system|assistant|inst)\|?>
        |(你|您)(现在|从现在起|从此)?(是|扮演|充当)[^。.\n]{0,12}(助手|助理|语言模型|机器人|\bai\b)
        |you\s+are\s+(now\s+)?(an?\s+)?[^.\n]{0,20}(assistant|language\s+model|chatbot|\bai\b)
        |(\bai|人工智能|大模型|语言模型|智能助手|聊天机器人)(助手|助理|模型)?\s*[,:，]?\s*(请(?!求)|务必|你(必须|应|要|现在|需))
        |(ai|智能)(助手|助理)\s*(必须|应当|应该|需要|须|应)
        |^\s*(致|给)(所有|各位|任何)?(ai|人工智能|大模型|语言模型|模型|助手)
        |(note|message|instructions?|attention)\s+(to|for)\s+(the\s+|all\s+|any\s+)?(ai|assistant|llm|language\s+model|chatbot)
        |(请|必须|务必|只需|只能|一律|你要|都要)\s*(在(回答|回复|答案)[^。\n]{0,6})?(回答|回复|输出|写上|写明|答复|声称|宣称)\s*(以下|如下|下面|下列|说|["“「『:'])
        |(在|你的)(回答|回复|答案|输出)(中|里|时|的?(开头|结尾|末尾|最后))[^。\n]{0,8}(必须|务必|请|都要|应|加上|写上|只)
        |(请|必须|务必|应|要|直接|^)(告诉|告知)(用户|提问者|使用者)
        |^\s*(回答|回复|输出|answer|response|output)\s*:
        |(respond|reply|answer)\s+(only\s+with|with\s+(the|only|exactly)|exactly)
        |tell\s+the\s+(user|reader)
        |in\s+your\s+(answer|response|reply|output|summary)
        |(output|print|say|write|repeat)\s+(exactly|the\s+following|verbatim|["“'])
        |do\s+not\s+(cite|reveal)
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Orders();

    [GeneratedRegex(
        """
        (请|快|赶快|立即|立刻|马上|务必|欢迎)(您|你|大家|用户|读者)?(点击|访问|登录|登陆|扫码|扫描|拨打|致电|联系|添加|加微信|关注|下载|转账|汇款|购买|注册|输入|提供|发送|转发|打开|前往|咨询)
        |^(请|您|你)(?!出)
        |(click|visit|call|send|transfer|download|subscribe|buy|go\s+to|log\s*in|sign\s+up|enter)\s+(here|now|to|at|https?|www|the\s+link|this\s+link|your|our|us)
        |^(please|you\s+(should|must|need|can|have\s+to))\b
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Appeals();
}
