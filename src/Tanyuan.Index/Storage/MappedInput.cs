using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;

namespace Tanyuan.Index.Storage;

/// <summary>
/// A file mapped into memory. It is never unmapped on request: unmapping under a reader would end the process, so the view lives
/// until the collector finds it unreachable. Whoever hands out work over its spans keeps it alive to the end of that work.
/// </summary>
sealed unsafe class MappedInput : IndexInput
{
    readonly MemoryMappedViewAccessor view;
    readonly byte* start;

    internal MappedInput(SafeFileHandle handle, long length)
    {
        Length = length;
        using var stream = new FileStream(handle, FileAccess.Read, bufferSize: 0);
        using var map = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        view = map.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        start = (byte*)view.SafeMemoryMappedViewHandle.DangerousGetHandle() + view.PointerOffset;
    }

    public override long Length { get; }

    public override ReadOnlySpan<byte> GetSpan(long offset, int length)
    {
        if (offset < 0 || length < 0 || offset > Length - length)
            throw new ArgumentOutOfRangeException(nameof(offset));

        return new ReadOnlySpan<byte>(start + offset, length);
    }
}
