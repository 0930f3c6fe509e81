namespace Tanyuan.Index.Buffering;

/// <summary>
/// Tokens in memory: the newest as they came, the ones before in runs, each sorted by key and packed. A run is a row of numbers;
/// for each of its keys, ascending:
/// <code>
/// distance from the key before | documents | for each: distance from the document before × 2 + (1 where it has the term once)
///     | [frequency, where that is not 1] | [distances of the positions, in a field that keeps them]
/// </code>
/// Distances count from 0 and from the run's first document. No document is in two runs.
/// </summary>
/// <param name="arena">What holds the runs.</param>
/// <param name="positions">Whether positions are kept.</param>
/// <param name="byPlace">Whether the runs are also read in another order than that of the keys.</param>
sealed class TokenRuns(ByteArena arena, bool positions, bool byPlace)
{
    readonly List<TokenRun> runs = [];
    readonly List<(uint Key, long Address)> places = [];
    TermToken[] pending = new TermToken[16];
    int count;
    long placeCount;

    /// <summary>Memory used apart from the packed runs, about.</summary>
    internal long Size => ((long)count * TermToken.Size) + (placeCount * 16);

    internal IReadOnlyList<TokenRun> Runs => runs;

    /// <summary>Forgets all tokens, and keeps the memory for others.</summary>
    internal void Clear()
    {
        runs.Clear();
        (count, placeCount) = (0, 0);
    }

    /// <summary>Adds a token; documents ascend, and so do the positions of a key in a document.</summary>
    internal void Add(uint key, int document, int position)
    {
        if (count == pending.Length)
            Array.Resize(ref pending, count * 2);
        ref var token = ref pending[count++];
        (token.Key, token.Document, token.Position) = (key, document, position);
    }

    /// <summary>Makes a run of the newest tokens. Between two documents only.</summary>
    internal void Seal(ref TermToken[] spare)
    {
        if (count == 0)
            return;

        var firstDocument = pending[0].Document;
        if (spare.Length < pending.Length)
            spare = new TermToken[pending.Length];
        TokenSorter.Sort(ref pending, ref spare, count);

        var start = arena.Length;
        places.Clear();
        var key = 0u;
        var tokens = pending.AsSpan(0, count);
        while (tokens.Length > 0)
        {
            if (byPlace)
                places.Add((tokens[0].Key, arena.Length));
            var (length, documents) = Measure(tokens);
            arena.WriteVariable(tokens[0].Key - key);
            key = tokens[0].Key;
            arena.WriteVariable(documents);
            Pack(tokens[..length], firstDocument);
            tokens = tokens[length..];
        }

        runs.Add(new TokenRun(start, arena.Length, firstDocument, [.. places]));
        placeCount += places.Count;
        count = 0;
    }

    // How many tokens the first one's key has, and in how many documents.
    static (int Tokens, uint Documents) Measure(ReadOnlySpan<TermToken> tokens)
    {
        var (key, document, documents) = (tokens[0].Key, -1, 0u);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Key != key)
                return (i, documents);
            if (tokens[i].Document != document)
                (document, documents) = (tokens[i].Document, documents + 1);
        }

        return (tokens.Length, documents);
    }

    void Pack(ReadOnlySpan<TermToken> tokens, int documentBefore)
    {
        for (var first = 0; first < tokens.Length;)
        {
            var document = tokens[first].Document;
            var end = first + 1;
            while (end < tokens.Length && tokens[end].Document == document)
                end++;

            var distance = (uint)(document - documentBefore) << 1;
            documentBefore = document;
            arena.WriteVariable(end - first == 1 ? distance | 1 : distance);
            if (end - first > 1)
                arena.WriteVariable((uint)(end - first));
            var position = 0;
            for (; first < end; first++)
            {
                if (positions)
                    arena.WriteVariable((uint)(tokens[first].Position - position));
                position = tokens[first].Position;
            }
        }
    }
}
