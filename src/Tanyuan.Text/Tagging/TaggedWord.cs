namespace Tanyuan.Text.Tagging;

/// <summary>A word with its tag.</summary>
/// <param name="Start">Its first UTF-16 unit in the text.</param>
/// <param name="Length">Its length in UTF-16 units.</param>
/// <param name="Tag">Its part of speech or kind of entity.</param>
public readonly record struct TaggedWord(int Start, int Length, WordTag Tag)
{
    /// <summary>The unit after the last one.</summary>
    public int End => Start + Length;

    /// <summary>Whether the word names a person, place, organisation, work or other proper thing.</summary>
    public bool IsName => Tag is WordTag.Person or WordTag.Location or WordTag.Organisation or WordTag.Work or WordTag.ProperName;
}
