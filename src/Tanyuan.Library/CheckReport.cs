namespace Tanyuan.Library;

/// <summary>What a check of a library found.</summary>
/// <param name="Problems">Everything that is wrong and what cures it; empty for a sound library.</param>
/// <param name="Documents">How many documents were checked.</param>
/// <param name="Passages">How many passages were checked.</param>
public sealed record CheckReport(IReadOnlyList<string> Problems, int Documents, int Passages)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsSound => Problems.Count == 0;
}
