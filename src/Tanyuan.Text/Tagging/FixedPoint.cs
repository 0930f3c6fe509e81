namespace Tanyuan.Text.Tagging;

/// <summary>
/// Binary places after the point of the network's whole numbers (docs/decisions/060). They are part of the format of the table: the script
/// that makes it proves that with them no sum can leave 32 bits.
/// </summary>
internal static class FixedPoint
{
    public const int Embedding = 11;

    /// <summary>Of a state or output: between -4096 and 4096.</summary>
    public const int State = 12;

    /// <summary>Of every sum.</summary>
    public const int Sum = 25;
}
