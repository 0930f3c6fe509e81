namespace Tanyuan.Text.Tables;

/// <summary>
/// The search key of each UTF-16 unit, from <c>folding.bin</c>: 65,536 unsigned 16-bit integers. Each key is its own key,
/// and surrogates map to themselves.
/// </summary>
internal static unsafe class FoldTable
{
    public static readonly char* Keys = TableFile.Open("folding.bin", "FOLD"u8, 1).ReadArray<char>(0x10000);
}
