namespace Tanyuan.Text.Tagging;

/// <summary>Parts of speech and named entities, as the LAC tag set has them.</summary>
public enum WordTag
{
    /// <summary>Anything else.</summary>
    Other,

    /// <summary>Adjective (<c>a</c>).</summary>
    Adjective,

    /// <summary>Adjective used as an adverb (<c>ad</c>).</summary>
    AdverbialAdjective,

    /// <summary>Adjective used as a noun (<c>an</c>).</summary>
    NominalAdjective,

    /// <summary>Conjunction (<c>c</c>).</summary>
    Conjunction,

    /// <summary>Adverb (<c>d</c>).</summary>
    Adverb,

    /// <summary>Word of place or direction (<c>f</c>).</summary>
    Direction,

    /// <summary>Number, often with its unit (<c>m</c>).</summary>
    Number,

    /// <summary>Common noun (<c>n</c>).</summary>
    Noun,

    /// <summary>Measure word (<c>q</c>).</summary>
    MeasureWord,

    /// <summary>Pronoun (<c>r</c>).</summary>
    Pronoun,

    /// <summary>Place noun (<c>s</c>).</summary>
    PlaceNoun,

    /// <summary>Preposition (<c>p</c>).</summary>
    Preposition,

    /// <summary>Auxiliary (<c>u</c>).</summary>
    Auxiliary,

    /// <summary>Verb (<c>v</c>).</summary>
    Verb,

    /// <summary>Verb used as an adverb (<c>vd</c>).</summary>
    AdverbialVerb,

    /// <summary>Verb used as a noun (<c>vn</c>).</summary>
    NominalVerb,

    /// <summary>Other function word (<c>xc</c>).</summary>
    Particle,

    /// <summary>Punctuation (<c>w</c>).</summary>
    Punctuation,

    /// <summary>Person (<c>PER</c>, <c>nr</c>).</summary>
    Person,

    /// <summary>Place (<c>LOC</c>, <c>ns</c>).</summary>
    Location,

    /// <summary>Organisation (<c>ORG</c>, <c>nt</c>).</summary>
    Organisation,

    /// <summary>Title of a work (<c>nw</c>).</summary>
    Work,

    /// <summary>Other proper name, such as a product (<c>nz</c>).</summary>
    ProperName,

    /// <summary>Time (<c>TIME</c>, <c>t</c>).</summary>
    Time,
}
