using Tanyuan.Answers.Composing;
using Tanyuan.Text;

namespace Tanyuan.Answers.Offices;

/// <summary>What a sentence tells of somebody and an office.</summary>
internal enum TenureEvent
{
    /// <summary>Took it.</summary>
    Takes,

    /// <summary>Holds it, as the page was written.</summary>
    Holds,

    /// <summary>Left it.</summary>
    Leaves,

    /// <summary>Held it before.</summary>
    Held,

    /// <summary>Was the first who held it.</summary>
    First,
}

/// <summary>What a sentence tells of somebody and an office.</summary>
/// <param name="Event">What.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Name">Where his name stands in it.</param>
/// <param name="Date">When, as an ISO 8601 date or its beginning: told with it, else when the page was published; empty where neither is known.</param>
internal sealed record ToldTenure(TenureEvent Event, PooledSentence Sentence, TextSpan Name, string Date)
{
    /// <summary>The last year of it, where a table tells; else null.</summary>
    public string? Until { get; init; }

    /// <summary>The folded name.</summary>
    public string Person => Name.Of(Sentence.Key);
}
