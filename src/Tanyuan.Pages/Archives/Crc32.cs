namespace Tanyuan.Pages.Archives;

/// <summary>CRC-32 (ISO-HDLC, polynomial 0xEDB88320 reflected), the checksum of ZIP members.</summary>
internal static class Crc32
{
    static readonly uint[] Table = MakeTable();

    /// <summary>Continues a checksum; the first one continues 0.</summary>
    public static uint Append(uint checksum, ReadOnlySpan<byte> bytes)
    {
        var state = ~checksum;
        foreach (var value in bytes)
            state = Table[(byte)(state ^ value)] ^ (state >> 8);
        return ~state;
    }

    static uint[] MakeTable()
    {
        var table = new uint[256];
        for (var i = 0u; i < table.Length; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
                value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xEDB88320;
            table[i] = value;
        }

        return table;
    }
}
