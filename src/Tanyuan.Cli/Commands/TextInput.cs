using Tanyuan.Text.Decoding;

namespace Tanyuan.Cli.Commands;

/// <summary>A whole text from a file or standard input, in whatever charset it comes.</summary>
internal static class TextInput
{
    public static async Task<string> ReadAsync(string path, CancellationToken cancellationToken)
    {
        await using var input = BatchInput.Open(path);
        var content = new MemoryStream();
        await input.CopyToAsync(content, cancellationToken);
        return TextDecoder.Decode(content.GetBuffer().AsSpan(0, (int)content.Length)).Text;
    }
}
