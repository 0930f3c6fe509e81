namespace Tanyuan.Answers.Reading;

/// <summary>Fills a feature vector in order and sees to it that it is full.</summary>
internal ref struct FeatureWriter(Span<float> values)
{
    readonly Span<float> _values = values;
    int _count;

    /// <summary>Writes the next feature.</summary>
    public void Add(double value) => _values[_count++] = (float)value;

    /// <summary>Writes 1 or 0 as the next feature.</summary>
    public void Add(bool value) => _values[_count++] = value ? 1 : 0;

    /// <summary>Checks that every feature was written.</summary>
    public readonly void Finish()
    {
        if (_count != _values.Length)
            throw new InvalidOperationException($"{_count} of {_values.Length} features were written.");
    }
}
