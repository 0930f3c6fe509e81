namespace Tanyuan.Library;

/// <summary>How a library is opened.</summary>
public sealed record LibraryOptions
{
    /// <summary>The clock; the system's unless a test sets another.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Whether to refuse to create a library where there is none (<c>library-not-found</c>).</summary>
    public bool MustExist { get; init; }

    /// <summary>
    /// Told, before and after every few hundred documents, where opening or <see cref="TanyuanLibrary.RebuildAsync"/> brings the index in step with the record:
    /// after a crash that is a moment, for an index of another version as long as indexing everything.
    /// </summary>
    public IProgress<IndexProgress>? IndexProgress { get; init; }
}
