using Tanyuan.Text;

namespace Tanyuan.Cli.Output;

/// <summary>Files that a person asked for a result to be written to.</summary>
internal static class ResultFile
{
    /// <summary>Makes a file, or replaces what it held.</summary>
    /// <exception cref="TanyuanException"><c>output-unwritable</c>: it cannot be made there.</exception>
    public static FileStream Create(string path)
    {
        try
        {
            return File.Create(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new TanyuanException("output-unwritable", $"The file {path} cannot be written: {error.Message} Name one in a folder that exists and that you may write to.", error);
        }
    }

    /// <summary>Writes a text as UTF-8.</summary>
    /// <exception cref="TanyuanException"><c>output-unwritable</c>: the file cannot be made there.</exception>
    public static void Write(string path, string text)
    {
        using var writer = new StreamWriter(Create(path));
        writer.Write(text);
    }
}
