using System.Text;

namespace Tanyuan.Pages.Tests.Formats;

public sealed class PdfTests
{
    static byte[] Minutes => File.ReadAllBytes(Tanyuan.Tests.Shared.Repository.File("tests", "Tanyuan.Pages.Tests", "Formats", "Golden", "minutes.pdf"));

    static PageReading Read(byte[] content) => PageReader.Read(new Page("minutes.pdf", content, PageFormat.Pdf), TestContext.Current.CancellationToken);

    [Fact]
    public void What_only_begins_as_a_pdf_is_malformed()
    {
        PdfTool.OrSkip();

        Assert.Equal(QuarantineCodes.Malformed, Read(Encoding.ASCII.GetBytes("%PDF-1.4 and nothing more")).Quarantine?.Code);
    }

    [Fact]
    public void A_pdf_cut_off_or_damaged_anywhere_ends_in_text_or_a_named_reason()
    {
        PdfTool.OrSkip();
        var whole = Minutes;
        for (var length = whole.Length - 1; length > 8; length -= whole.Length / 12)
        {
            var damaged = whole.ToArray();
            damaged.AsSpan(length / 2, 8).Fill(0xFF);
            Assert.All([Read(whole[..length]), Read(damaged)], reading => Assert.True(reading.Documents.Count > 0 || reading.Quarantine?.Code is
                QuarantineCodes.Malformed or QuarantineCodes.NoArticle or QuarantineCodes.Empty or QuarantineCodes.Undecodable, reading.Quarantine?.Reason));
        }
    }

    [Fact]
    public void A_pdf_that_takes_too_long_is_set_aside()
    {
        PdfTool.OrSkip();
        var page = new Page("minutes.pdf", Minutes, PageFormat.Pdf);

        Assert.Equal(QuarantineCodes.TooSlow, PageReader.Read(page, new PageLimits { MaxPageTime = TimeSpan.FromTicks(1) }, TestContext.Current.CancellationToken).Quarantine?.Code);
    }
}
