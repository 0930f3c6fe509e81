using System.Xml;
using Tanyuan.Text;

namespace Tanyuan.Pages.Sources;

/// <summary>Turns the error that ends a source into its last item, so that a damaged file costs the rest of that file and nothing else.</summary>
internal static class GuardedItems
{
    /// <summary>The items of a source, and where it fails one item that says why.</summary>
    /// <param name="source">The source.</param>
    /// <param name="open">Opens it; may fail too.</param>
    public static IEnumerable<SourceItem> Read(Source source, Func<IEnumerable<SourceItem>> open)
    {
        IEnumerator<SourceItem>? steps = null;
        try
        {
            while (true)
            {
                SourceItem? failure = null;
                try
                {
                    steps ??= open().GetEnumerator();
                    if (!steps.MoveNext())
                        yield break;
                }
                catch (Exception error) when (Explain(error, source.Depth) is { } explained)
                {
                    failure = SourceItem.SetAside(source.Name, explained.Code, explained.Reason);
                }

                yield return failure ?? steps!.Current;
                if (failure is not null)
                    yield break;
            }
        }
        finally
        {
            steps?.Dispose();
        }
    }

    static (string Code, string Reason)? Explain(Exception error, int depth) => error switch
    {
        // What a file unpacks to is the concern of the file that lies on the disk, whichever of its members went too far.
        TanyuanException { Code: QuarantineCodes.ExpandsTooMuch } when depth > 0 => null,
        OperationCanceledException => null,
        TanyuanException known => (known.Code, known.Message),
        EndOfStreamException => (QuarantineCodes.Truncated, $"It is cut off: {error.Message}"),
        InvalidDataException or XmlException => (QuarantineCodes.Malformed, $"It is damaged: {error.Message}"),
        IOException or UnauthorizedAccessException => (QuarantineCodes.Unreadable, $"The file cannot be read: {error.Message}"),
        _ => (QuarantineCodes.Malformed, $"It cannot be read ({error.GetType().Name}: {error.Message})."),
    };
}
