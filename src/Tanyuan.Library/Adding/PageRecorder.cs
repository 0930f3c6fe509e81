using Tanyuan.Library.Record;
using Tanyuan.Pages;

namespace Tanyuan.Library.Adding;

/// <summary>
/// Decides what a page means for the record (new, unchanged, changed, renamed or a copy) and writes that. One run of an add
/// has one recorder: it remembers which files the run has met, for those are not gone even where no file of that name exists.
/// </summary>
internal sealed class PageRecorder(DateTimeOffset now, CancellationToken cancellationToken)
{
    readonly HashSet<string> metFiles = new(StringComparer.Ordinal);

    public void Record(RecordWriter record, PreparedItem item, AddTally tally)
    {
        tally.Pages++;
        if (metFiles.Add(FileOf(item.Name)))
            record.ClearQuarantineOfFile(FileOf(item.Name));

        if (item.Page is { } page)
        {
            Record(record, page, tally);
        }
        else if (item.Quarantine is { } quarantine)
        {
            SetAside(record, quarantine, tally);
        }
    }

    void Record(RecordWriter record, PreparedPage prepared, AddTally tally)
    {
        var page = prepared.Page;
        var known = record.FindPage(page);
        if (record.FindContent(prepared.Fingerprint) is { } content)
        {
            RecordKnownContent(record, page, known, content, tally);
            return;
        }

        // A content that was known when the page was prepared may have gone with an earlier page of this run.
        var reading = prepared.Reading ?? PagePreparer.Read(page, prepared.Fingerprint, cancellationToken);
        if (reading.Quarantine is { } quarantine)
        {
            SetAside(record, quarantine, tally);
            return;
        }

        content = record.AddContent(prepared, reading, known?.Content, now, out var reprints);
        tally.Reprints += reprints;
        if (known is null)
        {
            record.AddPage(page, content, now);
            tally.Added += reading.Documents.Count;
        }
        else
        {
            record.RepointPage(known, page.Name, content);
            tally.Updated++;
        }
    }

    void RecordKnownContent(RecordWriter record, Page page, RecordedPage? known, long content, AddTally tally)
    {
        if (known is not null && known.Content == content)
        {
            if (known.Name != page.Name)
                record.RenamePage(known.Id, page.Name);
            tally.Unchanged++;
        }
        else if (known is not null)
        {
            record.RepointPage(known, page.Name, content);
            tally.Updated++;
        }
        else if (record.PagesOf(content).Find(IsGone) is { } gone)
        {
            record.RenamePage(gone.Id, page.Name);
            tally.Renamed++;
        }
        else
        {
            record.AddPage(page, content, now);
            tally.Duplicates++;
        }
    }

    static void SetAside(RecordWriter record, Quarantine quarantine, AddTally tally)
    {
        record.SetAside(quarantine);
        tally.Quarantined.Add(quarantine);
    }

    /// <summary>Whether the file of a page is no longer there. Of an address nothing can be known, so it is not.</summary>
    bool IsGone(RecordedPage page)
    {
        var file = FileOf(page.Name);
        return !metFiles.Contains(file) && !file.Contains("://", StringComparison.Ordinal) && !Path.Exists(file);
    }

    /// <summary>The file of a record's name <c>path#line</c> or of a member's <c>path!/member</c>; the name itself where it is neither.</summary>
    static string FileOf(string name)
    {
        for (var at = name.IndexOf("!/", StringComparison.Ordinal); at > 0; at = name.IndexOf("!/", at + 1, StringComparison.Ordinal))
        {
            // A folder's name may end in an exclamation mark.
            if (!Directory.Exists(name[..(at + 1)]))
                return name[..at];
        }

        var mark = name.LastIndexOf('#');
        return mark > 0 && mark < name.Length - 1 && !name.AsSpan(mark + 1).ContainsAnyExceptInRange('0', '9') ? name[..mark] : name;
    }
}
