using System.Buffers;

namespace Tanyuan.Text.Repairing;

/// <summary>
/// Builds a repaired text from its source by replacements in the order of the text. With none, the source comes back as the
/// same instance. A replacement that changes nothing is not recorded. Not thread-safe; one use.
/// </summary>
/// <param name="source">The text to edit.</param>
public sealed class TextEditor(string source)
{
    readonly List<Repair> repairs = [];
    int position;

    // What is written so far, in a buffer that the next editor will have; none until there is something.
    char[]? edited;
    int written;

    /// <summary>Replaces a range of the source.</summary>
    /// <param name="rule">The rule that makes the change, in kebab-case.</param>
    /// <param name="start">Where the range begins in the source, at or behind the end of the range before.</param>
    /// <param name="length">How many units it covers.</param>
    /// <param name="after">What stands there afterwards.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range begins before the end of the one before, or ends outside of the source.</exception>
    public void Replace(string rule, int start, int length, ReadOnlySpan<char> after)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(start, position);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, source.Length - start);
        if (source.AsSpan(start, length).SequenceEqual(after))
            return;
        Write(source.AsSpan(position, start - position));
        repairs.Add(new(rule, written, after.Length, source.Substring(start, length), after.ToString()));
        Write(after);
        position = start + length;
    }

    /// <summary>Takes a range of the source out.</summary>
    /// <inheritdoc cref="Replace" path="/param"/>
    public void Remove(string rule, int start, int length) => Replace(rule, start, length, []);

    /// <summary>The edited text with its repairs.</summary>
    public RepairedText ToRepairedText()
    {
        if (edited is null)
            return RepairedText.Unchanged(source);
        var text = string.Concat(edited.AsSpan(0, written), source.AsSpan(position));
        ArrayPool<char>.Shared.Return(edited);
        edited = null;
        return new(text, repairs);
    }

    void Write(ReadOnlySpan<char> more)
    {
        edited ??= ArrayPool<char>.Shared.Rent(source.Length + more.Length);
        if (written + more.Length > edited.Length)
        {
            var longer = ArrayPool<char>.Shared.Rent(Math.Max(written + more.Length, 2 * edited.Length));
            edited.AsSpan(0, written).CopyTo(longer);
            ArrayPool<char>.Shared.Return(edited);
            edited = longer;
        }

        more.CopyTo(edited.AsSpan(written));
        written += more.Length;
    }
}
