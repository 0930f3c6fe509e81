namespace Tanyuan.Answers.Reading;

/// <summary>Words right before and right after a span that say what it is: 「称为」 before a name, 「位于」 before a place. Each has a number.</summary>
internal static class BorderCues
{
    /// <summary>The number of the word that ends <paramref name="left"/>, or 0.</summary>
    public static int Left(ReadOnlySpan<char> left)
    {
        left = left.TrimEnd(" 「『“《(（\"");
        if (left.EndsWith("称为") || left.EndsWith("叫做") || left.EndsWith("名为") || left.EndsWith("称作") || left.EndsWith("又称") || left.EndsWith("简称") || left.EndsWith("命名为") || left.EndsWith("名叫"))
            return 1;
        if (left.EndsWith("位于") || left.EndsWith("来自") || left.EndsWith("毕业于") || left.EndsWith("就读于") || left.EndsWith("出生于"))
            return 2;
        if (left.EndsWith("因为") || left.EndsWith("由于") || left.EndsWith("为了"))
            return 3;
        if (left.EndsWith("通过") || left.EndsWith("透过") || left.EndsWith("利用"))
            return 4;
        if (left.EndsWith("包括") || left.EndsWith("例如") || left.EndsWith("包含"))
            return 5;
        return left.Length == 0 ? 0 : left[^1] switch
        {
            '是' => 6,
            '为' => 7,
            '在' => 8,
            '于' => 9,
            '由' => 10,
            '被' => 11,
            '达' => 12,
            '约' => 13,
            '因' => 14,
            '以' => 15,
            '、' => 16,
            '的' => 17,
            '了' => 18,
            '有' => 19,
            '和' or '与' or '及' => 20,
            '叫' or '称' => 21,
            '至' or '到' => 22,
            '从' => 23,
            '将' or '把' => 24,
            '对' or '向' => 25,
            '作' => 26,
            '成' => 27,
            '用' => 28,
            '出' => 29,
            '即' => 30,
            '名' => 31,
            _ => 0,
        };
    }

    /// <summary>The number of the word that begins <paramref name="right"/>, or 0.</summary>
    public static int Right(ReadOnlySpan<char> right)
    {
        right = right.TrimStart(" 」』”》)）\"");
        return right.Length == 0 ? 0 : right[0] switch
        {
            '的' => 1,
            '、' => 2,
            '和' or '与' or '及' => 3,
            '是' => 4,
            '等' => 5,
            '在' => 6,
            '为' => 7,
            '以' => 8,
            '所' => 9,
            '之' => 10,
            '时' => 11,
            '后' => 12,
            '上' or '中' or '内' => 13,
            '(' or '（' => 14,
            '于' => 15,
            '被' => 16,
            '将' => 17,
            '则' => 18,
            '/' => 19,
            _ => 0,
        };
    }
}
