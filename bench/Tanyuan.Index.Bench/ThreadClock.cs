using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Tanyuan.Index.Bench;

/// <summary>
/// The processor time of the current thread, where Linux tells it, else the time on the wall: on a busy machine whatever takes longer than a
/// slice of the processor is interrupted every time, and the wall would tell of the others' work.
/// </summary>
static partial class ThreadClock
{
    const int ThreadProcessorTime = 3;

    internal static double Milliseconds()
    {
        if (!OperatingSystem.IsLinux() || Read(ThreadProcessorTime, out var time) != 0)
            return Stopwatch.GetTimestamp() * 1e3 / Stopwatch.Frequency;
        return (time.Seconds * 1e3) + (time.Nanoseconds / 1e6);
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Read(int clock, out Time time);

    struct Time
    {
        internal long Seconds;
        internal long Nanoseconds;
    }
}
