namespace Tanyuan.Index.Postings;

/// <summary>
/// The positions of a term in one document, which lie below the document's extent. Several may be equal, so each is raised by its ordinal in the document:
/// then they ascend, and are written as <see cref="InterpolativeCode"/>. Whatever goes from one segment to another stays raised.
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
    internal static void Read(ReadOnlySpan<byte> bytes, ref long bit, Span<uint> raised, uint greatest)
    {
        if (raised.Length == 1)
            raised[0] = BitReader.ReadUpTo(bytes, ref bit, greatest);
        else
            InterpolativeCode.Read(bytes, ref bit, raised, 0, greatest + (uint)(raised.Length - 1));
    }
}
