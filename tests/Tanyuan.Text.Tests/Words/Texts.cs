using FsCheck;
using FsCheck.Fluent;

namespace Tanyuan.Text.Tests.Words;

/// <summary>Random texts of the kinds of character that words are made of, and of those that break them.</summary>
internal static class Texts
{
    static readonly string[] Pieces =
    [
        "中国", "研究", "生命", "的", "和", "甚麼", "臺灣", "魑魅", "唐志远", "々", "〇", "𠮷", "\ud842", "\udfb7", "タワー", "へ", "서울",
        "GPT", "a", "é", "\u0301", "4", "64", "-", ".", ",", "'", "_", "&", "+", "#", " ", "，", "。", "\n", "（", "😀", "Ｗ", "１", "T恤",
    ];

    public static Arbitrary<string> Arbitrary { get; } =
        Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary();
}
