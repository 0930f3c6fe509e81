namespace Tanyuan.Index.Searching;

/// <summary>Something that a <see cref="BestHeap{T}"/> can keep the best of.</summary>
interface IRanked<T>
{
    /// <summary>Whether it comes after another; never true both ways.</summary>
    bool IsWorseThan(in T other);
}
