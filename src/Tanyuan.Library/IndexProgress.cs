namespace Tanyuan.Library;

/// <summary>How far the index has been brought in step with the record.</summary>
/// <param name="Done">Changes of the record that the index has; 0 where it is made anew.</param>
/// <param name="Total">Changes that the record has.</param>
public readonly record struct IndexProgress(long Done, long Total);
