using System.Runtime.InteropServices;
using Tanyuan.Pages.Batch;

// `tanyuan clean --batch` alone, standard input to standard output: small enough to be compiled to machine code (docs/decisions/029).
// The script `tanyuan` runs it in place of the verb; what it writes and its exit codes are the verb's.
const int Done = 0;
const int Failed = 1;
const int Interrupted = 130;

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    await using var input = Console.OpenStandardInput();
    await using var output = Console.OpenStandardOutput();
    return (await CleanBatch.RunAsync(input, output, cancellationToken: stop.Token)).NothingRead ? Failed : Done;
}
catch (OperationCanceledException)
{
    return Interrupted;
}
catch (IOException error)
{
    await Console.Error.WriteLineAsync($"tanyuan: {error.Message}");
    return Failed;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
