namespace Tanyuan.Cli;

/// <summary>What the process tells the shell.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int BadUsage = 2;

    /// <summary>Nothing was found, or the answer is an abstention.</summary>
    public const int Nothing = 3;

    /// <summary>Stopped by Ctrl-C, as shells count it.</summary>
    public const int Interrupted = 130;
}
