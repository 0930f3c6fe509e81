namespace Tanyuan.Index;

/// <summary>The fields of an index. A field is known everywhere else by its place in this list.</summary>
/// <param name="Fields">The fields, 1 to 256.</param>
public sealed record IndexSchema(IReadOnlyList<FieldDefinition> Fields)
{
    /// <summary>
    /// Whether an index written under <paramref name="other"/> can be read under this schema: names, order and positions agree.
    /// K1, B and Boost only matter while searching, so they may differ.
    /// </summary>
    public bool StoresTheSameAs(IndexSchema other) =>
        Fields.Count == other.Fields.Count
        && Fields.Zip(other.Fields).All(pair => pair.First.Name == pair.Second.Name && pair.First.Positions == pair.Second.Positions);

    internal void Validate()
    {
        if (Fields.Count is 0 or > 256)
            throw new ArgumentException($"A schema has 1 to 256 fields, not {Fields.Count}.");
        if (Fields.Select(field => field.Name).Distinct(StringComparer.Ordinal).Count() != Fields.Count)
            throw new ArgumentException("Two fields of the schema have the same name.");

        foreach (var field in Fields)
        {
            if (!(field.K1 >= 0 && double.IsFinite(field.K1)) || !(field.B is >= 0 and <= 1) || !(field.Boost > 0 && double.IsFinite(field.Boost)))
                throw new ArgumentException($"The field {field.Name} needs K1 of 0 or more, B from 0 to 1 and Boost above 0.");
        }
    }
}
