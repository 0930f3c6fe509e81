using System.Diagnostics;
using System.Runtime;

namespace Tanyuan.Bench;

/// <summary>
/// Repeats work until the runtime has compiled nothing more for a while: it compiles what runs often a second and third time in the background, and until then
/// work is slower, and that processor time would be counted as work.
/// </summary>
internal static class Warmup
{
    // The runtime puts off compiling again while new code is met, a tenth of a second each time, and what it compiles waits where other processes run.
    const int QuietRounds = 10;
    static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);
    static readonly TimeSpan Most = TimeSpan.FromMinutes(2);

    /// <summary>Repeats the work; returns how much processor time that took.</summary>
    public static TimeSpan Repeat(Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.StartNew();
        var (compiled, rounds, since) = (0L, 0, TimeSpan.Zero);
        while ((rounds < QuietRounds || start.Elapsed - since < Quiet) && start.Elapsed < Most)
        {
            work();
            var now = JitInfo.GetCompiledMethodCount();
            (rounds, since) = now == compiled ? (rounds + 1, since) : (0, start.Elapsed);
            compiled = now;
        }

        return Environment.CpuUsage.TotalTime - before;
    }
}
