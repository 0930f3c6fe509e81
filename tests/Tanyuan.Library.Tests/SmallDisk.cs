using System.Diagnostics;

namespace Tanyuan.Library.Tests;

/// <summary>A file system of a few megabytes in memory, for one test: it can be filled, and made read-only. Needs Linux and the right to mount.</summary>
public sealed class SmallDisk : IDisposable
{
    readonly string ballast;

    SmallDisk(string path)
    {
        Path = path;
        ballast = System.IO.Path.Combine(path, "ballast");
    }

    public string Path { get; }

    /// <summary>Mounts it on an empty folder; the test skips, saying so, where that is not allowed.</summary>
    public static SmallDisk MountedOn(string path)
    {
        Directory.CreateDirectory(path);
        Assert.SkipUnless(OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", path), "This user may not mount a file system.");
        return new SmallDisk(path);
    }

    public void MakeReadOnly() => Assert.True(Run("mount", "-o", "remount,ro", Path));

    public void MakeWritable() => Assert.True(Run("mount", "-o", "remount,rw", Path));

    /// <summary>Writes until not a byte is left.</summary>
    public void Fill()
    {
        using var file = new FileStream(ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var size in (int[])[1 << 16, 1 << 12, 1])
        {
            try
            {
                while (true)
                    file.Write(new byte[size]);
            }
            catch (IOException)
            {
                // Full at this size.
            }
        }
    }

    public void MakeRoom() => File.Delete(ballast);

    public void Dispose() => Run("umount", "-l", Path);

    static bool Run(string tool, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
