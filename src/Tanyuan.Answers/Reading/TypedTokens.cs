using Tanyuan.Answers.Questions;
using Tanyuan.Text.Quantities;

namespace Tanyuan.Answers.Reading;

/// <summary>Whether tokens and quantities are of the type that a question asks for.</summary>
internal static class TypedTokens
{
    /// <summary>Whether a token of a sentence is of the type asked for.</summary>
    public static bool Fits(AnswerType type, Token token, AnnotatedSentence sentence) => type switch
    {
        AnswerType.Person => token.Class == TokenClass.Person,
        AnswerType.Place => token.Class is TokenClass.Place or TokenClass.Organisation,
        AnswerType.Organisation => token.Class == TokenClass.Organisation,
        AnswerType.Title => token.Class == TokenClass.Work,
        AnswerType.Name => token.Class is >= TokenClass.ProperNoun,
        AnswerType.Date => token.Class == TokenClass.TimeWord || (token.Quantity >= 0 && sentence.Quantities[token.Quantity].Kind == QuantityKind.Date),
        >= AnswerType.Number and <= AnswerType.Duration => token.Quantity >= 0 && Fits(type, sentence.Quantities[token.Quantity].Kind),
        _ => false,
    };

    /// <summary>Whether a quantity of <paramref name="kind"/> answers a question for <paramref name="type"/>.</summary>
    public static bool Fits(AnswerType type, QuantityKind kind) => type switch
    {
        AnswerType.Number => kind is QuantityKind.Number or QuantityKind.Measure or QuantityKind.Percentage,
        AnswerType.Measure => kind is QuantityKind.Measure or QuantityKind.Number or QuantityKind.Duration,
        AnswerType.Percentage => kind is QuantityKind.Percentage,
        AnswerType.Money => kind is QuantityKind.Money or QuantityKind.Measure or QuantityKind.Number,
        AnswerType.Date => kind is QuantityKind.Date,
        AnswerType.Time => kind is QuantityKind.Time or QuantityKind.Date,
        AnswerType.Duration => kind is QuantityKind.Duration or QuantityKind.Measure,
        _ => false,
    };
}
