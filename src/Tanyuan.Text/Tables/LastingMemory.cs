using System.Runtime.InteropServices;

namespace Tanyuan.Text.Tables;

/// <summary>
/// Memory for tables that are made bit by bit and then kept as long as the process lives: the collector neither counts, marks nor moves what lies in it, and
/// what is never written to is never fetched.
/// </summary>
internal static unsafe class LastingMemory
{
    const int Chunk = 1 << 18;
    const int Alignment = sizeof(ulong);

    static readonly Lock Taking = new();
    static byte* next;
    static int left;

    /// <summary>So many values, all zero.</summary>
    public static T* Take<T>(int count)
        where T : unmanaged
    {
        var bytes = checked(((count * sizeof(T)) + Alignment - 1) & -Alignment);
        if (bytes >= Chunk)
            return (T*)NativeMemory.AllocZeroed((nuint)bytes);
        lock (Taking)
        {
            if (bytes > left)
            {
                next = (byte*)NativeMemory.AllocZeroed(Chunk);
                left = Chunk;
            }

            var taken = next;
            next += bytes;
            left -= bytes;
            return (T*)taken;
        }
    }
}
