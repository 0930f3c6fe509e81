namespace Tanyuan.Answers.Reading.English;

/// <summary>A span of an English sentence that may be an answer.</summary>
/// <param name="Start">Where it begins in the sentence.</param>
/// <param name="End">The unit after it.</param>
/// <param name="First">Its first word.</param>
/// <param name="Last">Its last word.</param>
/// <param name="Form">What it is.</param>
internal readonly record struct EnglishSpan(int Start, int End, int First, int Last, EnglishForm Form);

/// <summary>What a span of an English sentence is.</summary>
internal enum EnglishForm
{
    /// <summary>A name.</summary>
    Name,

    /// <summary>Several names in a row.</summary>
    Row,

    /// <summary>A date, a number, an amount, a length of time.</summary>
    Quantity,

    /// <summary>Other words without any of grammar at their rim.</summary>
    Phrase,
}
