namespace Tanyuan.Training;

/// <summary>Rows of features in groups (a group holds the candidates of one question), each with a gain.</summary>
internal sealed class TrainingRows(int features)
{
    float[] _values = new float[1 << 16];
    readonly List<int> _starts = [0];

    /// <summary>How many features a row has.</summary>
    public int Features => features;

    /// <summary>How many rows there are.</summary>
    public int Count => Gains.Count;

    /// <summary>How many groups are closed.</summary>
    public int Groups => _starts.Count - 1;

    /// <summary>The features of all rows, one row after the other.</summary>
    public float[] Values => _values;

    /// <summary>What each row is worth.</summary>
    public List<float> Gains { get; } = [];

    /// <summary>Adds a row.</summary>
    public void Add(ReadOnlySpan<float> row, double gain)
    {
        if ((Count + 1) * features > _values.Length)
            Array.Resize(ref _values, _values.Length * 2);
        row.CopyTo(_values.AsSpan(Count * features));
        Gains.Add((float)gain);
    }

    /// <summary>Closes the group of the rows added since the last one.</summary>
    public void Close()
    {
        if (_starts[^1] < Count)
            _starts.Add(Count);
    }

    /// <summary>The rows of a group.</summary>
    public (int Start, int End) Group(int group) => (_starts[group], _starts[group + 1]);
}
