namespace Tanyuan.Text.Repairing;

/// <summary>What repaired bytes tell of the converter from Simplified to Traditional that a text went through.</summary>
internal enum ConverterTrace
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It lost bytes, as such converters do.</summary>
    LostBytes,

    /// <summary>It wrote readings between the bytes of characters, which nobody else does.</summary>
    Readings
}
