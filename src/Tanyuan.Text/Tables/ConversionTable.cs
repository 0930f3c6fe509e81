using System.Text;

namespace Tanyuan.Text.Tables;

/// <summary>
/// The dictionaries of conversion between Simplified and Traditional Chinese, from <c>conversion.bin</c> (OpenCC's, made by
/// <c>tools/tables/build_conversion.py</c>). docs/formats.md describes the layout.
/// </summary>
internal sealed unsafe class ConversionTable
{
    const int NameLength = 16;

    readonly ShownScripts[] shown = new ShownScripts[char.MaxValue + 1];
    readonly Dictionary<string, ConversionStep> steps = new(StringComparer.Ordinal);

    ConversionTable(TableFile file)
    {
        var traditional = file.Read<int>();
        var simplified = file.Read<int>();
        var count = file.Read<int>();
        foreach (var unit in new ReadOnlySpan<char>(file.ReadArray<char>(traditional), traditional))
            shown[unit] |= ShownScripts.Traditional;
        foreach (var unit in new ReadOnlySpan<char>(file.ReadArray<char>(simplified), simplified))
            shown[unit] |= ShownScripts.Simplified;
        for (var step = 0; step < count; step++)
        {
            var name = Encoding.ASCII.GetString(file.ReadArray<byte>(NameLength), NameLength).TrimEnd('\0');
            steps.Add(name, new(file));
        }
    }

    /// <summary>The built-in dictionaries.</summary>
    public static ConversionTable BuiltIn { get; } = new(TableFile.Open("conversion.bin", "CONV"u8, 1));

    /// <summary>The scripts that a text shows by characters that only one of them has.</summary>
    public ShownScripts ScriptsIn(ReadOnlySpan<char> text)
    {
        var found = ShownScripts.None;
        foreach (var unit in text)
            found |= shown[unit];
        return found;
    }

    /// <summary>A dictionary by its name.</summary>
    public ConversionStep Step(string name) => steps[name];
}

/// <summary>Scripts that a text shows.</summary>
[Flags]
internal enum ShownScripts : byte
{
    None = 0,
    Traditional = 1,
    Simplified = 2,
}
