namespace Tanyuan.Index.Segments;

/// <summary>
/// The postings of one term in memory, as bytes: for each document the distance from the one before, the frequency, and the position
/// distances where the field keeps them; all variable-length.
/// </summary>
sealed class TermBuffer
{
    byte[] bytes = new byte[8];
    int length;
    int lastDocument = -1;

    // The document being inverted, and its tokens of this term as a chain through IndexDocument.Token.Next.
    internal int PendingDocument = -1;
    internal int FirstToken;
    internal int LastToken;
    internal int Frequency;

    /// <summary>Memory held, roughly.</summary>
    internal int Size => bytes.Length;

    internal void Append(ReadOnlySpan<IndexDocument.Token> tokens, bool positions)
    {
        Write((uint)(PendingDocument - lastDocument));
        Write((uint)Frequency);
        lastDocument = PendingDocument;
        if (!positions)
            return;

        var last = 0;
        for (var token = FirstToken; token >= 0; token = tokens[token].Next)
        {
            Write((uint)(tokens[token].Position - last));
            last = tokens[token].Position;
        }
    }

    /// <summary>Hands the documents that are still wanted to a segment writer, under their new numbers.</summary>
    /// <param name="output">What takes them.</param>
    /// <param name="renumbered">The new number of each document, −1 for one that was deleted.</param>
    /// <param name="positions">Whether the field keeps positions.</param>
    internal void WriteTo(SegmentWriter output, ReadOnlySpan<int> renumbered, bool positions)
    {
        var at = 0;
        var document = -1;
        while (at < length)
        {
            document += Read(ref at);
            var frequency = Read(ref at);
            var number = renumbered[document];
            if (number >= 0)
                output.AddDocument(number, frequency);

            var position = 0;
            for (var i = 0; positions && i < frequency; i++)
            {
                position += Read(ref at);
                if (number >= 0)
                    output.AddPosition(position);
            }
        }
    }

    void Write(uint value)
    {
        if (length + 5 > bytes.Length)
            Array.Resize(ref bytes, bytes.Length * 2);
        while (value >= 0x80)
        {
            bytes[length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        bytes[length++] = (byte)value;
    }

    int Read(ref int at)
    {
        var value = 0;
        var shift = 0;
        byte next;
        do
        {
            next = bytes[at++];
            value |= (next & 0x7F) << shift;
            shift += 7;
        }
        while (next >= 0x80);
        return value;
    }
}
