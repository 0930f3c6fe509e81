using System.Text;
using Tanyuan.Text.Decoding;

namespace Tanyuan.Cli.Commands;

/// <summary>
/// A filter: a line in, a line out, in order. What is done is written out whenever the next line is not there yet, so whoever sends one
/// line and waits gets its answer, and memory stays flat over a stream without end.
/// </summary>
internal static class LineFilter
{
    const int ChunkLength = 1 << 16;

    /// <summary>Answers every line of the input; its line break is not part of it.</summary>
    public static async Task RunAsync(Stream input, Stream output, Func<string, string> answer, CancellationToken cancellationToken)
    {
        var buffer = new byte[ChunkLength];
        var length = 0;
        var answers = new MemoryStream();
        while (true)
        {
            if (length == buffer.Length)
                Array.Resize(ref buffer, 2 * length);
            var read = await input.ReadAsync(buffer.AsMemory(length), cancellationToken);
            length += read;
            var used = 0;
            for (int end; (end = buffer.AsSpan(used, length - used).IndexOf((byte)'\n')) >= 0; used += end + 1)
                Write(answers, answer, buffer.AsSpan(used, end));
            if (read == 0 && used < length)
            {
                Write(answers, answer, buffer.AsSpan(used, length - used));
                used = length;
            }

            buffer.AsSpan(used, length - used).CopyTo(buffer);
            length -= used;
            await output.WriteAsync(answers.GetBuffer().AsMemory(0, (int)answers.Length), cancellationToken);
            await output.FlushAsync(cancellationToken);
            answers.SetLength(0);
            if (read == 0)
                return;
        }
    }

    static void Write(MemoryStream answers, Func<string, string> answer, ReadOnlySpan<byte> line)
    {
        if (line.EndsWith("\r"u8))
            line = line[..^1];
        answers.Write(Encoding.UTF8.GetBytes(answer(line.IsEmpty ? "" : TextDecoder.Decode(line).Text)));
        answers.WriteByte((byte)'\n');
    }
}
