using Tanyuan.Pages;
using Tanyuan.Pages.Sources;
using Tanyuan.Text;
using Tanyuan.Text.Words;

namespace Tanyuan.Index.Bench;

/// <summary>
/// Words with the statistics of our own samples: their words by frequency, which of them followed which, and a tail of rarer words
/// made of their characters, under a Zipf-Mandelbrot law.
/// </summary>
sealed class WordSource
{
    /// <summary>How many words there are where nothing else is asked for: as many as real text seems to have (docs/decisions/012).</summary>
    internal const int UsualVocabulary = 60_000;

    readonly string[] words;
    readonly double[] cumulative;
    readonly Dictionary<string, List<string>> followers = new(StringComparer.Ordinal);

    internal WordSource(Random random, int vocabulary)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var characters = new List<char>();
        foreach (var text in SampleTexts())
            Count(text, counts, characters);

        var ranked = counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key).ToList();
        var known = ranked.ToHashSet(StringComparer.Ordinal);
        while (ranked.Count < vocabulary)
        {
            var length = random.Next(10) switch { < 7 => 2, < 9 => 3, _ => 4 };
            var word = string.Create(length, (random, characters), static (target, source) =>
            {
                foreach (ref var place in target)
                    place = source.characters[source.random.Next(source.characters.Count)];
            });
            if (known.Add(word))
                ranked.Add(word);
        }

        words = [.. ranked.Take(vocabulary)];
        cumulative = new double[words.Length];
        var sum = 0.0;
        for (var rank = 0; rank < words.Length; rank++)
            cumulative[rank] = sum += 1 / (rank + 8.0);
    }

    /// <summary>A word as frequent as Zipf says.</summary>
    internal string Next(Random random)
    {
        var place = Array.BinarySearch(cumulative, random.NextDouble() * cumulative[^1]);
        return words[Math.Min(place < 0 ? ~place : place, words.Length - 1)];
    }

    /// <summary>A word from the rarer part, such as a text is about.</summary>
    internal string NextTopic(Random random) => words[Math.Min(words.Length - 1, (int)(300 * Math.Exp(random.NextDouble() * Math.Log(words.Length / 300.0))))];

    /// <summary>A word that followed another in the samples, or null.</summary>
    internal string? NextAfter(string word, Random random) =>
        followers.TryGetValue(word, out var next) ? next[random.Next(next.Count)] : null;

    void Count(string text, Dictionary<string, int> counts, List<char> characters)
    {
        var spans = new List<TextSpan>();
        WordSegmenter.Default.Segment(text, spans);
        var (last, lastEnd) = ("", -1);
        foreach (var span in spans)
        {
            var word = text.Substring(span.Start, span.Length);
            if (!word.All(Bigrams.IsHan))
                continue;

            counts[word] = counts.GetValueOrDefault(word) + 1;
            characters.AddRange(word);
            if (span.Start == lastEnd)
            {
                if (!followers.TryGetValue(last, out var list))
                    followers[last] = list = [];
                list.Add(word);
            }

            (last, lastEnd) = (word, span.Start + span.Length);
        }
    }

    static IEnumerable<string> SampleTexts()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Tanyuan.slnx")))
            folder = folder.Parent;
        if (folder is null)
            throw new InvalidOperationException("The benchmark runs outside the repository.");

        return PageSource.Enumerate(Path.Combine(folder.FullName, "samples", "pages"))
            .OrderBy(item => item.Page?.Name, StringComparer.Ordinal)
            .Where(item => item.Page is not null)
            .SelectMany(item => PageReader.Read(item.Page!).Documents)
            .Where(document => document.Language == "zh")
            .Select(document => document.Text);
    }
}
