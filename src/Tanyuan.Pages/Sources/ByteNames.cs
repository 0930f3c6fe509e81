using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Tanyuan.Pages.Archives;

namespace Tanyuan.Pages.Sources;

/// <summary>
/// Files whose names are no UTF-8. To Linux a name is bytes, and piles that came from an old Chinese system have GBK in them; .NET reads names
/// as UTF-8 only, and cannot open such a file. So these folders are listed and these files opened by the C library, under their bytes.
/// Links in them are passed over; what a file system does not tell with an entry is asked for. The entries of a directory are laid out as glibc and musl do on 64-bit Linux.
/// </summary>
internal static unsafe partial class ByteNames
{
    const int KindOffset = 18, NameOffset = 19;
    const byte UnknownKind = 0, FolderKind = 4, FileKind = 8;

    // struct statx is laid out alike on all processors: the mode is a half-word at byte 28 of 256.
    const int StatusLength = 256, ModeOffset = 28;
    const int CurrentFolder = -100, NotThroughLinks = 0x100, TypeWanted = 1;
    const int KindShift = 12;

    // O_RDONLY with O_CLOEXEC and O_NONBLOCK: a pipe is not waited for.
    const int ReadOnly = 0x80800;

    /// <summary>The files and folders in a folder, in the system's order, hidden ones left out.</summary>
    /// <param name="folder">Its path.</param>
    /// <param name="bytes">The same as the system knows it.</param>
    public static (List<FolderEntry> Entries, string? Problem) List(string folder, byte[] bytes)
    {
        var listing = opendir(Terminated(bytes));
        if (listing == 0)
            return ([], $"The folder cannot be listed: {Marshal.GetLastPInvokeErrorMessage()}");

        var names = new List<(byte[] Name, bool IsFolder)>();
        var decoder = new NameDecoder();
        for (var entry = readdir(listing); entry is not null; entry = readdir(listing))
        {
            var name = MemoryMarshal.CreateReadOnlySpanFromNullTerminated(entry + NameOffset).ToArray();
            if (name is [(byte)'.', ..])
                continue;
            var kind = entry[KindOffset] == UnknownKind ? KindOf([.. bytes, (byte)'/', .. name]) : entry[KindOffset];
            if (kind is not (FolderKind or FileKind))
                continue;
            names.Add((name, kind == FolderKind));
            decoder.Observe(name);
        }

        _ = closedir(listing);
        return (names.ConvertAll(entry => new FolderEntry(Path.Combine(folder, decoder.Decode(entry.Name)), entry.IsFolder, [.. bytes, (byte)'/', .. entry.Name])), null);
    }

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static SafeFileHandle Open(byte[] path)
    {
        var descriptor = open(Terminated(path), ReadOnly);
        return descriptor >= 0 ? new SafeFileHandle(descriptor, ownsHandle: true) : throw new IOException(Marshal.GetLastPInvokeErrorMessage());
    }

    /// <summary>What lies at a path, in the numbers that directories have for it: 4 a folder, 8 a file, 10 a link, 0 where the system does not say.</summary>
    public static byte KindOf(byte[] path)
    {
        var status = stackalloc byte[StatusLength];
        try
        {
            return statx(CurrentFolder, Terminated(path), NotThroughLinks, TypeWanted, status) == 0 ? (byte)(*(ushort*)(status + ModeOffset) >> KindShift) : UnknownKind;
        }
        catch (EntryPointNotFoundException)
        {
            // A C library that is older than the call.
            return UnknownKind;
        }
    }

    static byte[] Terminated(byte[] path) => [.. path, 0];

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint opendir(byte[] path);

    [LibraryImport("libc")]
    private static partial byte* readdir(nint listing);

    [LibraryImport("libc")]
    private static partial int closedir(nint listing);

    [LibraryImport("libc")]
    private static partial int statx(int folder, byte[] path, int flags, uint mask, byte* status);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int open(byte[] path, int flags);
}
