namespace Tanyuan.Pages.Tests.Formats;

/// <summary>The program that reads PDF documents.</summary>
internal static class PdfTool
{
    /// <summary>Skips the test where the program is not installed.</summary>
    public static void OrSkip() =>
        Assert.SkipUnless(
            (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "pdftotext")) || File.Exists(Path.Combine(folder, "pdftotext.exe"))),
            "pdftotext is not installed: PDF documents are read where poppler-utils is.");
}
