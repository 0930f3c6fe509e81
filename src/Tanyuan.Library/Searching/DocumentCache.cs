using Tanyuan.Library.Record;

namespace Tanyuan.Library.Searching;

/// <summary>
/// Keeps the documents read last, up to a number of characters, so that reading a document for each of its passages
/// costs one read. A document never changes under its number, so nothing here grows stale. Thread-safe.
/// </summary>
internal sealed class DocumentCache(long capacity)
{
    readonly Lock gate = new();
    readonly Dictionary<long, LinkedListNode<Entry>> entries = [];
    readonly LinkedList<Entry> byUse = new();
    long held;

    /// <summary>A document and its side texts joined by line feeds, or null when the record has none of this number.</summary>
    public Entry? Find(RecordReader reader, long number)
    {
        lock (gate)
        {
            if (entries.TryGetValue(number, out var known))
            {
                byUse.Remove(known);
                byUse.AddFirst(known);
                return known.Value;
            }
        }

        if (reader.FindDocument(number) is not { } document)
            return null;
        var entry = new Entry(document, string.Join('\n', reader.SidesOf(number)));
        lock (gate)
            Keep(entry);
        return entry;
    }

    void Keep(Entry entry)
    {
        if (entry.Size > capacity / 4 || !entries.TryAdd(entry.Document.Number, new LinkedListNode<Entry>(entry)))
            return;
        byUse.AddFirst(entries[entry.Document.Number]);
        held += entry.Size;
        while (held > capacity && byUse.Last is { } oldest)
        {
            byUse.RemoveLast();
            entries.Remove(oldest.Value.Document.Number);
            held -= oldest.Value.Size;
        }
    }

    internal sealed record Entry(RecordedDocument Document, string SideText)
    {
        public int Size => Document.Text.Length + SideText.Length + 256;

        public string TextOf(Passages.Passage passage) => passage.IsSide ? SideText : Document.Text;
    }
}
