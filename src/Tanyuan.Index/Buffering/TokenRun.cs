namespace Tanyuan.Index.Buffering;

/// <summary>Where a run of <see cref="TokenRuns"/> lies.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="FirstDocument">What its documents count from.</param>
/// <param name="Places">Where each key begins, by key; empty where the run is read in the order of keys alone.</param>
sealed record TokenRun(long Start, long End, int FirstDocument, (uint Key, long Address)[] Places);
