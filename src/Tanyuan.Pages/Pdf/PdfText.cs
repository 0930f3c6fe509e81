using System.Diagnostics;
using Tanyuan.Text;

namespace Tanyuan.Pages.Pdf;

/// <summary>
/// Text of PDF documents, by the program <c>pdftotext</c> (of Poppler or Xpdf) where that is installed. The document goes in and the text
/// comes out through pipes, so nothing is written anywhere; the program is ended when its time or its output passes the limits.
/// </summary>
internal static class PdfText
{
    const string Tool = "pdftotext";

    /// <summary>The text of a document, a form feed after each of its pages.</summary>
    /// <exception cref="TanyuanException"><c>missing-tool</c>, <c>too-large</c>, <c>malformed</c>, <c>encrypted</c></exception>
    public static string Read(ReadOnlyMemory<byte> document, PageLimits limits, CancellationToken cancellationToken)
    {
        using var process = Start();
        using var ended = cancellationToken.Register(() => Kill(process));
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var feeding = Task.Run(() => Feed(process, document), CancellationToken.None);
        try
        {
            var text = new char[1 << 16];
            var whole = new System.Text.StringBuilder();
            for (int read; (read = process.StandardOutput.Read(text)) > 0;)
            {
                whole.Append(text, 0, read);
                if (whole.Length > limits.MaxPageBytes)
                    throw new TanyuanException(QuarantineCodes.TooLarge, $"The document holds more than {limits.MaxPageBytes:N0} characters.");
            }

            process.WaitForExit();
            feeding.Wait(CancellationToken.None);
            cancellationToken.ThrowIfCancellationRequested();
            return process.ExitCode == 0 || whole.Length > 0 ? whole.ToString() : throw Failed(errors.Result);
        }
        finally
        {
            Kill(process);
        }
    }

    static Process Start()
    {
        var start = new ProcessStartInfo(Tool, ["-q", "-enc", "UTF-8", "-", "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new System.Text.UTF8Encoding(false),
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new TanyuanException(
                QuarantineCodes.MissingTool, "PDF documents are read by the program pdftotext, which is not installed. Install poppler-utils and add the file again.");
        }
    }

    static void Feed(Process process, ReadOnlyMemory<byte> document)
    {
        try
        {
            using var input = process.StandardInput.BaseStream;
            input.Write(document.Span);
        }
        catch (IOException)
        {
            // It stopped reading: what it says about that is what counts.
        }
    }

    static TanyuanException Failed(string errors) => errors.Contains("password", StringComparison.OrdinalIgnoreCase)
        ? new TanyuanException(QuarantineCodes.Encrypted, "The document is protected by a password.")
        : new TanyuanException(QuarantineCodes.Malformed, $"pdftotext cannot read the document. {errors.Split('\n')[0].Trim()}".Trim());

    static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }
}
