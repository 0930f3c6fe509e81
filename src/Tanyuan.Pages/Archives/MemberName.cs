namespace Tanyuan.Pages.Archives;

/// <summary>Names of archive members. They only ever name a page; nothing is written under them.</summary>
internal static class MemberName
{
    const int Longest = 1_000;

    /// <summary>A name with slashes and without control characters, not beyond all measure.</summary>
    public static string Clean(string name)
    {
        name = name.Replace('\\', '/').TrimStart('/');
        if (name.Any(char.IsControl))
            name = string.Concat(name.Where(character => !char.IsControl(character)));
        return name.Length > Longest ? name[..Longest] : name;
    }

    /// <summary>Whether a member is passed over, as hidden files and what macOS puts beside files are.</summary>
    public static bool IsHidden(string name) =>
        name.StartsWith("__MACOSX/", StringComparison.Ordinal) || name.Split('/').Any(part => part.StartsWith('.') && part is not ("." or ".."));
}
