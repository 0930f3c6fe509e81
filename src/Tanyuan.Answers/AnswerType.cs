namespace Tanyuan.Answers;

/// <summary>The type of answer that a question expects.</summary>
public enum AnswerType
{
    /// <summary>Any phrase or clause.</summary>
    Phrase,

    /// <summary>A person or people.</summary>
    Person,

    /// <summary>A company, school, party, team or other body.</summary>
    Organisation,

    /// <summary>A country, city, river, building or other place.</summary>
    Place,

    /// <summary>A product, species, language or other proper name.</summary>
    Name,

    /// <summary>A book, film, song, law or other titled work.</summary>
    Title,

    /// <summary>A bare number.</summary>
    Number,

    /// <summary>A number with a unit or measure word.</summary>
    Measure,

    /// <summary>A share of a whole.</summary>
    Percentage,

    /// <summary>An amount of money.</summary>
    Money,

    /// <summary>A date, year or period.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A length of time or an age.</summary>
    Duration,

    /// <summary>A reason or cause.</summary>
    Reason,

    /// <summary>A way or means.</summary>
    Manner,
}
