using Tanyuan.Pages;

namespace Tanyuan.Library.Adding;

/// <summary>A source's item on its way into the record: a prepared page, or why there is none.</summary>
internal sealed record PreparedItem(string Name, PreparedPage? Page, Quarantine? Quarantine)
{
    /// <summary>Roughly how much there is to write, in characters.</summary>
    public int Size { get; } = SizeOf(Page);

    static int SizeOf(PreparedPage? page)
    {
        var size = 64 + (page?.Reading?.PackedOriginal.Length ?? 0);
        foreach (var document in page?.Reading?.Documents ?? [])
            size += document.Document.Text.Length;
        return size;
    }
}
