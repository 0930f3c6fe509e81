namespace Tanyuan.Index.Buffering;

/// <summary>A term in memory: where its postings are, and its tokens in the document being inverted as a chain through the tokens.</summary>
struct BufferedTerm
{
    internal const int Size = 44;

    /// <summary>The units of a short term, or where those of a longer one are kept.</summary>
    internal uint Units;
    internal int Length;

    /// <summary>Where its stream begins, and where the next byte goes.</summary>
    internal int Start;
    internal int Tail;

    /// <summary>Where the last slice has its link.</summary>
    internal int SliceEnd;

    /// <summary>How many slices the stream has, less one.</summary>
    internal int Level;

    /// <summary>The last document that has it, and the one before that.</summary>
    internal int Document;
    internal int DocumentBefore;
    internal int FirstToken;
    internal int LastToken;
    internal int Frequency;
}
