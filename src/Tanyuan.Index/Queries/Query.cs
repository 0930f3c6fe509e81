namespace Tanyuan.Index.Queries;

/// <summary>What to look for: a tree of immutable queries, valid for any index whose schema has the fields they name.</summary>
public abstract record Query
{
    private protected Query()
    {
    }
}
