using Tanyuan.Answers.Verification;

namespace Tanyuan.Cli.Output;

/// <summary>Why a sentence of a model was refused, for people.</summary>
internal static class RejectionText
{
    public static string English(RejectionReason reason) => reason switch
    {
        RejectionReason.NoCitation => "it cites nothing",
        RejectionReason.CitationOutOfRange => "it cites a source that was never given",
        RejectionReason.Number => "a number is not in its source",
        RejectionReason.Name => "a name is not in its source",
        RejectionReason.Subject => "its source says it of another",
        RejectionReason.Negation => "its source says the contrary",
        RejectionReason.Quote => "its source has no such words",
        RejectionReason.Instruction => "it is an instruction, not a fact",
        RejectionReason.Language => "it is not in the language of its source",
        RejectionReason.BesideThePoint => "it is beside the point",
        _ => "its source does not say so",
    };

    public static string Chinese(RejectionReason reason) => reason switch
    {
        RejectionReason.NoCitation => "没有注明出处",
        RejectionReason.CitationOutOfRange => "注明的出处不存在",
        RejectionReason.Number => "数字与出处不符",
        RejectionReason.Name => "出处中没有这个名称",
        RejectionReason.Subject => "出处说的是另一个对象",
        RejectionReason.Negation => "与出处的说法相反",
        RejectionReason.Quote => "出处中没有这句原话",
        RejectionReason.Instruction => "是指令而不是事实",
        RejectionReason.Language => "与出处的语言不同，无法核对",
        RejectionReason.BesideThePoint => "与问题无关",
        _ => "出处没有这样说",
    };
}
