using System.Runtime.InteropServices;
using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Words;

/// <summary>The words that a user adds to the dictionary: a trie in hash tables, for some thousands of words. Immutable once built.</summary>
internal sealed class UserWords
{
    readonly Dictionary<(int Node, char Unit), int> children = [];
    readonly List<Entry> nodes = [default];

    /// <summary>A copy of these words, to add to.</summary>
    public UserWords Copy()
    {
        var copy = new UserWords();
        foreach (var (edge, child) in children)
            copy.children.Add(edge, child);
        copy.nodes.Clear();
        copy.nodes.AddRange(nodes);
        return copy;
    }

    /// <summary>Adds a folded word, or changes its frequency.</summary>
    public void Add(ReadOnlySpan<char> key, int frequency, int cost)
    {
        var node = 0;
        foreach (var unit in key)
        {
            ref var child = ref CollectionsMarshal.GetValueRefOrAddDefault(children, (node, unit), out var exists);
            if (!exists)
            {
                child = nodes.Count;
                nodes.Add(default);
            }

            node = child;
        }

        nodes[node] = new(frequency, cost);
    }

    /// <summary>Steps from a node (0 is the root) to its child; false where there is none.</summary>
    public bool Step(ref int node, char unit, out int cost)
    {
        if (children.TryGetValue((node, unit), out node))
        {
            cost = nodes[node].Cost;
            return true;
        }

        cost = 0;
        return false;
    }

    /// <summary>The frequency of a folded word; 0 for one that was not added.</summary>
    public int Frequency(ReadOnlySpan<char> key)
    {
        var node = 0;
        foreach (var unit in key)
        {
            if (!children.TryGetValue((node, unit), out node))
                return 0;
        }

        return nodes[node].Frequency;
    }

    readonly record struct Entry(int Frequency, int Cost);
}
