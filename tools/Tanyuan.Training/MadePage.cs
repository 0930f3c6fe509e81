using System.Text;
using Tanyuan.Text.Sentences;

namespace Tanyuan.Training;

/// <summary>
/// A page as people collect them, made of passages: it joins passages of one article and of others, some under headings, to a few thousand
/// characters; it is named after a site, after its first clause, after its first article, or not at all; and a few such pages are a library.
/// To a reader that knows the passages of an encyclopedia only, all of that would be a sign that it is wrong.
/// </summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="IsHeaded">Whether its articles stand under headings.</param>
/// <param name="Passages">What it is made of.</param>
internal sealed record MadePage(string Id, string Title, bool IsHeaded, IReadOnlyList<CorpusPassage> Passages)
{
    const int ShortestPage = 2000, LongestPage = 8000;
    const int FewestPages = 5, MostPages = 20;
    const int LongestHeadline = 30;

    static readonly string[] Sites = ["_百科频道_新闻门户", " - 知识网", "-专题-资讯中心", " | 读书时间", "_文化频道_在线"];

    /// <summary>Makes libraries that hold each passage once.</summary>
    public static List<List<MadePage>> Libraries(IEnumerable<CorpusPassage> passages, Random random)
    {
        var articles = passages.GroupBy(passage => passage.Title, StringComparer.Ordinal).ToArray();
        random.Shuffle(articles);
        var waiting = new Queue<CorpusPassage>(articles.SelectMany(article => article));
        var pages = new List<MadePage>();
        while (waiting.Count > 0)
            pages.Add(Make($"page-{pages.Count}", waiting, random));
        var libraries = new List<List<MadePage>>();
        for (var first = 0; first < pages.Count; first += libraries[^1].Count)
            libraries.Add(pages.GetRange(first, Math.Min(random.Next(FewestPages, MostPages + 1), pages.Count - first)));
        return libraries;
    }

    /// <summary>The page as a document.</summary>
    /// <param name="change">What becomes of each passage; null leaves it out.</param>
    public CorpusPassage Document(Func<CorpusPassage, CorpusPassage?>? change = null)
    {
        var text = new StringBuilder();
        CorpusPassage? before = null;
        foreach (var passage in Passages)
        {
            if ((change is null ? passage : change(passage)) is not { } kept)
                continue;
            if (IsHeaded && before?.Title != kept.Title)
                text.Append(kept.Title).Append('\n');
            text.Append(kept.Text).Append('\n');
            before = kept;
        }

        return new CorpusPassage(Id, Title, text.ToString());
    }

    static MadePage Make(string id, Queue<CorpusPassage> waiting, Random random)
    {
        var length = random.Next(ShortestPage, LongestPage);
        var taken = new List<CorpusPassage>();
        while (waiting.Count > 0 && length > 0)
        {
            taken.Add(waiting.Dequeue());
            length -= taken[^1].Text.Length;
        }

        return new MadePage(id, TitleOf(taken, random), random.Next(2) == 0, taken);
    }

    static string TitleOf(List<CorpusPassage> passages, Random random) => random.Next(4) switch
    {
        0 => "",
        1 => Headline(passages[random.Next(passages.Count)].Text),
        2 => passages[0].Title + Sites[random.Next(Sites.Length)],
        _ => Headline(passages[0].Text) + Sites[random.Next(Sites.Length)],
    };

    static string Headline(string text)
    {
        var sentence = SentenceSplitter.Split(text)[0].Of(text);
        var end = sentence.AsSpan().IndexOfAny("，,；;。");
        var clause = end < 4 ? sentence : sentence[..end];
        return clause.Length <= LongestHeadline ? clause : clause[..LongestHeadline];
    }
}
