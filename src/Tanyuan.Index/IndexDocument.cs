namespace Tanyuan.Index;

/// <summary>
/// A document on its way into the index: its tokens and the values of its columns, collected in reusable buffers. A field's length, which scoring compares,
/// is the number of tokens added to it. Not thread-safe.
/// </summary>
public sealed class IndexDocument
{
    char[] characters = new char[1024];
    Token[] tokens = new Token[256];
    int characterCount;
    int tokenCount;
    int[] lastPositions = new int[8];
    bool ordered = true;
    Value[] values = new Value[8];
    int valueCount;

    /// <summary>The unique key: adding a document replaces the one with the same key.</summary>
    public long Key { get; private set; }

    /// <summary>The group it belongs to, all of which can be deleted at once.</summary>
    public long Group { get; private set; }

    /// <summary>Empties the document and gives it a key and a group.</summary>
    public void Reset(long key, long group)
    {
        Key = key;
        Group = group;
        characterCount = 0;
        tokenCount = 0;
        Array.Clear(lastPositions);
        GreatestPosition = 0;
        ordered = true;
        values.AsSpan(0, valueCount).Clear();
        valueCount = 0;
    }

    /// <summary>Gives the document a number in a column, in place of the one it had there.</summary>
    /// <param name="column">The place of the column in the schema.</param>
    /// <param name="number">The number, from <see cref="ColumnDefinition.Smallest"/> to <see cref="ColumnDefinition.Largest"/>.</param>
    public void Set(int column, long number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, ColumnDefinition.Smallest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, ColumnDefinition.Largest);
        ValueAt(column) = new Value { Kind = ColumnKind.Number, Number = number };
    }

    /// <summary>Gives the document a text in a column, in place of the one it had there.</summary>
    /// <param name="column">The place of the column in the schema.</param>
    /// <param name="text">The text; compared unit by unit.</param>
    public void Set(int column, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        ValueAt(column) = new Value { Kind = ColumnKind.Text, Text = text };
    }

    /// <summary>Adds a token.</summary>
    /// <param name="field">The place of its field in the schema.</param>
    /// <param name="term">Its term, not empty; compared unit by unit.</param>
    /// <param name="position">Where it stands in the field, 0 or more; without effect in a field that keeps no positions.</param>
    public void Add(int field, ReadOnlySpan<char> term, int position)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(field);
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        if (term.IsEmpty)
            throw new ArgumentException("A term has at least one character.", nameof(term));

        if (characterCount + term.Length > characters.Length)
            Array.Resize(ref characters, Math.Max(characters.Length * 2, characterCount + term.Length));
        if (tokenCount == tokens.Length)
            Array.Resize(ref tokens, tokens.Length * 2);

        term.CopyTo(characters.AsSpan(characterCount));
        tokens[tokenCount++] = new Token { Field = field, Start = characterCount, Length = term.Length, Position = position };
        characterCount += term.Length;
        if (field >= lastPositions.Length)
            Array.Resize(ref lastPositions, field + 1);
        ordered &= position >= lastPositions[field];
        lastPositions[field] = position;
        GreatestPosition = Math.Max(GreatestPosition, position);
    }

    /// <summary>The greatest position of any token; 0 where there is none.</summary>
    internal int GreatestPosition { get; private set; }

    /// <summary>The tokens, those of each field by ascending position.</summary>
    internal Span<Token> Tokens
    {
        get
        {
            if (!ordered)
            {
                var sorted = tokens.Take(tokenCount).OrderBy(token => token.Position).ToArray();
                sorted.CopyTo(tokens, 0);
                ordered = true;
            }

            return tokens.AsSpan(0, tokenCount);
        }
    }

    /// <summary>Checks that every token is in a field, and every value in a column of its kind.</summary>
    internal void CheckAgainst(IndexSchema schema)
    {
        foreach (ref var token in tokens.AsSpan(0, tokenCount))
        {
            if (token.Field >= schema.Fields.Count)
                throw new ArgumentOutOfRangeException(nameof(schema), $"A token is in field {token.Field}; the schema has {schema.Fields.Count}.");
        }

        for (var column = 0; column < valueCount; column++)
        {
            if (values[column].Kind == 0)
                continue;
            if (column >= schema.Columns.Count)
                throw new ArgumentOutOfRangeException(nameof(schema), $"A value is in column {column}; the schema has {schema.Columns.Count}.");
            if (values[column].Kind != schema.Columns[column].Kind)
                throw new ArgumentException($"The column {schema.Columns[column].Name} holds no values of the kind {values[column].Kind}.", nameof(schema));
        }
    }

    /// <summary>The value in a column; of no kind where there is none.</summary>
    internal Value ValueOf(int column) => column < valueCount ? values[column] : default;

    internal ReadOnlySpan<char> TermOf(in Token token) => characters.AsSpan(token.Start, token.Length);

    ref Value ValueAt(int column)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        if (column >= values.Length)
            Array.Resize(ref values, Math.Max(values.Length * 2, column + 1));
        valueCount = Math.Max(valueCount, column + 1);
        return ref values[column];
    }

    internal struct Value
    {
        internal ColumnKind Kind;
        internal long Number;
        internal string? Text;
    }

    internal struct Token
    {
        internal int Field;
        internal int Start;
        internal int Length;
        internal int Position;
    }
}
