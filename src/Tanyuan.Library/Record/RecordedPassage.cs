using Tanyuan.Library.Passages;

namespace Tanyuan.Library.Record;

/// <summary>A passage with its id and the number of its document.</summary>
internal readonly record struct RecordedPassage(long Id, long Document, Passage Passage);
