using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tanyuan.Text.Tables;

/// <summary>
/// Numbers of 16 bits with a value each. Says of nearly all other numbers at once that it does not hold them: sixteen bits or more for each of its own stand beside each other, so
/// that whoever asks much of one row stays in a few lines of the processor's cache (Bloom 1970, with one hash function). Behind the same hash, a slot for each eight bits,
/// stand the numbers and their values, in the next free slot where several meet. Once filled it never changes, and it lasts as long as the process.
/// </summary>
internal readonly unsafe struct NumberRow
{
    /// <summary>A row that holds nothing.</summary>
    public static readonly NumberRow Empty = new(0);

    const int BitsPerNumber = 16;
    const int LogBitsPerSlot = 3;
    const int BitsPerWord = 32;
    const int LogBitsPerWord = 5;
    const uint Factor = 0x9E3779B1;
    const uint Taken = 1u << 31;

    // By how much a hash is shifted to the number of a bit; the bits; and behind them the slots: a number in the middle, its value in the lowest eight bits.
    readonly uint* row;

    /// <summary>Makes room.</summary>
    /// <param name="count">How many numbers the row will hold.</param>
    public NumberRow(int count)
    {
        var size = BitOperations.RoundUpToPowerOf2((uint)Math.Max(BitsPerWord, BitsPerNumber * count));
        row = LastingMemory.Take<uint>(1 + (int)(size >> LogBitsPerWord) + (int)(size >> LogBitsPerSlot));
        *row = (uint)(BitsPerWord - BitOperations.Log2(size));
    }

    /// <summary>Whether this is a row at all: the place of one may still be empty.</summary>
    public bool IsMade => row != null;

    int Shift => (int)*row;

    uint* Bits => row + 1;

    uint Size => 1u << (BitsPerWord - Shift);

    uint* Slots => Bits + (Size >> LogBitsPerWord);

    uint LastSlot => (Size >> LogBitsPerSlot) - 1;

    /// <summary>Puts a row, all of it, where other threads look for it.</summary>
    public static NumberRow Publish(NumberRow row, ref NumberRow place)
    {
        Volatile.Write(ref Unsafe.As<NumberRow, nint>(ref place), (nint)row.row);
        return row;
    }

    /// <summary>Takes a number in that the row does not hold yet.</summary>
    public void Add(int number, byte value)
    {
        var place = Place(number);
        Bits[place >> LogBitsPerWord] |= 1u << (int)place;
        var slot = place >> LogBitsPerSlot;
        while (Slots[slot] != 0)
            slot = (slot + 1) & LastSlot;
        Slots[slot] = Taken | (uint)number << 8 | value;
    }

    /// <summary>Whether the row may hold a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHold(int number)
    {
        var place = Place(number);
        return (Bits[place >> LogBitsPerWord] >> (int)place & 1) != 0;
    }

    /// <summary>The same for eight numbers: all ones for each that the row may hold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<uint> MayHold(Vector256<uint> numbers)
    {
        var places = numbers * Vector256.Create(Factor) >>> Shift;
        var found = Avx2.GatherVector256(Bits, (places >>> LogBitsPerWord).AsInt32(), sizeof(uint));
        return Vector256.Equals(Avx2.ShiftRightLogicalVariable(found, places & Vector256.Create(BitsPerWord - 1u)) & Vector256<uint>.One, Vector256<uint>.One);
    }

    /// <summary>The value of a number; -1 where the row does not hold it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ValueOf(int number) => MayHold(number) ? Find(number) : -1;

    int Find(int number)
    {
        var slots = Slots;
        var last = LastSlot;
        for (var slot = Place(number) >> LogBitsPerSlot; slots[slot] is var found and not 0; slot = (slot + 1) & last)
        {
            if (found >> 8 == (Taken >> 8 | (uint)number))
                return (byte)found;
        }

        return -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    uint Place(int number) => (uint)number * Factor >> Shift;
}
