using System.Text.RegularExpressions;
using Tanyuan.Answers.Evidence;
using Tanyuan.Text;

namespace Tanyuan.Answers.Composing;

/// <summary>The items that stand on lines of their own below a sentence that ends in a colon (应当同时符合下列条件：（一）… （二）…): numbered or marked lines, up to the first that is none.</summary>
internal static partial class ListBelow
{
    const int MostItems = 12;

    /// <summary>The items below a sentence; none where it introduces no list.</summary>
    public static List<Statement> Of(PooledSentence sentence)
    {
        var items = new List<Statement>();
        var (passage, sentences) = (sentence.Passage, sentence.Passage.Sentences);
        if (sentence.Key.TrimEnd() is not [.., ':' or '：'])
            return items;
        for (var i = sentence.Index + 1; i < sentences.Count && items.Count < MostItems; i++)
        {
            var line = new PooledSentence(passage, sentence.Rank, i);
            if (Marked().Match(line.Key) is not { Success: true } marked)
                break;
            var item = marked.Groups["item"];
            items.Add(line.ToStatement(new TextSpan(item.Index, item.Length)));
        }

        return items.Count > 1 ? items : [];
    }

    [GeneratedRegex("^\\s*(?:[(（][一二三四五六七八九十0-9]{1,2}[)）]|[0-9]{1,2}[.、)）]|[一二三四五六七八九十]{1,2}、|[①②③④⑤⑥⑦⑧⑨⑩]|[·•●■◆▪*-])\\s*(?<item>\\S.*?)[;；。,，]?\\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Marked();
}
