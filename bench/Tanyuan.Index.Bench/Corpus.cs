using System.Text;

namespace Tanyuan.Index.Bench;

/// <summary>
/// Writes news-length Chinese documents, one a line: log-normal lengths of about 1,480 bytes, composed to the measures of real pages
/// (<see cref="DocumentComposer"/>, docs/decisions/012). The same seed gives the same bytes.
/// With fewer words than usual more is said in the same ones, and an index of it is smaller.
/// </summary>
static class Corpus
{
    const double MeanLogLength = 5.92;
    const double LogLengthDeviation = 0.70;

    internal static int Write(string path, int documents, int vocabulary, int seed)
    {
        var random = new Random(seed);
        var composer = new DocumentComposer(new WordSource(random, vocabulary), new LatinWords(random), random);
        using var output = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20) { NewLine = "\n" };
        for (var i = 0; i < documents; i++)
        {
            var length = Math.Exp(MeanLogLength + (LogLengthDeviation * Gaussian(random)));
            output.WriteLine(composer.Compose((int)Math.Clamp(length, 40, 5000)));
        }

        return 0;
    }

    static double Gaussian(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
