using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Columns;

/// <summary>
/// One column of a segment; the layout is told in <see cref="ColumnWriter"/>. Values are read in place, by code: codes of numbers are in the
/// order of the numbers, codes of texts in that of the texts, and 0 stands for none. The keys and the groups of documents can be read as columns too, of which no
/// copy is kept. Thread-safe.
/// </summary>
sealed class ColumnReader
{
    const int HeaderLength = sizeof(long) + sizeof(byte);

    readonly SealedFile file;
    readonly int documentCount;
    readonly long smallest;
    readonly long ends;
    readonly long units;
    readonly long bounds;
    readonly PackedNumbers codes;

    // Where every document has one of these numbers: they, and the bounds of each 256 documents.
    readonly StraightNumbers own;
    readonly (ulong Least, ulong Greatest)[]? ownBounds;

    /// <summary>Numbers that every document has, as a column. What no column can hold is none.</summary>
    /// <param name="file">The file of the segment's documents.</param>
    /// <param name="numbers">The numbers.</param>
    /// <param name="documentCount">How many documents the segment has.</param>
    internal ColumnReader(SealedFile file, StraightNumbers numbers, int documentCount)
    {
        (this.file, own, this.documentCount) = (file, numbers, documentCount);
        (Kind, smallest, ownBounds) = (ColumnKind.Number, ColumnDefinition.Smallest, new (ulong, ulong)[BlockCount]);
        var block = new ulong[ColumnWriter.BlockDocuments];
        for (var i = 0; i < ownBounds.Length; i++)
        {
            var first = i * ColumnWriter.BlockDocuments;
            var count = Math.Min(block.Length, documentCount - first);
            for (var place = 0; place < count; place++)
                block[place] = Code(first + place);
            ownBounds[i] = ColumnWriter.Bounds(block.AsSpan(0, count));
        }
    }

    /// <summary>A column that the file has.</summary>
    /// <param name="file">The file of the segment's documents.</param>
    /// <param name="kind">What the values are.</param>
    /// <param name="start">Where the column begins in the file.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="documentCount">How many documents the segment has.</param>
    internal ColumnReader(SealedFile file, ColumnKind kind, long start, long end, int documentCount)
    {
        this.file = file;
        this.documentCount = documentCount;
        Kind = kind;
        Start = start;
        var header = file.Read(start, HeaderLength);
        smallest = header.ReadInt64();
        var width = header.ReadByte();
        if (smallest is < ColumnDefinition.Smallest or > ColumnDefinition.Largest)
            throw file.Corrupt(start, $"a column cannot have values from {smallest} on");

        var next = start + HeaderLength;
        if (kind == ColumnKind.Text)
        {
            var count = file.Read(next, sizeof(uint)).ReadUInt32();
            if (count > documentCount)
                throw file.Corrupt(next, $"{documentCount} documents cannot have {count} texts");
            TextCount = (int)count;
            ends = next + sizeof(uint);
            units = ends + (TextCount * (long)sizeof(uint));
            next = units + (EndOf(TextCount - 1) * sizeof(char));
        }
        else
        {
            bounds = next;
            next += BlockCount * 2L * sizeof(ulong);
        }

        codes = new PackedNumbers(file, next, width, documentCount);
        if (codes.End != end)
            throw file.Corrupt(start, $"the column does not end at byte {end}");
    }

    internal ColumnKind Kind { get; }

    internal long Start { get; }

    /// <summary>How many texts there are; 0 in a column of numbers.</summary>
    internal int TextCount { get; }

    int BlockCount => (documentCount + ColumnWriter.BlockDocuments - 1) / ColumnWriter.BlockDocuments;

    /// <summary>The code of a document.</summary>
    internal ulong Code(int document)
    {
        if (ownBounds is not null)
            return own[document] is >= ColumnDefinition.Smallest and <= ColumnDefinition.Largest and var number ? (ulong)(number - smallest) + 1 : 0;
        var code = codes[document];
        if (Kind == ColumnKind.Text && code > (ulong)TextCount)
            throw file.Corrupt(codes.OffsetOf(document), $"there is no text {code}");
        return code;
    }

    /// <summary>The number of a document, or null.</summary>
    internal long? Number(int document) => Code(document) is > 0 and var code ? NumberOf(code) : null;

    /// <summary>The number that a code above 0 stands for.</summary>
    internal long NumberOf(ulong code) => unchecked(smallest + (long)(code - 1));

    /// <summary>The smallest code of a number that is not below <paramref name="number"/>.</summary>
    internal ulong CodeFrom(long number) => number <= smallest ? 1 : (ulong)(number - smallest) + 1;

    /// <summary>The greatest code of a number that is not above <paramref name="number"/>; 0 where there is none.</summary>
    internal ulong CodeTo(long number) => number < smallest ? 0 : (ulong)number - (ulong)smallest + 1;

    /// <summary>The smallest and greatest code of the 256 documents around one; 0 and 0 where none has a number.</summary>
    internal (ulong Least, ulong Greatest) BoundsOfBlock(int document)
    {
        if (ownBounds is not null)
            return ownBounds[document / ColumnWriter.BlockDocuments];
        var pair = file.GetSpan(bounds + (document / ColumnWriter.BlockDocuments * 2L * sizeof(ulong)), 2 * sizeof(ulong));
        return (BinaryPrimitives.ReadUInt64LittleEndian(pair), BinaryPrimitives.ReadUInt64LittleEndian(pair[sizeof(ulong)..]));
    }

    /// <summary>The text of a document, or null.</summary>
    internal string? Text(int document) => Code(document) is > 0 and var code ? TextOf(code).ToString() : null;

    /// <summary>The text that a code above 0 stands for.</summary>
    internal ReadOnlySpan<char> TextOf(ulong code)
    {
        var (start, end) = (EndOf((int)code - 2), EndOf((int)code - 1));
        if (start > end || end - start > int.MaxValue / sizeof(char))
            throw file.Corrupt(ends, "the texts are not in order");
        return MemoryMarshal.Cast<byte, char>(file.GetSpan(units + (start * sizeof(char)), (int)(end - start) * sizeof(char)));
    }

    /// <summary>The code of a text; 0 where no document has it.</summary>
    internal ulong CodeOf(ReadOnlySpan<char> text)
    {
        var (low, high) = (0, TextCount);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var compared = TextOf((ulong)middle + 1).SequenceCompareTo(text);
            if (compared == 0)
                return (ulong)middle + 1;
            if (compared < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return 0;
    }

    /// <summary>Checks that every code stands for a value, that bounds are exact, and that texts ascend and are all used.</summary>
    internal void Verify()
    {
        var all = new ulong[documentCount];
        for (var document = 0; document < documentCount; document++)
            all[document] = Code(document);
        var greatest = all.DefaultIfEmpty().Max();
        if (codes.Width != PackedNumbers.WidthOf(all))
            throw file.Corrupt(Start, $"the column is {codes.Width} bits wide for codes up to {greatest}");

        if (Kind == ColumnKind.Text)
            VerifyTexts(all);
        else
            VerifyNumbers(all, greatest);
    }

    void VerifyTexts(ulong[] all)
    {
        for (var code = 2UL; code <= (ulong)TextCount; code++)
        {
            if (TextOf(code - 1).SequenceCompareTo(TextOf(code)) >= 0)
                throw file.Corrupt(ends, $"the text {TextOf(code)} is not after {TextOf(code - 1)}");
        }

        var used = all.Where(code => code > 0).Distinct().Count();
        if (smallest != 0 || used != TextCount)
            throw file.Corrupt(codes.OffsetOf(0), $"{used} of {TextCount} texts are used");
    }

    void VerifyNumbers(ulong[] all, ulong greatest)
    {
        if (ColumnWriter.Bounds(all).Least > 1 || (greatest > 0 && NumberOf(greatest) is var largest && (largest < smallest || largest > ColumnDefinition.Largest)))
            throw file.Corrupt(Start, $"codes up to {greatest} are no numbers from {smallest} on");

        for (var first = 0; first < documentCount; first += ColumnWriter.BlockDocuments)
        {
            var block = all.AsSpan(first, Math.Min(ColumnWriter.BlockDocuments, documentCount - first));
            if (BoundsOfBlock(first) != ColumnWriter.Bounds(block))
                throw file.Corrupt(bounds, $"the bounds of the documents from {first} on are not theirs");
        }
    }

    // Where a text ends, in units from the first one's beginning; 0 for the one before the first.
    long EndOf(int text) => text < 0 ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(file.GetSpan(ends + (text * (long)sizeof(uint)), sizeof(uint)));
}
