using System.Text;
using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Tagging;

// The weights of LAC-small as whole numbers, read where the embedded table tagger.bin is mapped (docs/formats.md; made by
// tools/tables/build_tagger.py): opening it copies a few thousand numbers out of three million.

/// <summary>The network's parameters, ready for inference. Immutable.</summary>
internal sealed unsafe class TaggerModel
{
    const uint Version = 2;

    readonly short* embedding;
    readonly ushort[] rowOfUnit = new ushort[char.MaxValue + 1];

    TaggerModel(TableFile table)
    {
        Rows = table.Read<int>();
        Hidden = table.Read<int>();
        var tags = table.Read<int>();
        var unknown = (ushort)table.Read<int>();
        var characters = table.Read<int>();
        var nameBytes = table.Read<int>();
        var names = Encoding.ASCII.GetString(table.ReadArray<byte>(nameBytes), nameBytes).TrimEnd('\0').Split('\n');
        Labels = Array.ConvertAll(names, TagLabel.Parse);

        Array.Fill(rowOfUnit, unknown);
        var pairs = table.ReadArray<ushort>(2 * characters);
        for (var i = 0; i < characters; i++)
            rowOfUnit[pairs[2 * i]] = pairs[2 * i + 1];

        embedding = table.ReadArray<short>(Rows * Hidden);
        Layers = new GatedLayer[4];
        for (var layer = 0; layer < Layers.Length; layer++)
            Layers[layer] = new GatedLayer(table, layer < 2 ? Hidden : 2 * Hidden, Hidden);
        Emission = new FixedMatrix(table, 2 * Hidden, tags);
        EmissionBias = new int[Emission.Stride];
        Integers(table, tags).CopyTo(EmissionBias, 0);
        Transitions = new TagTransitions(table, tags);
    }

    /// <summary>How many different characters the network knows.</summary>
    public int Rows { get; }

    /// <summary>The width of a hidden state.</summary>
    public int Hidden { get; }

    public TagLabel[] Labels { get; }

    /// <summary>Forward 1, backward 1, forward 2, backward 2.</summary>
    public GatedLayer[] Layers { get; }

    public FixedMatrix Emission { get; }

    /// <summary>With the emission's padding.</summary>
    public int[] EmissionBias { get; }

    public TagTransitions Transitions { get; }

    public static TaggerModel Load() => new(TableFile.Open("tagger.bin", "TAGR"u8, Version));

    /// <summary>The next integers of the table.</summary>
    public static int[] Integers(TableFile table, int count) => new ReadOnlySpan<int>(table.ReadArray<int>(count), count).ToArray();

    /// <summary>The next floats of the table.</summary>
    public static float[] Floats(TableFile table, int count) => new ReadOnlySpan<float>(table.ReadArray<float>(count), count).ToArray();

    /// <summary>The row of the embedding that a folded UTF-16 unit has.</summary>
    public ushort RowOf(char unit) => rowOfUnit[unit];

    /// <summary>A row of the embedding.</summary>
    public ReadOnlySpan<short> Embedding(int row) => new(embedding + (long)row * Hidden, Hidden);
}

/// <summary>One bidirectional half of a layer: input projection with its bias, and the recurrent weights.</summary>
internal sealed class GatedLayer(TableFile table, int inputs, int hidden)
{
    public FixedMatrix Input { get; } = new(table, inputs, 3 * hidden);

    public int[] Bias { get; } = TaggerModel.Integers(table, 3 * hidden);

    /// <summary>Update gate, then reset gate.</summary>
    public FixedMatrix Gates { get; } = new(table, hidden, 2 * hidden);

    public FixedMatrix Candidate { get; } = new(table, hidden, hidden);
}

/// <summary>What an output of the network means: the first or a later character of a word with some tag.</summary>
internal readonly record struct TagLabel(WordTag Tag, bool Begins)
{
    public static TagLabel Parse(string name)
    {
        var tag = name.Split('-')[0] switch
        {
            "a" => WordTag.Adjective,
            "ad" => WordTag.AdverbialAdjective,
            "an" => WordTag.NominalAdjective,
            "c" => WordTag.Conjunction,
            "d" => WordTag.Adverb,
            "f" => WordTag.Direction,
            "m" => WordTag.Number,
            "n" => WordTag.Noun,
            "q" => WordTag.MeasureWord,
            "r" => WordTag.Pronoun,
            "s" => WordTag.PlaceNoun,
            "p" => WordTag.Preposition,
            "u" => WordTag.Auxiliary,
            "v" => WordTag.Verb,
            "vd" => WordTag.AdverbialVerb,
            "vn" => WordTag.NominalVerb,
            "xc" => WordTag.Particle,
            "w" => WordTag.Punctuation,
            "PER" or "nr" => WordTag.Person,
            "LOC" or "ns" => WordTag.Location,
            "ORG" or "nt" => WordTag.Organisation,
            "nw" => WordTag.Work,
            "nz" => WordTag.ProperName,
            "TIME" or "t" => WordTag.Time,
            _ => WordTag.Other,
        };
        return new TagLabel(tag, Begins: !name.EndsWith("-I", StringComparison.Ordinal));
    }
}
