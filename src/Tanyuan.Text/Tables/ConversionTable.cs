using System.Buffers;
using System.Text;

namespace Tanyuan.Text.Tables;

/// <summary>
/// The dictionaries of conversion between Simplified and Traditional Chinese, from <c>conversion.bin</c> (OpenCC's, made by
/// <c>tools/tables/build_conversion.py</c>). docs/formats.md describes the layout.
/// </summary>
internal sealed unsafe class ConversionTable
{
    const int NameLength = 16;

    readonly Dictionary<string, ConversionStep> steps = new(StringComparer.Ordinal);

    ConversionTable(TableFile file)
    {
        var traditional = file.Read<int>();
        var simplified = file.Read<int>();
        var count = file.Read<int>();
        OnlyTraditional = SearchValues.Create(new ReadOnlySpan<char>(file.ReadArray<char>(traditional), traditional));
        OnlySimplified = SearchValues.Create(new ReadOnlySpan<char>(file.ReadArray<char>(simplified), simplified));
        for (var step = 0; step < count; step++)
        {
            var name = Encoding.ASCII.GetString(file.ReadArray<byte>(NameLength), NameLength).TrimEnd('\0');
            steps.Add(name, new(file));
        }
    }

    /// <summary>The built-in dictionaries.</summary>
    public static ConversionTable BuiltIn { get; } = new(TableFile.Open("conversion.bin", "CONV"u8, 1));

    /// <summary>Characters that no Simplified text holds.</summary>
    public SearchValues<char> OnlyTraditional { get; }

    /// <summary>Characters that no Traditional text holds.</summary>
    public SearchValues<char> OnlySimplified { get; }

    /// <summary>A dictionary by its name.</summary>
    public ConversionStep Step(string name) => steps[name];
}
