using Tanyuan.Index.Kernels;

namespace Tanyuan.Index.Postings;

/// <summary>
/// How the <see cref="Impacts"/> of a term's blocks are written, each as a row of bits, all rows alike: the first frequency less one, the first norm less the least of all, then
/// for each other pair by how much frequency and norm are greater than those of the pair before. Each of the four kinds of number has as many bits as its greatest needs.
/// </summary>
/// <param name="LeastNorm">The least norm of all.</param>
/// <param name="FirstFrequency">The bits of a first frequency, from 0 to 8 as all others.</param>
/// <param name="FirstNorm">The bits of a first norm.</param>
/// <param name="Frequency">The bits of how much greater another frequency is.</param>
/// <param name="Norm">The bits of how much greater another norm is.</param>
readonly record struct ImpactRows(byte LeastNorm, int FirstFrequency, int FirstNorm, int Frequency, int Norm)
{
    const int MostBits = 8;
    const int WidthBits = 4;

    // The lowest bit of each pair of bytes.
    const ulong EachPair = 0x0001_0001_0001_0001;

    /// <summary>How many bits a row has, at most 64.</summary>
    internal int Bits => FirstFrequency + FirstNorm + ((Impacts.Pairs - 1) * (Frequency + Norm));

    /// <summary>Whether numbers can have so many bits.</summary>
    internal bool AreSound => Math.Max(Math.Max(FirstFrequency, FirstNorm), Math.Max(Frequency, Norm)) <= MostBits;

    /// <summary>Where in eight bytes, one for each number of a row, its bits belong.</summary>
    internal ulong Places
    {
        get
        {
            var others = Ones(Frequency) | (Ones(Norm) << 8);
            return Ones(FirstFrequency) | (Ones(FirstNorm) << 8) | (others << 16) | (others << 32) | (others << 48);
        }
    }

    /// <summary>What is added to the numbers of each pair.</summary>
    internal ulong Least => EachPair * (1 | ((ulong)LeastNorm << 8));

    /// <summary>The rows that can have some impacts, of which there are any.</summary>
    internal static ImpactRows Of(ReadOnlySpan<Impacts> all)
    {
        var (least, firstFrequency, greatestNorm, frequency, norm) = (byte.MaxValue, 0, 0, 0, 0);
        foreach (var impacts in all)
        {
            var first = impacts[0];
            least = Math.Min(least, first.Norm);
            firstFrequency |= first.Frequency - 1;
            greatestNorm = Math.Max(greatestNorm, first.Norm);
            for (var pair = 1; pair < Impacts.Pairs; pair++)
            {
                frequency |= impacts[pair].Frequency - impacts[pair - 1].Frequency;
                norm |= impacts[pair].Norm - impacts[pair - 1].Norm;
            }
        }

        return new ImpactRows(least, Width(firstFrequency), Width(greatestNorm - least), Width(frequency), Width(norm));
    }

    /// <summary>Writes what says how rows are written.</summary>
    internal void WriteHead(BitWriter target)
    {
        target.Write(LeastNorm, 8);
        target.Write((uint)FirstFrequency, WidthBits);
        target.Write((uint)FirstNorm, WidthBits);
        target.Write((uint)Frequency, WidthBits);
        target.Write((uint)Norm, WidthBits);
    }

    /// <summary>Reads that.</summary>
    internal static ImpactRows ReadHead(ref BitWindow window) =>
        new((byte)window.Take(8), (int)window.Take(WidthBits), (int)window.Take(WidthBits), (int)window.Take(WidthBits), (int)window.Take(WidthBits));

    /// <summary>Writes a row.</summary>
    internal void Write(BitWriter target, Impacts impacts)
    {
        target.Write((uint)impacts[0].Frequency - 1, FirstFrequency);
        target.Write((uint)(impacts[0].Norm - LeastNorm), FirstNorm);
        for (var pair = 1; pair < Impacts.Pairs; pair++)
        {
            target.Write((uint)(impacts[pair].Frequency - impacts[pair - 1].Frequency), Frequency);
            target.Write((uint)(impacts[pair].Norm - impacts[pair - 1].Norm), Norm);
        }
    }

    /// <summary>The impacts of a row, of which each bit is put in its place and each pair added to those behind it.</summary>
    internal static Impacts Read(ulong row, ulong places, ulong least)
    {
        var sums = SelectedNumbers.Spread(row, places);
        sums += sums << 16;
        sums += sums << 32;
        return new Impacts(sums + least);
    }

    static ulong Ones(int width) => (1UL << width) - 1;

    static int Width(int number) => BitReader.Width((uint)number);
}
