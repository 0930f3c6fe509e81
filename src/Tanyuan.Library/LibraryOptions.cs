namespace Tanyuan.Library;

/// <summary>How a library is opened.</summary>
public sealed record LibraryOptions
{
    /// <summary>The clock; the system's unless a test sets another.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Whether to refuse to create a library where there is none (<c>library-not-found</c>).</summary>
    public bool MustExist { get; init; }
}
