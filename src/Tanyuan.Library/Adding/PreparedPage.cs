using Tanyuan.Library.Passages;
using Tanyuan.Pages;
using Tanyuan.Pages.Reprints;

namespace Tanyuan.Library.Adding;

/// <summary>A page with all the work done that needs neither the record nor the index.</summary>
/// <param name="Page">The page.</param>
/// <param name="Fingerprint">The identity of its content: see <see cref="PagePreparer"/>.</param>
/// <param name="Reading">Its reading, or null where its content was known already.</param>
internal sealed record PreparedPage(Page Page, byte[] Fingerprint, PreparedReading? Reading);

/// <summary>What came of reading a page, ready to be recorded.</summary>
internal sealed record PreparedReading(
    byte[] OriginalHash, int Packing, byte[] PackedOriginal, string? Charset, IReadOnlyList<PreparedDocument> Documents, Quarantine? Quarantine);

/// <summary>A document ready to be recorded.</summary>
/// <param name="Document">The document, free of anything the record could not give back exactly.</param>
/// <param name="PublicId">The id it gets where no earlier version lends it one.</param>
/// <param name="TextKey">Equal for documents that read the same whatever their script, width and white space.</param>
/// <param name="Print">What tells its story from others.</param>
/// <param name="Passages">Its passages.</param>
internal sealed record PreparedDocument(Document Document, string PublicId, byte[] TextKey, StoryPrint Print, IReadOnlyList<Passage> Passages);
