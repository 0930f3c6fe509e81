namespace Tanyuan.Index.Tests.Model;

/// <summary>A small set of terms, some of them frequent, with shared prefixes, one unpaired surrogate and one outside the first plane.</summary>
public static class Vocabulary
{
    public static readonly string[] Terms =
    [
        "的", "索引", "索", "索引库", "天气", "a", "ab", "abc", "abcd", "b", "中国", "中", "中国人", "\ud800", "\U00020000", "\uffff", "12", "123", "z", "ü",
    ];

    public static string Pick(Random random) => Terms[Math.Min(random.Next(Terms.Length), random.Next(Terms.Length))];
}
