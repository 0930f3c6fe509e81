namespace Tanyuan.Pages.TextPages;

/// <summary>The Han characters that texts are made of.</summary>
internal static class HanCharacter
{
    /// <summary>Whether a unit is a Han character of the basic planes.</summary>
    public static bool Is(char unit) => unit is >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff';
}
