namespace Tanyuan.Index;

/// <summary>What the values of a column are.</summary>
public enum ColumnKind
{
    /// <summary>Whole numbers from <see cref="ColumnDefinition.Smallest"/> to <see cref="ColumnDefinition.Largest"/>: they can be sorted by, grouped by, and filtered by range or set.</summary>
    Number = 1,

    /// <summary>Texts of which many documents share few, such as a site or a language: they can be filtered by set, and listed.</summary>
    Text = 2,
}
