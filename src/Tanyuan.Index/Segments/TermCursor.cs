using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Segments;

/// <summary>Walks the terms of one field in ascending order, from the beginning or from where <see cref="Seek"/> put it. Can serve many dictionaries in turn.</summary>
sealed class TermCursor
{
    TermDictionary? dictionary;
    int field;
    TermDictionary.FieldTerms terms;
    char[] term = new char[32];
    int termLength;
    int next;
    long blockStart;
    int blockLength;
    int consumed;

    internal TermCursor()
    {
    }

    internal TermCursor(TermDictionary dictionary, int field) => Enter(dictionary, field);

    /// <summary>The term at the cursor; valid until the next move.</summary>
    internal ReadOnlySpan<char> Term => term.AsSpan(0, termLength);

    internal TermEntry Entry { get; private set; }

    /// <summary>Puts the cursor before the first term of a field.</summary>
    internal void Enter(TermDictionary entered, int enteredField)
    {
        dictionary = entered;
        field = enteredField;
        terms = entered.Field(enteredField);
        next = 0;
    }

    /// <summary>Lets go of the dictionary.</summary>
    internal void Clear() => dictionary = null;

    internal bool MoveNext()
    {
        if (next >= terms.Terms)
            return false;

        var first = next % TermDictionaryWriter.BlockTerms == 0;
        if (first)
            EnterBlock(next / TermDictionaryWriter.BlockTerms);

        var reader = dictionary!.File.Read(blockStart + consumed, blockLength - consumed);
        ReadTerm(ref reader);
        Entry = ReadEntry(ref reader, first);
        consumed = checked((int)(reader.Offset - blockStart));
        next++;
        return true;
    }

    /// <summary>Moves to the first term that is not before <paramref name="wanted"/>; false when there is none.</summary>
    internal bool Seek(ReadOnlySpan<char> wanted)
    {
        // Blocks that begin with the same four units can only be told apart by their first terms.
        var key = TermKey.Of(wanted);
        var low = dictionary!.FirstBlockFrom(field, key);
        var high = low;
        for (var step = 1; high < terms.Blocks && dictionary.Key(field, high) == key; step *= 2)
            high = Math.Min(terms.Blocks, high + step);

        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (dictionary.Key(field, middle) == key && FirstOf(middle).SequenceCompareTo(wanted) <= 0)
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

    ReadOnlySpan<char> FirstOf(int block)
    {
        next = block * TermDictionaryWriter.BlockTerms;
        MoveNext();
        return Term;
    }

    void ReadTerm(ref ByteReader reader)
    {
        var offset = reader.Offset;
        var lengths = reader.ReadByte();
        var shared = lengths & TermDictionaryWriter.LongLength;
        if (shared == TermDictionaryWriter.LongLength)
            shared = reader.ReadVariableInt32();
        var length = lengths >> 4;
        if (length == TermDictionaryWriter.LongLength)
            length = reader.ReadVariableInt32();

        var suffix = reader.ReadChars(length);
        if (shared > termLength)
            throw dictionary!.File.Corrupt(offset, "a term shares more than the term before it has");
        if (term.Length < shared + suffix.Length)
            Array.Resize(ref term, (shared + suffix.Length) * 2);
        suffix.CopyTo(term.AsSpan(shared));
        termLength = shared + suffix.Length;
    }

    TermEntry ReadEntry(ref ByteReader reader, bool first)
    {
        var offset = reader.Offset;
        var head = reader.ReadVariableInt64();
        var (frequency, once) = (head >> 1, (head & 1) == 1);
        if (frequency is 0 or > int.MaxValue)
            throw dictionary!.File.Corrupt(offset, $"a term cannot be in {frequency} documents");

        var total = once ? frequency : frequency + reader.ReadVariableInt64() + 1;
        if (total < frequency || (frequency == 1 && total > int.MaxValue))
            throw dictionary!.File.Corrupt(offset, $"a term cannot occur {total} times");
        var postings = first ? reader.ReadVariableInt64() : Entry.PostingsEnd;
        var positions = first ? reader.ReadVariableInt64() : Entry.PositionsEnd;
        var (document, postingsLength, position, positionsLength) = (-1, 0L, -1, 0L);
        if (frequency == 1)
            document = reader.ReadVariableInt32();
        else
            postingsLength = reader.ReadVariableInt64();
        if (terms.Positions && total == 1)
            position = reader.ReadVariableInt32();
        else if (terms.Positions)
            positionsLength = reader.ReadVariableInt64();
        return new TermEntry((int)frequency, total, postings, postingsLength, positions, positionsLength, document, position);
    }

    void EnterBlock(int block)
    {
        (blockStart, blockLength) = dictionary!.Block(field, block);
        consumed = 0;
        termLength = 0;
    }
}
