namespace Tanyuan.Library.Record;

/// <summary>A document that came or went; its passages have the ids from <paramref name="FirstPassage"/> on.</summary>
internal readonly record struct RecordedChange(long Number, long Document, bool Removed, long FirstPassage, int Passages);
