using Tanyuan.Library.Indexing;

namespace Tanyuan.Library.Searching;

/// <summary>
/// How well the best window of a passage covers a query: the greatest sum of the weights of different query tokens within
/// <see cref="Window"/> characters. BM25 does not see whether what is asked about stands together; an answer's sentence does.
/// </summary>
internal sealed class WindowScorer
{
    const int Window = 50;

    readonly Dictionary<string, int> tokens = new(StringComparer.Ordinal);
    readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    readonly List<double> weights = [];
    readonly List<(int Start, int Token)> occurrences = [];
    int[] inWindow = [];

    // The first units of the tokens, a bit for several: at most places of a text no token begins, and nothing needs to be looked up.
    readonly ulong[] beginnings = new ulong[16];

    public WindowScorer() => lookup = tokens.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds a folded token to look for; a longer one than three characters only as a run of letters and digits.</summary>
    public void Add(string token, double weight)
    {
        if (!tokens.TryAdd(token, weights.Count))
            return;
        weights.Add(weight);
        beginnings[token[0] / 64 % beginnings.Length] |= 1UL << token[0];
    }

    /// <summary>The weight of all tokens together: what a window that holds them all would score.</summary>
    public double Total => weights.Sum();

    /// <summary>The score of the best window of a folded text.</summary>
    public double Score(ReadOnlySpan<char> key)
    {
        FindOccurrences(key);
        Array.Resize(ref inWindow, weights.Count);
        Array.Clear(inWindow);
        var (sum, best, first) = (0.0, 0.0, 0);
        foreach (var (start, token) in occurrences)
        {
            while (start - occurrences[first].Start > Window)
            {
                var left = occurrences[first++].Token;
                if (--inWindow[left] == 0)
                    sum -= weights[left];
            }

            if (inWindow[token]++ == 0)
                sum += weights[token];
            best = Math.Max(best, sum);
        }

        return best;
    }

    void FindOccurrences(ReadOnlySpan<char> key)
    {
        occurrences.Clear();
        for (var i = 0; i < key.Length; i++)
        {
            var length = SingleCharacters.LengthAt(key[i..]);
            if (length > 0)
            {
                Note(key.Slice(i, length), i);
                if (i + length < key.Length && SingleCharacters.LengthAt(key[(i + length)..]) is > 0 and var next)
                    Note(key.Slice(i, length + next), i);
            }
            else if (char.IsLetterOrDigit(key[i]))
            {
                var end = i + 1;
                while (end < key.Length && char.IsLetterOrDigit(key[end]) && SingleCharacters.LengthAt(key[end..]) == 0)
                    end++;
                Note(key[i..end], i);
                i = end - 1;
            }
        }
    }

    void Note(ReadOnlySpan<char> token, int start)
    {
        if ((beginnings[token[0] / 64 % beginnings.Length] >> token[0] & 1) != 0 && lookup.TryGetValue(token, out var found))
            occurrences.Add((start, found));
    }
}
