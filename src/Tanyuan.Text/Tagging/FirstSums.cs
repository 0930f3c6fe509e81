namespace Tanyuan.Text.Tagging;

/// <summary>
/// What the first layer makes of a character before it looks at its neighbours: a matrix product that depends on the character alone, so
/// it is computed once and kept. When the room is used up, all is forgotten and begun again. Not thread-safe.
/// </summary>
internal sealed unsafe class FirstSums
{
    /// <summary>The 2,000 commonest characters make up 97 % of a Chinese text; 6 MB hold their sums.</summary>
    const int UsualCapacity = 2048;

    const int NoSlot = -1;

    readonly TaggerModel model;
    readonly int[] slots;
    readonly List<ushort> added = [];
    PinnedMemory<int> sums;
    PinnedMemory<short> inputs;
    int capacity;
    int used;

    public FirstSums(TaggerModel model)
    {
        this.model = model;
        slots = new int[model.Rows];
        Array.Fill(slots, NoSlot);
        Reserve(UsualCapacity);
    }

    /// <summary>The sums of both directions of the first layer, forward before backward, of a character of the text prepared last.</summary>
    public int* Of(ushort row) => sums.Start + (long)slots[row] * Width;

    int Width => 6 * model.Hidden;

    /// <summary>Computes what is missing for a text.</summary>
    /// <param name="rows">Its characters as rows of the embedding.</param>
    public void Prepare(ReadOnlySpan<ushort> rows)
    {
        if (TryAdd(rows))
            return;
        Forget();
        if (TryAdd(rows))
            return;
        Forget();
        Reserve(model.Rows);
        TryAdd(rows);
    }

    bool TryAdd(ReadOnlySpan<ushort> rows)
    {
        added.Clear();
        foreach (var row in rows)
        {
            if (slots[row] != NoSlot)
                continue;
            if (used + added.Count == capacity)
                return false;
            slots[row] = used + added.Count;
            added.Add(row);
        }

        for (var i = 0; i < added.Count; i++)
            model.Embedding(added[i]).CopyTo(new Span<short>(inputs.Start + (long)i * model.Hidden, model.Hidden));
        for (var direction = 0; direction < 2; direction++)
        {
            var layer = model.Layers[direction];
            var first = sums.Start + (long)used * Width + direction * layer.Bias.Length;
            layer.Input.Product(inputs.Start, model.Hidden, layer.Bias, first, Width, added.Count);
        }

        used += added.Count;
        return true;
    }

    void Forget()
    {
        Array.Fill(slots, NoSlot);
        used = 0;
    }

    void Reserve(int count)
    {
        sums.Reserve((long)count * Width);
        inputs.Reserve((long)count * model.Hidden);
        capacity = count;
    }
}
