using System.Text;

namespace Tanyuan.Index.Bench;

/// <summary>
/// Queries drawn from the documents of a corpus, a line each: class, tab, terms. <c>or</c> 2–4 bigrams of one document, <c>and</c> 2–3,
/// <c>phrase</c> 2–3 in a row, <c>rare</c> one in 5–50 documents, <c>common</c> one in more than 3 % of them, <c>long</c> 12–20 in one document.
/// </summary>
static class QuerySet
{
    const int Sampled = 20_000;

    internal static int Write(string corpus, string path, int seed)
    {
        var random = new Random(seed);
        var frequencies = new Dictionary<uint, int>();
        var documents = new List<string>();
        var count = 0;
        var seen = new HashSet<uint>();
        foreach (var line in File.ReadLines(corpus, Encoding.UTF8))
        {
            seen.Clear();
            foreach (var start in Starts(line))
                seen.Add(Pair(line, start));
            foreach (var pair in seen)
                frequencies[pair] = frequencies.GetValueOrDefault(pair) + 1;

            count++;
            if (documents.Count < Sampled)
                documents.Add(line);
            else if (random.Next(count) < Sampled)
                documents[random.Next(Sampled)] = line;
        }

        var rare = Terms(frequencies, frequency => frequency is >= 5 and <= 50);
        var common = Terms(frequencies, frequency => frequency > count * 0.03);
        using var output = new StreamWriter(path, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        Write(output, "or", 200, () => Several(documents, random, random.Next(2, 5)));
        Write(output, "and", 100, () => Several(documents, random, random.Next(2, 4)));
        Write(output, "phrase", 100, () => InRow(documents, random, random.Next(2, 4)));
        Write(output, "rare", 50, () => [rare[random.Next(rare.Count)]]);
        Write(output, "common", 50, () => [common[random.Next(common.Count)]]);
        Write(output, "long", 100, () => Several(documents, random, random.Next(12, 21)));
        return 0;
    }

    static void Write(StreamWriter output, string kind, int count, Func<IReadOnlyList<string>> next)
    {
        for (var i = 0; i < count; i++)
            output.WriteLine($"{kind}\t{string.Join(' ', next())}");
    }

    static List<string> Terms(Dictionary<uint, int> frequencies, Func<int, bool> wanted) =>
        [.. frequencies.Where(pair => wanted(pair.Value)).Select(pair => $"{(char)(pair.Key >> 16)}{(char)pair.Key}").Order(StringComparer.Ordinal)];

    static List<string> Several(List<string> documents, Random random, int count)
    {
        var terms = new List<string>();
        while (terms.Count < count)
        {
            terms.Clear();
            var document = documents[random.Next(documents.Count)];
            var starts = Starts(document).ToArray();
            random.Shuffle(starts);
            terms.AddRange(starts.Select(start => document.Substring(start, 2)).Distinct(StringComparer.Ordinal).Take(count));
        }

        return terms;
    }

    static List<string> InRow(List<string> documents, Random random, int count)
    {
        while (true)
        {
            var document = documents[random.Next(documents.Count)];
            var start = random.Next(document.Length);
            var terms = Starts(document).SkipWhile(place => place < start).TakeWhile((place, index) => place == start + index).Take(count)
                .Select(place => document.Substring(place, 2)).ToList();
            if (terms.Count == count)
                return terms;
        }
    }

    static IEnumerable<int> Starts(string text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (Bigrams.IsHan(text[i]) && Bigrams.IsHan(text[i + 1]))
                yield return i;
        }
    }

    static uint Pair(string text, int start) => ((uint)text[start] << 16) | text[start + 1];
}
