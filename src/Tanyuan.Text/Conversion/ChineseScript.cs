namespace Tanyuan.Text.Conversion;

/// <summary>The forms of written Chinese that a text can be converted to.</summary>
public enum ChineseScript
{
    /// <summary>Simplified, as on the mainland.</summary>
    Simplified,

    /// <summary>Traditional, in OpenCC's standard forms.</summary>
    Traditional,

    /// <summary>Traditional in the forms of Taiwan.</summary>
    Taiwan,

    /// <summary>Traditional in the forms of Hong Kong.</summary>
    HongKong,
}
