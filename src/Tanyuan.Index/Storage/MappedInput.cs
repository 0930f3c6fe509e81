using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Tanyuan.Index.Storage;

/// <summary>
/// A file mapped into memory, read through one pointer. Unmapping under a reader would end the process, so it is closed only when the last lease
/// on its segment is given back; where that was forgotten, its handle unmaps it when the collector finds it unreachable.
/// </summary>
sealed unsafe partial class MappedInput : IndexInput
{
    const int NotNeeded = 4;

    readonly MemoryMappedViewAccessor view;
    readonly byte* start;
    long length;

    internal MappedInput(SafeFileHandle handle, long length)
    {
        this.length = length;
        using var stream = new FileStream(handle, FileAccess.Read, bufferSize: 0);
        using var map = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        view = map.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        start = (byte*)view.SafeMemoryMappedViewHandle.DangerousGetHandle() + view.PointerOffset;
    }

    public override long Length => length;

    public override ReadOnlySpan<byte> GetSpan(long offset, int count)
    {
        if (offset < 0 || count < 0 || offset > length - count)
            throw new ArgumentOutOfRangeException(nameof(offset));

        return new ReadOnlySpan<byte>(start + offset, count);
    }

    // What a process has read of a mapping counts as its memory until the system needs it; a merge reads many files from end to end, once.
    public override void LetGo(long offset, long count)
    {
        if (!OperatingSystem.IsLinux() || offset < 0 || offset > length - count)
            return;

        var page = Environment.SystemPageSize;
        var first = (offset + page - 1) / page * page;
        var end = (offset + count) / page * page;
        if (first < end)
            _ = Advise((nint)(start + first), (nuint)(end - first), NotNeeded);
    }

    // Without a length no range lies within it, so whoever still came would meet an exception, not the end of the process.
    public override void Close()
    {
        Volatile.Write(ref length, 0);
        view.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint address, nuint length, int advice);
}
