using System.Text;
using System.Text.Unicode;
using Tanyuan.Text.Decoding;

namespace Tanyuan.Pages.Archives;

/// <summary>
/// Decodes names that come one after the other and were written by one system. A single name is often too short to tell its charset, so
/// each that is no UTF-8 is read in the charset that all of them so far are likeliest in.
/// </summary>
internal sealed class NameDecoder
{
    const int SampledBytes = 4_096;

    readonly List<byte> sample = [];
    string? charset;

    /// <summary>Whether it has seen so many names that more tell nothing.</summary>
    public bool IsSure => sample.Count > SampledBytes;

    /// <summary>Takes a name into account without reading it.</summary>
    public void Observe(ReadOnlySpan<byte> name)
    {
        if (IsSure || Utf8.IsValid(name))
            return;
        sample.AddRange(name);
        sample.Add((byte)'\n');
        charset = null;
    }

    /// <summary>The text of a name.</summary>
    public string Decode(ReadOnlySpan<byte> name)
    {
        if (Utf8.IsValid(name))
            return Encoding.UTF8.GetString(name);
        Observe(name);
        charset ??= TextDecoder.Decode(sample.ToArray()).Charset;
        return TextDecoder.Decode(name, charset).Text;
    }
}
