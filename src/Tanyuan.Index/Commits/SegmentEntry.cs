namespace Tanyuan.Index.Commits;

/// <summary>A segment as a manifest names it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="DocumentCount">How many documents it holds, deleted ones included.</param>
/// <param name="LiveCount">How many of them are not deleted.</param>
/// <param name="LiveGeneration">The generation of its file of live documents; 0 when all are live and there is none.</param>
/// <param name="Seals">The seals of its files, in the order of <see cref="Segments.SegmentFiles.All"/>, then that of its live documents or 0.</param>
sealed record SegmentEntry(long Id, int DocumentCount, int LiveCount, long LiveGeneration, IReadOnlyList<uint> Seals);
