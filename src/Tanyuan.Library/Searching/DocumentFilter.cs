using Tanyuan.Index;

namespace Tanyuan.Library.Searching;

/// <summary>Which documents a search may return: those of the clauses that demand something.</summary>
internal sealed class DocumentFilter : IDocumentFilter
{
    readonly List<HashSet<long>> required = [];
    readonly List<HashSet<long>> excluded = [];

    public bool IsEmpty => required.Count == 0 && excluded.Count == 0;

    public void Require(HashSet<long> numbers) => required.Add(numbers);

    public void Exclude(HashSet<long> numbers) => excluded.Add(numbers);

    public bool Accepts(long key, long group)
    {
        foreach (var numbers in required)
        {
            if (!numbers.Contains(group))
                return false;
        }

        foreach (var numbers in excluded)
        {
            if (numbers.Contains(group))
                return false;
        }

        return true;
    }
}
