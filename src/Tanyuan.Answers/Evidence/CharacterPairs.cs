namespace Tanyuan.Answers.Evidence;

/// <summary>The pairs of neighbouring letters and digits of a folded text: how alike two texts are shows in the pairs they share.</summary>
internal static class CharacterPairs
{
    /// <summary>The distinct pairs of a folded text; what stands between letters and digits is passed over.</summary>
    public static HashSet<int> Of(string key)
    {
        var pairs = new HashSet<int>();
        var last = '\0';
        foreach (var unit in key)
        {
            if (!char.IsLetterOrDigit(unit))
                continue;
            if (last != '\0')
                pairs.Add((last << 16) | unit);
            last = unit;
        }

        return pairs;
    }
}
