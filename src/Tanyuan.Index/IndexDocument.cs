namespace Tanyuan.Index;

/// <summary>
/// A document on its way into the index: its tokens, collected in one reusable buffer. A field's length, which scoring compares,
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
        ordered = true;
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
        tokens[tokenCount++] = new Token { Field = field, Start = characterCount, Length = term.Length, Position = position, Next = -1 };
        characterCount += term.Length;
        if (field >= lastPositions.Length)
            Array.Resize(ref lastPositions, field + 1);
        ordered &= position >= lastPositions[field];
        lastPositions[field] = position;
    }

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

    /// <summary>Checks that every token is in one of so many fields.</summary>
    internal void CheckFields(int count)
    {
        foreach (ref var token in tokens.AsSpan(0, tokenCount))
        {
            if (token.Field >= count)
                throw new ArgumentOutOfRangeException(nameof(count), $"A token is in field {token.Field}; the schema has {count}.");
        }
    }

    internal ReadOnlySpan<char> TermOf(in Token token) => characters.AsSpan(token.Start, token.Length);

    internal struct Token
    {
        internal int Field;
        internal int Start;
        internal int Length;
        internal int Position;

        // The next token of the same term, while the document is being inverted.
        internal int Next;
    }
}
