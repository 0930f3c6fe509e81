using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Writing;

/// <summary>
/// The first write that failed, after which a writer does nothing more: it is unknown what reached the disk, and a repeated fsync may lie, so only opening anew
/// is safe. Thread-safe.
/// </summary>
/// <param name="directory">The directory that is written to.</param>
sealed class FirstFailure(IndexDirectory directory)
{
    Exception? error;

    internal bool HasHappened => Volatile.Read(ref error) is not null;

    /// <summary>Writes; whatever it throws is a failure.</summary>
    internal void Guard(Action write)
    {
        try
        {
            write();
        }
        catch (Exception thrown)
        {
            Interlocked.CompareExchange(ref error, thrown, null);
            throw;
        }
    }

    /// <summary>Makes sure that nothing has failed.</summary>
    /// <exception cref="Text.TanyuanException"><c>index-write-failed</c>.</exception>
    internal void Check()
    {
        if (Volatile.Read(ref error) is { } failure)
            throw IndexErrors.WriterFailed(directory.Describe(""), failure);
    }
}
