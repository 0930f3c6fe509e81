using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tanyuan.Text.Tagging;

/// <summary>Memory for kernels: grown as needed, without keeping what stood in it; the garbage collector frees it but never moves it.</summary>
internal unsafe struct PinnedMemory<T>
    where T : unmanaged
{
    T[]? values;

    /// <summary>The first value.</summary>
    public readonly T* Start => (T*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(values!));

    /// <summary>Makes sure that there is room for so many values.</summary>
    public void Reserve(long count)
    {
        if (values is null || values.Length < count)
            values = GC.AllocateUninitializedArray<T>(checked((int)count), pinned: true);
    }
}
