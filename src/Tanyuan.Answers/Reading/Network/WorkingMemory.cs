using System.Runtime.InteropServices;

namespace Tanyuan.Answers.Reading.Network;

/// <summary>Floats that the networks work in, taken one stretch after the other; kept from question to question and grown as needed. Not thread-safe.</summary>
internal sealed unsafe class WorkingMemory : IDisposable
{
    const int Alignment = 16;

    float* _floats;
    long _capacity;

    ~WorkingMemory() => NativeMemory.AlignedFree(_floats);

    /// <summary>How much is taken. What is taken after it was read is given back by setting it again.</summary>
    public long Used { get; set; }

    /// <summary>Gives everything back and makes room.</summary>
    public void Reserve(long floats)
    {
        Used = 0;
        if (floats <= _capacity)
            return;
        NativeMemory.AlignedFree(_floats);
        _floats = (float*)NativeMemory.AlignedAlloc((nuint)(floats * sizeof(float)), Alignment * sizeof(float));
        _capacity = floats;
    }

    /// <summary>Takes some floats, whose values are whatever they were.</summary>
    public float* Take(long floats)
    {
        var taken = _floats + Used;
        Used += (floats + Alignment - 1) / Alignment * Alignment;
        if (Used > _capacity)
            throw new InvalidOperationException("The network's working memory was counted too small.");
        return taken;
    }

    /// <summary>Frees it.</summary>
    public void Dispose()
    {
        NativeMemory.AlignedFree(_floats);
        _floats = null;
        _capacity = 0;
        GC.SuppressFinalize(this);
    }
}
