namespace Tanyuan.Library.Record;

/// <summary>A page as the record has it: a name that points at a content.</summary>
internal sealed record RecordedPage(long Id, string Name, long Content);
