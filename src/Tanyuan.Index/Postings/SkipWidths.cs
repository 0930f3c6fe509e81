namespace Tanyuan.Index.Postings;

/// <summary>How many bits the numbers of a row of a <see cref="SkipTable"/> take, each from 0 to 32.</summary>
/// <param name="Document">The last document of a block.</param>
/// <param name="End">Where the block ends.</param>
/// <param name="Position">Where its positions begin; 0 in a field that keeps none.</param>
readonly record struct SkipWidths(byte Document, byte End, byte Position)
{
    const int Most = 32;

    /// <summary>How many bits a row takes.</summary>
    internal int Row => Document + End + Position;

    /// <summary>Whether numbers can have so many bits.</summary>
    internal bool AreSound => End <= Most && Position <= Most;

    /// <summary>The widths of a table in a segment of so many documents.</summary>
    internal static SkipWidths Of(int documentCount, uint lastEnd, uint lastPosition) =>
        new((byte)BitReader.Width((uint)documentCount - 1), (byte)BitReader.Width(lastEnd), (byte)BitReader.Width(lastPosition));

    /// <summary>The widths that the head of a table tells, in a segment of so many documents.</summary>
    internal static SkipWidths Read(ReadOnlySpan<byte> head, int documentCount) =>
        new((byte)BitReader.Width((uint)documentCount - 1), head[SkipTable.HeadLength - 2], head[SkipTable.HeadLength - 1]);

    /// <summary>Where the impacts of blocks begin in a table of so many.</summary>
    internal int ImpactsStart(int blocks) => SkipTable.HeadLength + (int)((((long)blocks * Row) + 7) / 8);

    /// <summary>How many bytes such a table has.</summary>
    internal int Length(int blocks) => ImpactsStart(blocks) + (blocks * Impacts.Size);
}
