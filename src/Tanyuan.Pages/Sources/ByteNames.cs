using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Tanyuan.Pages.Archives;

namespace Tanyuan.Pages.Sources;

/// <summary>
/// Files whose names are no UTF-8. To Linux a name is bytes, and piles that came from an old Chinese system have GBK in them; .NET reads names
/// as UTF-8 only, and cannot open such a file. So these folders are listed and these files opened by the C library, under their bytes.
/// Links in them are passed over. The entries of a directory are laid out as glibc and musl do on 64-bit Linux.
/// </summary>
internal static unsafe partial class ByteNames
{
    const int KindOffset = 18, NameOffset = 19;
    const byte FolderKind = 4, FileKind = 8;

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
            if (name is [(byte)'.', ..] || entry[KindOffset] is not (FolderKind or FileKind))
                continue;
            names.Add((name, entry[KindOffset] == FolderKind));
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

    static byte[] Terminated(byte[] path) => [.. path, 0];

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint opendir(byte[] path);

    [LibraryImport("libc")]
    private static partial byte* readdir(nint listing);

    [LibraryImport("libc")]
    private static partial int closedir(nint listing);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int open(byte[] path, int flags);
}
