namespace Tanyuan.Answers.Verification;

/// <summary>Why a written sentence is not shown as a statement.</summary>
public enum RejectionReason
{
    /// <summary>It cites nothing.</summary>
    NoCitation,

    /// <summary>It cites a passage that was never shown.</summary>
    CitationOutOfRange,

    /// <summary>A number, amount or date of it does not stand in what it cites, or stands there for something else.</summary>
    Number,

    /// <summary>A name of it does not stand in what it cites.</summary>
    Name,

    /// <summary>What it says of one is said of another, or who does and who suffers are exchanged.</summary>
    Subject,

    /// <summary>It denies what the source affirms, or affirms what the source denies, or says the contrary.</summary>
    Negation,

    /// <summary>Words in quotation marks do not stand in what it cites.</summary>
    Quote,

    /// <summary>What it says does not stand in what it cites.</summary>
    Unsupported,

    /// <summary>It repeats or obeys an instruction that stands on a page, or tells its reader what to do.</summary>
    Instruction,

    /// <summary>It is not in the language of its source, so that it cannot be compared with it.</summary>
    Language,

    /// <summary>It holds, but tells nothing about what was asked.</summary>
    BesideThePoint,
}
