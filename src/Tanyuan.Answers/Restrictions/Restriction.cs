using Tanyuan.Text;

namespace Tanyuan.Answers.Restrictions;

/// <summary>A word that holds a statement to one of several things alike: the year 2023, 第二季度, 在欧洲.</summary>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Value">Which one; only comparable within a kind.</param>
/// <param name="Counted">Of an ordinal the word that is counted with (届 in 第三届), else 0.</param>
/// <param name="Span">Where it stands.</param>
internal readonly record struct Restriction(RestrictionKind Kind, int Value, char Counted, TextSpan Span)
{
    /// <summary>Whether it is a quarter or a half of a year.</summary>
    public bool IsQuarterOrHalf => Kind == RestrictionKind.PartOfYear && Value is RestrictionFinder.FirstHalf or RestrictionFinder.FirstHalf + 1 or >= RestrictionFinder.FirstQuarter;

    /// <summary>
    /// How this one, as a text has it, stands to one that is asked for. Places of which one holds the other neither agree nor contradict, nor
    /// do ordinals of different things.
    /// </summary>
    public Agreement With(Restriction asked)
    {
        if (Kind != asked.Kind || (Counted != asked.Counted && Counted != '\0' && asked.Counted != '\0'))
            return Agreement.None;
        if (Value == asked.Value)
            return Agreement.Same;
        return Kind == RestrictionKind.Place && (Regions.Holds(Value, asked.Value) || Regions.Holds(asked.Value, Value)) ? Agreement.None : Agreement.Other;
    }
}
