using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Tanyuan.Text;

namespace Tanyuan.Answers.Reading.Network;

/// <summary>
/// The weights of a reading network, from the embedded <c>reader-network.bin</c> (docs/formats.md; made by
/// <c>tools/network/train_reader.py</c>). Matrices multiply from the right. Immutable.
/// </summary>
internal sealed class NetworkModel
{
    /// <summary>The width of a projected character.</summary>
    public const int Width = 64;

    /// <summary>The width of the convolutions.</summary>
    public const int Hidden = 64;

    /// <summary>The width of what a span is scored from.</summary>
    public const int SpanWidth = 64;

    /// <summary>What a question's type and kind take, one place each.</summary>
    public const int Kinds = 15 + 8;

    /// <summary>How many values describe a sentence's standing.</summary>
    public const int Standing = 8;

    /// <summary>How wide the convolutions' input is: character, alignment, their product, features, and three values of the alignment.</summary>
    public const int Inputs = (3 * Width) + CharacterFeatures.Count + 3;

    /// <summary>How many classes of length there are.</summary>
    public const int Lengths = 12;

    /// <summary>How many forms of span there are.</summary>
    public const int Forms = 1 + (int)SpanForm.Piece;

    /// <summary>How far apart the characters are that each convolution reads.</summary>
    public static ReadOnlySpan<int> Dilations => [1, 2, 4, 8];

    const int HeaderLength = 32;
    const uint Version = 2;

    static readonly Lazy<NetworkModel[]> Embedded = new(Load);

    NetworkModel(ref ReadOnlySpan<Half> halves)
    {
        Same = Next(ref halves, 2);
        Project = new Layer(ref halves, Text.Tagging.Tagger.EncodingWidth, Width, biased: true);
        Similar = new Layer(ref halves, Width, Width, biased: false);
        Enter = new Layer(ref halves, Inputs, Hidden, biased: true);
        Told = new Layer(ref halves, (2 * Width) + Kinds, Hidden, biased: false);
        Blocks = new Layer[Dilations.Length];
        for (var i = 0; i < Blocks.Length; i++)
            Blocks[i] = new Layer(ref halves, 3 * Hidden, Hidden, biased: true);
        Asked = new Layer(ref halves, (2 * Width) + Kinds, SpanWidth, biased: true);
        Places = new Layer(ref halves, Hidden, 5 * SpanWidth, biased: false);
        Whole = new Layer(ref halves, Hidden, SpanWidth, biased: false);
        Compares = IsAny(halves, QuestionComparison.Inputs * QuestionComparison.Width);
        Compare = new Layer(ref halves, QuestionComparison.Inputs, QuestionComparison.Width, biased: true);
        Beside = new Layer(ref halves, 3 * QuestionComparison.Width, QuestionComparison.Width, biased: true);
        Matched = new Layer(ref halves, QuestionComparison.Outcome, SpanWidth, biased: false);
        StandingOf = new Layer(ref halves, Standing, SpanWidth, biased: false);
        Length = Next(ref halves, Lengths * SpanWidth);
        Form = Next(ref halves, Forms * SpanWidth);
        Score = Next(ref halves, SpanWidth);
        Unsaid = new Layer(ref halves, Hidden + QuestionComparison.Outcome + SpanWidth, SpanWidth, biased: true);
        UnsaidScore = Next(ref halves, SpanWidth + 1);
    }

    /// <summary>The networks that ship with the program.</summary>
    public static NetworkModel[] Default => Embedded.Value;

    /// <summary>What the same character, and the gap of the question, add to a likeness.</summary>
    public float[] Same { get; }

    /// <summary>From a character's encoding to its projection.</summary>
    public Layer Project { get; }

    /// <summary>What likeness is measured in.</summary>
    public Layer Similar { get; }

    /// <summary>From a character's inputs to the first convolution.</summary>
    public Layer Enter { get; }

    /// <summary>From the question's gap, mean, type and kind to what every character is told of the question.</summary>
    public Layer Told { get; }

    /// <summary>The convolutions: each reads a character and the two that stand its dilation away.</summary>
    public Layer[] Blocks { get; }

    /// <summary>From the question's gap, mean, type and kind.</summary>
    public Layer Asked { get; }

    /// <summary>What a character adds to a span as its first, its last, the one before, the one after, and one inside.</summary>
    public Layer Places { get; }

    /// <summary>From the strongest of a sentence's characters.</summary>
    public Layer Whole { get; }

    /// <summary>Whether it compares the question with the sentences at all; the weights of the comparison are zero otherwise.</summary>
    public bool Compares { get; }

    /// <summary>From what is compared of a character of the question (<see cref="QuestionComparison"/>).</summary>
    public Layer Compare { get; }

    /// <summary>The convolution that reads the comparison of a character and of the two beside it.</summary>
    public Layer Beside { get; }

    /// <summary>From the outcome of a sentence's comparison.</summary>
    public Layer Matched { get; }

    /// <summary>From the standing of a sentence.</summary>
    public Layer StandingOf { get; }

    /// <summary>A row for each class of length.</summary>
    public float[] Length { get; }

    /// <summary>A row for each form of span.</summary>
    public float[] Form { get; }

    /// <summary>The weights that make a span's score.</summary>
    public float[] Score { get; }

    /// <summary>From the strongest of all characters, the strongest of all comparisons, and the question.</summary>
    public Layer Unsaid { get; }

    /// <summary>The weights, then the bias, that make the score of "not said here".</summary>
    public float[] UnsaidScore { get; }

    /// <summary>Reads the networks of a file: several that learnt from different questions are asked together.</summary>
    /// <exception cref="TanyuanException"><c>table-damaged</c>: it is not in the format of this version.</exception>
    public static NetworkModel[] Read(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        ReadOnlySpan<byte> file = copy.GetBuffer().AsSpan(0, (int)copy.Length);
        if (file.Length < HeaderLength || !file.StartsWith("TYTBSPAN"u8) || BinaryPrimitives.ReadUInt32LittleEndian(file[8..]) != Version)
            throw new TanyuanException("table-damaged", $"The reader's network is not in version {Version} of its format. Install Tanyuan again.");
        if (BinaryPrimitives.ReadUInt32LittleEndian(file[12..]) != file.Length - HeaderLength)
            throw new TanyuanException("table-damaged", $"The reader's network has {file.Length - HeaderLength} bytes where its header says otherwise. Install Tanyuan again.");
        var halves = MemoryMarshal.Cast<byte, Half>(file[HeaderLength..]);
        var networks = new List<NetworkModel>();
        while (!halves.IsEmpty)
            networks.Add(new NetworkModel(ref halves));
        return [.. networks];
    }

    /// <summary>The next weights, widened.</summary>
    internal static float[] Next(ref ReadOnlySpan<Half> halves, int count)
    {
        if (halves.Length < count)
            throw new TanyuanException("table-damaged", "The reader's network ends too early. Install Tanyuan again.");
        var values = new float[count];
        for (var i = 0; i < count; i++)
            values[i] = (float)halves[i];
        halves = halves[count..];
        return values;
    }

    static bool IsAny(ReadOnlySpan<Half> halves, int count) => halves.Length >= count && halves[..count].ContainsAnyExcept(Half.Zero);

    static NetworkModel[] Load()
    {
        using var stream = typeof(NetworkModel).Assembly.GetManifestResourceStream("reader-network.bin")
            ?? throw new TanyuanException("table-damaged", "The reader's network is missing from Tanyuan.Answers.dll. Install Tanyuan again.");
        return Read(stream);
    }
}
