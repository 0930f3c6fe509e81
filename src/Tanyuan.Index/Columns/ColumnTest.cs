using Tanyuan.Index.Queries;
using Tanyuan.Index.Segments;

namespace Tanyuan.Index.Columns;

/// <summary>A condition on a column, put into the codes of one segment after the other. Reused from query to query; allocates nothing once grown.</summary>
sealed class ColumnTest
{
    readonly List<ulong> codes = [];
    ColumnReader? column;
    bool isRange;
    ulong least;
    ulong greatest;

    /// <summary>Whether any document of the segment may match.</summary>
    internal bool CanMatch => least <= greatest;

    /// <summary>From now on documents are those of another segment.</summary>
    internal void Enter(SegmentReader segment, ColumnQuery query)
    {
        column = segment.Documents.Column(query.Column);
        codes.Clear();
        isRange = false;
        switch (query)
        {
            case NumberRangeQuery range:
                isRange = true;
                (least, greatest) = (column.CodeFrom(range.From), range.From > range.To ? 0 : column.CodeTo(range.To));
                return;
            case NumberSetQuery set:
                for (var i = 0; i < set.Values.Count; i++)
                {
                    if (column.CodeTo(set.Values[i]) is > 0 and var code)
                        codes.Add(code);
                }

                break;
            case TextSetQuery set:
                for (var i = 0; i < set.Values.Count; i++)
                {
                    if (column.CodeOf(set.Values[i]) is > 0 and var code)
                        codes.Add(code);
                }

                break;
        }

        codes.Sort();
        (least, greatest) = codes.Count == 0 ? (1, 0) : (codes[0], codes[^1]);
    }

    /// <summary>Lets go of the segment.</summary>
    internal void Clear() => column = null;

    internal bool Matches(int document)
    {
        var code = column!.Code(document);
        return code >= least && code <= greatest && (isRange || codes.BinarySearch(code) >= 0);
    }

    /// <summary>The first document from <paramref name="document"/> on that blocks do not rule out.</summary>
    internal int SkipBlocks(int document, int documentCount)
    {
        if (column!.Kind != ColumnKind.Number)
            return document;

        while (document < documentCount)
        {
            var (leastInBlock, greatestInBlock) = column.BoundsOfBlock(document);
            if (greatestInBlock >= least && leastInBlock <= greatest && greatestInBlock > 0)
                return document;
            document = ((document / ColumnWriter.BlockDocuments) + 1) * ColumnWriter.BlockDocuments;
        }

        return document;
    }
}
