using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Segments;

/// <summary>
/// Writes postings and positions. For each document of a term, ascending, the postings file has the number
/// <c>(document − previous) × 2 + (frequency is 1)</c>, previous being −1 at first, and the frequency where it is more than 1.
/// The positions file has for the same document one number for each occurrence: the distance from the one before, the first from 0.
/// All numbers are variable-length.
/// </summary>
sealed class PostingsWriter(IndexDirectory directory, long segment) : IDisposable
{
    readonly SealedFileWriter postings = new(directory, SegmentFiles.Postings(segment), FileKind.Postings, segment);
    readonly SealedFileWriter positions = new(directory, SegmentFiles.Positions(segment), FileKind.Positions, segment);
    long postingsStart;
    long positionsStart;
    int documentFrequency;
    long totalFrequency;
    int lastDocument;
    int lastPosition;

    internal void StartTerm()
    {
        postingsStart = postings.Position;
        positionsStart = positions.Position;
        documentFrequency = 0;
        totalFrequency = 0;
        lastDocument = -1;
    }

    internal void AddDocument(int document, int frequency)
    {
        var gap = (ulong)(document - lastDocument) << 1;
        if (frequency == 1)
        {
            postings.WriteVariable(gap | 1);
        }
        else
        {
            postings.WriteVariable(gap);
            postings.WriteVariable((uint)frequency);
        }

        lastDocument = document;
        lastPosition = 0;
        documentFrequency++;
        totalFrequency += frequency;
    }

    internal void AddPosition(int position)
    {
        positions.WriteVariable((uint)(position - lastPosition));
        lastPosition = position;
    }

    internal TermEntry EndTerm() => new(
        documentFrequency, totalFrequency, postingsStart, postings.Position - postingsStart, positionsStart, positions.Position - positionsStart);

    internal (uint Postings, uint Positions) Finish() => (postings.Finish(), positions.Finish());

    /// <inheritdoc/>
    public void Dispose()
    {
        postings.Dispose();
        positions.Dispose();
    }
}
