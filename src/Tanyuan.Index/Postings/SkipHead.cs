using Tanyuan.Index.Segments;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Postings;

/// <summary>
/// The head of a <see cref="SkipTable"/> and what follows from it: how many bits the numbers of its rows take, where these begin, and the straight lines that they are told from.
/// <code>
/// bits of a last document, of an end, of a start of positions 5×3 | least norm 8 | bits of the four kinds of number of <see cref="ImpactRows"/> 4×4 | <see cref="Floors"/>
/// </code>
/// </summary>
readonly struct SkipHead
{
    /// <summary>A term in no more blocks has no impacts of its own, being soon told from those of its blocks.</summary>
    internal const int FewBlocks = 4;

    internal const int WidthBits = 5;

    /// <summary>What stands for the bits of the widest numbers.</summary>
    internal const int Widest = (1 << WidthBits) - 1;

    // Numbers of 32 bits may be as far above their line as below it.
    const int MostBits = 33;

    // What a head takes at most, and a word to read the last of it from.
    const int MostLength = 32;

    // Lines are told in 2^−24 a block; with the 2^8 documents of that, numbers of 32 bits fill a word.
    const int FractionBits = 24;

    internal SkipHead(SealedFile file, in TermEntry entry, int documentCount)
    {
        var (start, postingsLength) = (entry.PostingsStart / 8, entry.PostingsLength / 8);
        (Blocks, DocumentCount) = ((entry.DocumentFrequency + PostingsWriter.Block - 1) / PostingsWriter.Block, documentCount);
        if (entry.DocumentFrequency > documentCount || postingsLength > uint.MaxValue || entry.PositionsLength > uint.MaxValue)
            throw file.Corrupt(start, $"a term in {entry.DocumentFrequency} documents of {documentCount} cannot have {postingsLength} bytes of postings");

        var bytes = file.GetSpan(start, (int)Math.Min(MostLength, file.Length - start));
        var window = new BitWindow(bytes, 0);
        (Document, End, Position) = (TakeWidth(ref window), TakeWidth(ref window), TakeWidth(ref window));
        var impacts = ImpactRows.ReadHead(ref window);
        var bit = (long)window.Taken;
        if (!impacts.AreSound || !Floors.TryRead(bytes, ref bit, impacts.LeastNorm, out var floors))
            throw file.Corrupt(start, "the head of the table of a term's blocks makes no sense");

        (Floors, RowsStart, ImpactBits, ImpactPlaces, LeastImpacts) = (floors, bit, impacts.Bits, impacts.Places, impacts.Least);
        ImpactsStart = RowsStart + ((Blocks - 1L) * Row);
        var length = (ImpactsStart + ((Blocks + (HasImpacts ? 1L : 0)) * ImpactBits) + 7) / 8;
        if (length > postingsLength || start + length > file.Length)
            throw file.Corrupt(start, "the table of a term's blocks does not lie within its postings");

        (Length, DataLength) = ((int)length, (uint)(postingsLength - length));
        DocumentSlope = Slope(documentCount, entry.DocumentFrequency);
        EndSlope = Slope(DataLength, entry.DocumentFrequency);
        PositionSlope = Slope((uint)entry.PositionsLength, entry.DocumentFrequency);
    }

    internal int Blocks { get; }

    internal int DocumentCount { get; }

    /// <summary>The bits of a last document.</summary>
    internal int Document { get; }

    /// <summary>The bits of where a block ends.</summary>
    internal int End { get; }

    /// <summary>The bits of where the positions of a block begin.</summary>
    internal int Position { get; }

    /// <summary>How many bits a row takes.</summary>
    internal int Row => Document + End + Position;

    internal Floors Floors { get; }

    /// <summary>The bit of the table that rows begin with.</summary>
    internal long RowsStart { get; }

    /// <summary>The bit of the table that impacts begin with.</summary>
    internal long ImpactsStart { get; }

    /// <summary>How many bits impacts take.</summary>
    internal int ImpactBits { get; }

    /// <inheritdoc cref="ImpactRows.Places"/>
    internal ulong ImpactPlaces { get; }

    /// <inheritdoc cref="ImpactRows.Least"/>
    internal ulong LeastImpacts { get; }

    /// <summary>Whether the term has impacts of its own, behind those of its blocks.</summary>
    internal bool HasImpacts => HaveImpacts(Blocks);

    /// <summary>How many bytes the table has.</summary>
    internal int Length { get; }

    /// <summary>How many bytes the blocks behind it have.</summary>
    internal uint DataLength { get; }

    internal ulong DocumentSlope { get; }

    internal ulong EndSlope { get; }

    internal ulong PositionSlope { get; }

    /// <summary>Whether a term in so many blocks has impacts of its own.</summary>
    internal static bool HaveImpacts(int blocks) => blocks > FewBlocks;

    /// <summary>The bits that stand in a head for those of a number.</summary>
    internal static int WidthFor(int width) => Math.Min(width, Widest);

    /// <summary>How many bits a number has that a head says so.</summary>
    internal static int WidthOf(int told) => told == Widest ? MostBits : told;

    /// <summary>How much of something that all documents of a term have a share of belongs to a block of them.</summary>
    internal static ulong Slope(long all, int documentFrequency) => ((ulong)all << (FractionBits + 8)) / (uint)documentFrequency;

    /// <summary>How much of it belongs to so many blocks.</summary>
    internal static long Expected(ulong slope, int blocks) => (long)((slope * (uint)blocks) >> FractionBits);

    /// <summary>How far numbers of so many bits reach below their line.</summary>
    internal static long Below(int width) => (1L << width) >> 1;

    static int TakeWidth(ref BitWindow window) => WidthOf((int)window.Take(WidthBits));
}
