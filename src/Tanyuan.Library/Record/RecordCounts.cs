namespace Tanyuan.Library.Record;

/// <summary>How much the record holds.</summary>
internal readonly record struct RecordCounts(int Pages, int Documents, int Passages, long Characters, long OriginalBytes);
