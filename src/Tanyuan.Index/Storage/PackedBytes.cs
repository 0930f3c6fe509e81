namespace Tanyuan.Index.Storage;

/// <summary>
/// Bytes, each as what it is above the least of them, as <see cref="PackedNumbers"/>. The least and how many bits each takes, a head of two bytes, stand elsewhere. Read all at once.
/// </summary>
readonly struct PackedBytes
{
    internal const int HeadLength = 2;
    const int MostBits = 8;

    readonly PackedNumbers numbers;

    /// <summary>So many bytes that begin somewhere in a file.</summary>
    internal PackedBytes(SealedFile file, long start, ReadOnlySpan<byte> head, int count)
    {
        Head = (head[0], head[1]);
        if (Head.Width > MostBits)
            throw file.Corrupt(start, $"a byte cannot be {Head.Width} bits wide");
        numbers = new PackedNumbers(file, start, Head.Width, count);
    }

    internal (byte Least, byte Width) Head { get; }

    /// <summary>Where they end.</summary>
    internal long End => numbers.End;

    /// <summary>All of them.</summary>
    internal byte[] ToArray()
    {
        var bytes = numbers.ToBytes();
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] += Head.Least;
        return bytes;
    }

    /// <summary>The head of some bytes.</summary>
    internal static (byte Least, byte Width) HeadOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return (0, 0);

        var (least, greatest) = (byte.MaxValue, byte.MinValue);
        foreach (var value in bytes)
            (least, greatest) = (Math.Min(least, value), Math.Max(greatest, value));
        return (least, (byte)PackedNumbers.WidthOf((ulong)(greatest - least)));
    }

    /// <summary>Writes some bytes; returns their head.</summary>
    internal static (byte Least, byte Width) Write(SealedFileWriter output, byte[] bytes)
    {
        var head = HeadOf(bytes);
        PackedNumbers.Write(output, Array.ConvertAll(bytes, value => (ulong)(value - head.Least)), head.Width);
        return head;
    }
}
