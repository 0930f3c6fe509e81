namespace Tanyuan.Answers.Reading;

/// <summary>What sort of word a token is. The order puts grammar before matter, so that a ranker can cut between them.</summary>
internal enum TokenClass : byte
{
    /// <summary>The edge of a clause.</summary>
    Border,

    /// <summary>的, 了, 着 and the like.</summary>
    Particle,

    /// <summary>和, 与, 而.</summary>
    Conjunction,

    /// <summary>在, 于, 由.</summary>
    Preposition,

    /// <summary>也, 曾, 只.</summary>
    Adverb,

    /// <summary>他, 此, 该.</summary>
    Pronoun,

    /// <summary>是, 为, 叫 and other copulas.</summary>
    Copula,

    /// <summary>A verb.</summary>
    Verb,

    /// <summary>An adjective.</summary>
    Adjective,

    /// <summary>上, 里, 前.</summary>
    Localizer,

    /// <summary>A word of time.</summary>
    TimeWord,

    /// <summary>A number, measure, date or amount.</summary>
    Quantity,

    /// <summary>A verb used as a noun.</summary>
    NominalVerb,

    /// <summary>A common noun.</summary>
    Noun,

    /// <summary>A proper name other than those below.</summary>
    ProperNoun,

    /// <summary>The title of a work.</summary>
    Work,

    /// <summary>A place.</summary>
    Place,

    /// <summary>An organisation.</summary>
    Organisation,

    /// <summary>A person.</summary>
    Person,

    /// <summary>A Latin word or code.</summary>
    Latin,
}
