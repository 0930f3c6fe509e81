namespace Tanyuan.Index.Segments;

/// <summary>Walks the terms of one field in ascending order, from the beginning or from where <see cref="Seek"/> put it.</summary>
sealed class TermCursor(TermDictionary dictionary, int field)
{
    readonly TermDictionary.FieldTerms terms = dictionary.Field(field);
    char[] term = new char[32];
    int termLength;
    int next;
    long blockStart;
    int blockLength;
    int consumed;

    /// <summary>The term at the cursor; valid until the next move.</summary>
    internal ReadOnlySpan<char> Term => term.AsSpan(0, termLength);

    internal TermEntry Entry { get; private set; }

    internal bool MoveNext()
    {
        if (next >= terms.Terms)
            return false;

        var first = next % TermDictionaryWriter.BlockTerms == 0;
        if (first)
            EnterBlock(next / TermDictionaryWriter.BlockTerms);

        var reader = dictionary.File.Read(blockStart + consumed, blockLength - consumed);
        var offset = reader.Offset;
        var shared = first ? 0 : reader.ReadVariableInt32();
        var suffix = reader.ReadChars(reader.ReadVariableInt32());
        if (shared > termLength)
            throw dictionary.File.Corrupt(offset, "a term shares more than the term before it has");
        if (term.Length < shared + suffix.Length)
            Array.Resize(ref term, (shared + suffix.Length) * 2);
        suffix.CopyTo(term.AsSpan(shared));
        termLength = shared + suffix.Length;

        var frequency = reader.ReadVariableInt32();
        var total = frequency + reader.ReadVariableInt64();
        var postings = first ? reader.ReadVariableInt64() : Entry.PostingsEnd;
        var positions = first ? reader.ReadVariableInt64() : Entry.PositionsEnd;
        Entry = new TermEntry(frequency, total, postings, reader.ReadVariableInt64(), positions, reader.ReadVariableInt64());
        consumed = checked((int)(reader.Offset - blockStart));
        next++;
        return true;
    }

    /// <summary>Moves to the first term that is not before <paramref name="wanted"/>; false when there is none.</summary>
    internal bool Seek(ReadOnlySpan<char> wanted)
    {
        var low = 0;
        var high = terms.Blocks;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            next = middle * TermDictionaryWriter.BlockTerms;
            MoveNext();
            if (Term.SequenceCompareTo(wanted) <= 0)
                low = middle + 1;
            else
                high = middle;
        }

        next = Math.Max(0, low - 1) * TermDictionaryWriter.BlockTerms;
        while (MoveNext())
        {
            if (Term.SequenceCompareTo(wanted) >= 0)
                return true;
        }

        return false;
    }

    void EnterBlock(int block)
    {
        (blockStart, blockLength) = dictionary.Block(field, block);
        consumed = 0;
        termLength = 0;
    }
}
