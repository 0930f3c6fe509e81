using Tanyuan.Index.Segments;

namespace Tanyuan.Index.Searching;

/// <summary>Tells groups of documents apart.</summary>
/// <param name="IsShared">Whether others can be of the same group; then <paramref name="Value"/> is the group, else the document's key.</param>
/// <param name="Value">The number.</param>
readonly record struct GroupKey(bool IsShared, long Value)
{
    internal static GroupKey Of(Grouping grouping, SegmentReader segment, int document)
    {
        if (grouping.Column is not { } column)
            return new GroupKey(true, segment.Documents.Group(document));
        return segment.Documents.Column(column).Number(document) is { } number
            ? new GroupKey(true, number)
            : new GroupKey(false, segment.Documents.Key(document));
    }
}
