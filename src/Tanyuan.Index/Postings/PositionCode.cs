namespace Tanyuan.Index.Postings;

/// <summary>
/// The positions of a term in one document, which lie below the document's extent. Several may be equal, so each is raised by its ordinal in the document:
/// then they ascend, and are written as <see cref="InterpolativeCode"/>. Whatever goes from one segment to another stays raised. The one in the middle, which comes first, is
/// the document's anchor: where a term is in few documents, it is told together with the document (<see cref="ShortPostings"/>), and only the rest is written here.
/// </summary>
static class PositionCode
{
    /// <summary>Writes raised positions of a document, none of which is above <paramref name="greatest"/> before it is raised.</summary>
    internal static void Write(BitWriter target, ReadOnlySpan<uint> raised, uint greatest)
    {
        if (raised.Length == 1)
            target.WriteUpTo(greatest, raised[0]);
        else
            InterpolativeCode.Write(target, raised, 0, greatest + (uint)(raised.Length - 1));
    }

    /// <summary>Reads the raised positions of a document.</summary>
    internal static void Read(ReadOnlySpan<byte> bytes, ref long bit, Span<uint> raised, uint greatest) =>
        ReadRest(bytes, ref bit, raised, ReadAnchor(bytes, ref bit, raised.Length, greatest), greatest);

    /// <summary>Which of so many positions is the anchor.</summary>
    internal static int AnchorOf(int frequency) => frequency / 2;

    /// <summary>Writes no more than the anchor, which is not raised: what comes first of <see cref="Write"/>.</summary>
    internal static void WriteAnchor(BitWriter target, uint anchor, int frequency, uint greatest)
    {
        if (frequency == 1)
            target.WriteUpTo(greatest, anchor);
        else
            target.WriteTurned(greatest, anchor, atEnd: frequency == 2);
    }

    /// <summary>Writes what comes behind the anchor, for two positions or more.</summary>
    internal static void WriteRest(BitWriter target, ReadOnlySpan<uint> raised, uint greatest)
    {
        var middle = AnchorOf(raised.Length);
        InterpolativeCode.Write(target, raised[..middle], 0, raised[middle] - 1);
        InterpolativeCode.Write(target, raised[(middle + 1)..], raised[middle] + 1, greatest + (uint)(raised.Length - 1));
    }

    /// <summary>Reads the anchor, and no more.</summary>
    internal static uint ReadAnchor(ReadOnlySpan<byte> bytes, ref long bit, int frequency, uint greatest) =>
        (uint)(frequency == 1 ? BitReader.ReadUpTo(bytes, ref bit, greatest) : BitReader.ReadTurned(bytes, ref bit, greatest, atEnd: frequency == 2));

    /// <summary>Reads what comes behind the anchor; gives all raised positions.</summary>
    internal static void ReadRest(ReadOnlySpan<byte> bytes, ref long bit, Span<uint> raised, uint anchor, uint greatest)
    {
        var middle = AnchorOf(raised.Length);
        var value = anchor + (uint)middle;
        raised[middle] = value;
        if (raised.Length == 1)
            return;

        ReadBetween(bytes, ref bit, raised[..middle], 0, value - 1);
        if (raised.Length > 2)
            ReadBetween(bytes, ref bit, raised[(middle + 1)..], value + 1, greatest + (uint)(raised.Length - 1));
    }

    // Mostly one.
    static void ReadBetween(ReadOnlySpan<byte> bytes, ref long bit, Span<uint> raised, uint low, uint high)
    {
        if (raised.Length == 1)
            raised[0] = low + (uint)BitReader.ReadUpTo(bytes, ref bit, high - low);
        else
            InterpolativeCode.Read(bytes, ref bit, raised, low, high);
    }
}
