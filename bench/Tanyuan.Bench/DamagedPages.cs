using System.Globalization;
using System.Text;
using Tanyuan.Text.Conversion;
using Tanyuan.Text.Sentences;

namespace Tanyuan.Bench;

/// <summary>
/// Our own text, made into pages and damaged as real ones are, a kind at a time, always the same for a seed: what cleaning costs on pages that need it. The
/// damage is only as true to life as the time it takes asks for; what repairing makes of it is measured elsewhere.
/// </summary>
internal sealed class DamagedPages(int seed)
{
    const int PagesOfKind = 100;
    const int Lines = 12;
    const int SlipsOfPage = 5;

    static readonly string[] Phrases = ["南山租车价格", "南山租车多少钱", "北港搬家电话", "北港搬家公司", "海口机票查询", "海口机票预订", "旧书回收电话", "旧书回收价格", "二手单车报价", "二手单车转让"];
    static readonly string[] Above = ["首页 | 新闻 | 体育 | 财经 | 旅游 | 汽车", "您的位置：首页 > 新闻 > 正文", "字号：大 中 小 打印本页 分享到微信"];
    static readonly string[] Below = ["责任编辑：周一舟", "声明：本网转载此文只为传递消息，不代表本网观点", "上一篇：古桥修好了", "版权所有 © 示例晚报网"];

    static readonly (char Character, string Reading)[] Readings = [('國', "guó"), ('時', "shí"), ('個', "gè"), ('來', "lái"), ('會', "huì"), ('開', "kāi"), ('車', "chē"), ('門', "mén"), ('東', "dōng"), ('號', "hào")];

    static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    readonly Random random = new(seed);
    readonly string[] sentences = Sentences(SampleText.Chinese(1));

    /// <summary>The kinds of pages with their pages.</summary>
    public IEnumerable<(string Kind, string[] Pages)> ByKind()
    {
        yield return ("clean", Pages(page => page));
        yield return ("pinyin", Pages(Bracketed));
        yield return ("bytes", Pages(Slipped));
        yield return ("farm", Pages(page => $"{page}\n{Farm()}\n{Farm()}"));
        yield return ("frame", Pages(page => $"{string.Join('\n', Above)}\n{page}\n{string.Join('\n', Below)}"));
        yield return ("tail", Pages(page => $"{page}\n相关新闻\n{Snippet()}\n{Snippet()}\n{Snippet()}"));
        yield return ("double", Pages(page => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(page))));
        yield return ("mixed", Pages(page => $"{string.Join('\n', Above)}\n{Slipped(Bracketed(page))}\n{Farm()}\n{Snippet()}\n{Snippet()}"));
    }

    string[] Pages(Func<string, string> damage)
    {
        var pages = new string[PagesOfKind];
        for (var page = 0; page < pages.Length; page++)
            pages[page] = damage(Article());
        return pages;
    }

    string Article()
    {
        var page = new StringBuilder("南山茶花立春前开放\n");
        page.Append(CultureInfo.InvariantCulture, $"2024年{random.Next(1, 13)}月{random.Next(1, 29)}日 来源：示例晚报\n");
        for (var line = 0; line < Lines; line++)
            page.Append(Paragraph(60, 180)).Append('\n');
        return page.ToString();
    }

    /// <summary>Sentences that follow each other, whole: one cut in two has words that no page has.</summary>
    string Paragraph(int least, int most)
    {
        var length = random.Next(least, most);
        var paragraph = new StringBuilder();
        for (var next = random.Next(sentences.Length); paragraph.Length < length; next = (next + 1) % sentences.Length)
            paragraph.Append(sentences[next]);
        return paragraph.ToString();
    }

    /// <summary>A teaser, cut where it is full, as teasers are.</summary>
    string Snippet() => string.Concat(Paragraph(80, 81).AsSpan(0, random.Next(50, 80)), "…");

    string Farm() => string.Join('_', Enumerable.Range(0, 20).Select(_ => Phrases[random.Next(Phrases.Length)]));

    /// <summary>A page that went through a converter which wrote readings behind what it converted.</summary>
    static string Bracketed(string page)
    {
        page = ScriptConverter.Convert(page, ChineseScript.Traditional);
        foreach (var (character, reading) in Readings)
            page = page.Replace(character.ToString(), $"{character}({reading})", StringComparison.Ordinal);
        return page;
    }

    /// <summary>Takes the first byte of a few characters away: what follows is read one byte off to the end of its run (docs/gbk-byte-slip.md).</summary>
    string Slipped(string page)
    {
        var lost = Enumerable.Range(0, SlipsOfPage).Select(_ => random.Next(40, page.Length - 40)).ToHashSet();
        var slipped = new StringBuilder();
        for (var index = 0; index < page.Length; index++)
        {
            if (!lost.Contains(index) || !IsPair(page[index]))
            {
                slipped.Append(page[index]);
                continue;
            }

            var end = index;
            while (end < page.Length && IsPair(page[end]))
                end++;
            Append(slipped.Append('?'), Gbk.GetBytes(page[index..end]).AsSpan(1));
            index = end - 1;
        }

        return slipped.ToString();
    }

    static void Append(StringBuilder page, ReadOnlySpan<byte> bytes)
    {
        for (var index = 0; index < bytes.Length; index += bytes[index] < 0x81 ? 1 : 2)
        {
            var pair = Gbk.GetString(bytes.Slice(index, Math.Min(bytes[index] < 0x81 ? 1 : 2, bytes.Length - index)));

            // What stands for no character vanishes.
            page.Append(pair is [var character] && character is not ('\uFFFD' or (>= '\uE000' and <= '\uF8FF')) ? pair == "\u0080" ? "€" : pair : "");
        }
    }

    static string[] Sentences(string text) =>
        [.. SentenceSplitter.Split(text).Select(span => text.Substring(span.Start, span.Length).Trim()).Where(sentence => sentence.Contains('。', StringComparison.Ordinal))];

    static bool IsPair(char character) => character >= 0x80 && Gbk.GetByteCount([character]) == 2;
}
