namespace Tanyuan.Index.Buffering;

/// <summary>
/// Tokens in memory: the newest as they came, the ones before in runs, each sorted by key and packed. A run is a row of numbers;
/// for each of its keys, ascending:
/// <code>
/// distance from the key before | for each document: distance from the document before × 4 + (1 where it has the term once) + (2 where it is the last)
///     | [frequency, where that is not 1] | [distances of the positions, in a field that keeps them]
/// </code>
/// Distances count from 0 and from the run's first document. No document is in two runs.
/// </summary>
/// <param name="arena">What holds the runs.</param>
/// <param name="positions">Whether positions are kept.</param>
/// <param name="byPlace">Whether the runs are also read in another order than that of the keys.</param>
sealed class TokenRuns(ByteArena arena, bool positions, bool byPlace)
{
    /// <summary>Of the head of a document: it has the term once.</summary>
    internal const uint OnceFlag = 1;

    /// <summary>Of the head of a document: it is the last with the term.</summary>
    internal const uint LastFlag = 2;

    internal const int FlagBits = 2;

    readonly List<TokenRun> runs = [];
    readonly List<(uint Key, long Address)> places = [];
    TermToken[] pending = new TermToken[16];
    int count;
    int firstDocument;
    int lastDocument;
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

    /// <summary>
    /// Adds a token; documents ascend, and so do the positions of a key in a document. Among those not yet packed there are no more documents than <see cref="TermToken.MostDocuments"/>,
    /// counted from the first to the last, and no greater position than <see cref="TermToken.GreatestPosition"/> unless there is one document alone.
    /// </summary>
    internal void Add(uint key, int document, int position)
    {
        if (count == pending.Length)
            Array.Resize(ref pending, count * 2);
        if (count == 0)
            firstDocument = document;
        lastDocument = document;
        pending[count++] = new TermToken(key, document - firstDocument, position);
    }

    /// <summary>Makes a run of the newest tokens. Between two documents only.</summary>
    internal void Seal(ref TermToken[] spare)
    {
        if (count == 0)
            return;

        if (spare.Length < pending.Length)
            spare = new TermToken[pending.Length];
        TokenSorter.Sort(ref pending, ref spare, count);

        var start = arena.Length;
        places.Clear();
        var key = 0u;
        var positionBits = TermToken.BitsOfPosition(firstDocument == lastDocument);
        for (var tokens = pending.AsSpan(0, count); tokens.Length > 0;)
        {
            if (byPlace)
                places.Add((tokens[0].Key, arena.Length));
            arena.WriteVariable(tokens[0].Key - key);
            key = tokens[0].Key;
            tokens = tokens[Pack(tokens, positionBits)..];
        }

        runs.Add(new TokenRun(start, arena.Length, firstDocument, [.. places]));
        placeCount += places.Count;
        count = 0;
    }

    // Packs the tokens of the first one's key; returns how many they are.
    int Pack(ReadOnlySpan<TermToken> tokens, int positionBits)
    {
        var (first, key, before) = (0, tokens[0].Key, 0u);
        while (true)
        {
            var end = first + 1;
            var document = tokens[first].WithoutPosition(positionBits);
            while (end < tokens.Length && tokens[end].WithoutPosition(positionBits) == document)
                end++;

            var isLast = end == tokens.Length || tokens[end].Key != key;
            var head = (tokens[first].Document(positionBits) - before) << FlagBits;
            before = tokens[first].Document(positionBits);
            if (isLast)
                head |= LastFlag;
            arena.WriteVariable(end - first == 1 ? head | OnceFlag : head);
            if (end - first > 1)
                arena.WriteVariable((uint)(end - first));
            for (var position = 0u; first < end; first++)
            {
                if (positions)
                    arena.WriteVariable(tokens[first].Position(positionBits) - position);
                position = tokens[first].Position(positionBits);
            }

            if (isLast)
                return end;
        }
    }
}
