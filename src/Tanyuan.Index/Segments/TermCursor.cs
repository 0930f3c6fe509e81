using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Segments;

/// <summary>Walks the terms of one field in ascending order, from the beginning or from where <see cref="Seek"/> put it.</summary>
sealed class TermCursor
{
    readonly TermDictionary dictionary;
    readonly int field;
    readonly TermDictionary.FieldTerms terms;
    char[] term = new char[32];
    int termLength;
    int next;
    int block;
    long blockStart;
    TermBefore before;

    /// <summary>A cursor before the first term of a field.</summary>
    internal TermCursor(TermDictionary dictionary, int field) =>
        (this.dictionary, this.field, terms) = (dictionary, field, dictionary.Field(field));

    /// <summary>The term at the cursor; valid until the next move.</summary>
    internal ReadOnlySpan<char> Term => term.AsSpan(0, termLength);

    internal TermEntry Entry { get; private set; }

    /// <summary>Where the next term lies.</summary>
    internal long Offset => blockStart + (before.Bit / 8);

    internal bool MoveNext()
    {
        if (next >= terms.Terms)
            return false;

        if (next % TermDictionaryWriter.BlockTerms == 0)
            EnterBlock(next / TermDictionaryWriter.BlockTerms);

        var read = new TermBlock(dictionary, terms, block, before);
        var shared = read.ReadTerm();
        var rest = read.Rest;
        if (term.Length < shared + rest.Length)
            Array.Resize(ref term, (shared + rest.Length) * 2);
        rest.CopyTo(term.AsSpan(shared));
        termLength = shared + rest.Length;

        read.ReadEntry(out var entry);
        Entry = entry;
        before = read.Before;
        next++;
        return true;
    }

    /// <summary>Moves to the first term that is not before <paramref name="wanted"/>; false when there is none.</summary>
    internal bool Seek(ReadOnlySpan<char> wanted)
    {
        next = Math.Max(0, dictionary.BlockOf(field, wanted)) * TermDictionaryWriter.BlockTerms;
        while (MoveNext())
        {
            if (Term.SequenceCompareTo(wanted) >= 0)
                return true;
        }

        return false;
    }

    void EnterBlock(int entered)
    {
        block = entered;
        blockStart = dictionary.Block(terms, block).Start;
        (termLength, before) = (0, default);
    }
}
