using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tanyuan.Text.Tables;

/// <summary>
/// Few of many places, numbered in their order: for each 32 places a bit for each that is among them, and above those how many are before them. So what
/// the few have need not lie apart in a table for all, which would hold little of use in each line of the processor's cache.
/// </summary>
/// <param name="groups">The bits and counts.</param>
/// <param name="count">How many places there are.</param>
internal readonly unsafe struct RankedPlaces(ulong* groups, int count)
{
    /// <summary>What stands for a place that is not among them.</summary>
    public const int None = -1;

    const int LogGroup = 5;

    /// <summary>How many groups so many places have.</summary>
    public static int GroupsOf(int count) => (count + (1 << LogGroup) - 1) >> LogGroup;

    /// <summary>The number of a place, from 0; <see cref="None"/> if it is not among them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NumberOf(int place)
    {
        if ((uint)place >= (uint)count)
            return None;
        var group = groups[place >> LogGroup];
        var own = 1u << place;
        return ((uint)group & own) != 0 ? (int)(group >> 32) + BitOperations.PopCount((uint)group & (own - 1)) : None;
    }
}
