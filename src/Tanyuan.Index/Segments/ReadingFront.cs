using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Segments;

/// <summary>How far a file has been read by who reads it once, from its beginning to its end: what lies before that is let go of, a stretch at a time.</summary>
/// <param name="file">The file.</param>
sealed class ReadingFront(SealedFile file)
{
    const long Stretch = 1 << 20;

    long behind;

    /// <summary>Nothing before <paramref name="offset"/> is wanted any more.</summary>
    internal void Reach(long offset)
    {
        if (offset - behind < Stretch)
            return;

        file.LetGo(behind, offset);
        behind = offset;
    }
}
