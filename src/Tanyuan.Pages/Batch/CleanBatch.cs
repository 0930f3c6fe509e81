using System.Buffers;
using System.Text.Json;
using System.Threading.Channels;
using Tanyuan.Pages.Sources;

namespace Tanyuan.Pages.Batch;

/// <summary>
/// A filter: JSON Lines with pages in, JSON Lines with documents out, one line for one line and in the same order. Records are worked on
/// in parallel, but only a bounded number at a time, so memory stays flat over a stream without end. The output is flushed whenever the
/// next record is not ready, so whoever sends one record and waits gets its answer. A bad record is answered with an error, and the
/// rest goes on; empty lines are passed over.
/// </summary>
public static class CleanBatch
{
    // A long record holds back the answers to those after it; meanwhile so many of them for each core may be worked on.
    const int AnswersAhead = 4;

    // Short records that have come in together are worked on together: handing one over costs as much as cleaning some hundred characters.
    const int MostBytesTogether = 1 << 15;

    // A document is about as long as its record, the names of its fields, and what is told of its blocks.
    const int RoomForFields = 1024;
    const int ShareOfBlocks = 2;

    /// <summary>Reads records <c>{"id","html"|"text"|"base64","url"?}</c> and writes their documents as <see cref="DocumentJson"/> does.</summary>
    /// <param name="input">JSON Lines; read to its end.</param>
    /// <param name="output">Where the answers go; left open.</param>
    /// <param name="options">Parallelism and limits.</param>
    /// <param name="cancellationToken">Stops the batch.</param>
    public static async Task<CleanBatchReport> RunAsync(
        Stream input, Stream output, CleanBatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new CleanBatchOptions();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var underWay = Channel.CreateBounded<Task<Answer>>(
            new BoundedChannelOptions(AnswersAhead * Math.Max(1, options.Parallelism)) { SingleReader = true, SingleWriter = true });
        var buffers = new AnswerBuffers();
        var reading = ReadAsync(input, underWay.Writer, buffers, options, stop.Token);
        try
        {
            var report = await WriteAsync(underWay.Reader, output, buffers, cancellationToken).ConfigureAwait(false);
            await reading.ConfigureAwait(false);
            return report;
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
        }
    }

    static async Task ReadAsync(
        Stream input, ChannelWriter<Task<Answer>> underWay, AnswerBuffers buffers, CleanBatchOptions options, CancellationToken cancellationToken)
    {
        Exception? failure = null;
        var cores = new SemaphoreSlim(Math.Max(1, options.Parallelism));
        try
        {
            var lines = new ByteLineReader(input, options.Limits.MaxRecordBytes);
            while (await lines.ReadAsync(cancellationToken).ConfigureAwait(false) is { } line)
            {
                var together = Gather(lines, line);
                if (together.Count == 0)
                    continue;

                // Room is waited for before the work begins, so no more is under way than the channel holds and one.
                await underWay.WaitToWriteAsync(cancellationToken).ConfigureAwait(false);
                await cores.WaitAsync(cancellationToken).ConfigureAwait(false);
                await underWay.WriteAsync(Task.Run(() => Work(together), CancellationToken.None), cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception error)
        {
            failure = error;
        }
        finally
        {
            underWay.Complete(failure);
        }

        Answer Work(List<ByteLine> together)
        {
            try
            {
                return Clean(together, buffers, options.Limits, cancellationToken);
            }
            finally
            {
                cores.Release();
            }
        }
    }

    static async Task<CleanBatchReport> WriteAsync(
        ChannelReader<Task<Answer>> underWay, Stream output, AnswerBuffers buffers, CancellationToken cancellationToken)
    {
        long records = 0, errors = 0;
        while (true)
        {
            if (!underWay.TryPeek(out var next) || !next.IsCompleted)
                await output.FlushAsync(cancellationToken).ConfigureAwait(false);
            if (!await underWay.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
                break;
            if (!underWay.TryRead(out var task))
                continue;

            var answer = await task.ConfigureAwait(false);
            await output.WriteAsync(answer.Lines.WrittenMemory, cancellationToken).ConfigureAwait(false);
            buffers.GiveBack(answer.Lines);
            records += answer.Records;
            errors += answer.Errors;
        }

        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
        return new CleanBatchReport(records, errors);
    }

    /// <summary>A line and those behind it that need not be waited for, as far as they are short; empty lines passed over.</summary>
    static List<ByteLine> Gather(ByteLineReader lines, ByteLine line)
    {
        var together = new List<ByteLine>();
        var length = 0;
        do
        {
            if (line.TooLong || line.Bytes.Span.IndexOfAnyExcept(" \t\r"u8) >= 0)
                together.Add(line);
            length += line.Bytes.Length;
        }
        while (length < MostBytesTogether && lines.TryTake(out line));
        return together;
    }

    static Answer Clean(List<ByteLine> together, AnswerBuffers buffers, PageLimits limits, CancellationToken cancellationToken)
    {
        var buffer = buffers.Take(together.Sum(line => line.Bytes.Length + (line.Bytes.Length / ShareOfBlocks) + RoomForFields));
        using var writer = new Utf8JsonWriter(buffer, DocumentJson.WriterOptions());
        var errors = 0;
        foreach (var line in together)
        {
            errors += Clean(line, writer, limits, cancellationToken) ? 0 : 1;
            writer.Flush();
            writer.Reset();
            buffer.Write("\n"u8);
        }

        return new Answer(buffer, together.Count, errors);
    }

    /// <summary>Writes the documents of a line, or the error that stands for them: then false.</summary>
    static bool Clean(ByteLine line, Utf8JsonWriter writer, PageLimits limits, CancellationToken cancellationToken)
    {
        if (line.TooLong)
        {
            DocumentJson.WriteError(writer, null, QuarantineCodes.TooLarge, $"Line {line.Number} is longer than {limits.MaxRecordBytes:N0} bytes.");
            return false;
        }

        if (JsonRecord.Parse(line.Bytes, out var id, out var problem) is not { } record)
        {
            DocumentJson.WriteError(writer, id, QuarantineCodes.BadJson, $"Line {line.Number}: {problem}");
            return false;
        }

        var reading = PageReader.Read(record.ToPage($"#{line.Number}", PageFormat.Text), limits, cancellationToken);
        DocumentJson.Write(writer, reading);
        return reading.Quarantine is null;
    }

    readonly record struct Answer(ArrayBufferWriter<byte> Lines, int Records, int Errors);
}
