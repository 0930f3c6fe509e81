using System.Text;

namespace Tanyuan.Index.Bench;

/// <summary>
/// Writes news-length Chinese documents, one a line: log-normal lengths of about 490 characters, words under Zipf's law, some of
/// them the successors that they have in our samples, some from the few topics of the document, so that words repeat within it.
/// The same seed gives the same bytes.
/// </summary>
static class Corpus
{
    const double MeanLogLength = 6.03;
    const double LogLengthDeviation = 0.55;

    internal static int Write(string path, int documents, int seed)
    {
        var random = new Random(seed);
        var words = new WordSource(random);
        using var output = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20) { NewLine = "\n" };
        var text = new StringBuilder();
        for (var i = 0; i < documents; i++)
        {
            text.Clear();
            Compose(text, words, random);
            output.WriteLine(text);
        }

        return 0;
    }

    static void Compose(StringBuilder text, WordSource words, Random random)
    {
        var length = Math.Clamp((int)Math.Exp(MeanLogLength + (LogLengthDeviation * Gaussian(random))), 60, 5000);
        var topics = new string[6 + random.Next(12)];
        for (var i = 0; i < topics.Length; i++)
            topics[i] = words.NextTopic(random);

        var word = words.Next(random);
        var untilComma = 4 + random.Next(8);
        while (text.Length < length)
        {
            text.Append(word);
            if (--untilComma == 0)
            {
                text.Append(random.Next(3) == 0 ? '。' : '，');
                untilComma = 4 + random.Next(8);
            }
            else if (random.Next(60) == 0)
            {
                text.Append(random.Next(1990, 2027));
            }

            var kind = random.NextDouble();
            word = kind < 0.35 && words.NextAfter(word, random) is { } next ? next
                : kind < 0.55 ? topics[random.Next(topics.Length)]
                : words.Next(random);
        }

        text.Append('。');
    }

    static double Gaussian(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
