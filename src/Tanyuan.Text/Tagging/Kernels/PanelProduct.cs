using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tanyuan.Text.Tagging.Kernels;

// Rows of 16-bit numbers times a weight matrix of such, added up to 32-bit sums. Whole numbers add up to the same in any order, so every
// instruction set, every batch and the scalar twin give the same bits.
// Weights lie in panels of 16 columns (Goto and van de Geijn, "Anatomy of High-Performance Matrix Multiplication", 2008), two rows at a
// time, the two weights of a column side by side: what one multiply-and-add-adjacent instruction takes. A panel stays in the first-level
// cache while blocks of six rows pass over it; six rows of two vectors are twelve sums, and with weights and value just what 16 registers hold.

/// <summary>The matrix product of the tagger's network.</summary>
internal static unsafe class PanelProduct
{
    /// <summary>The width of a panel, in columns.</summary>
    public const int Width = 16;

    const int BlockRows = 6;

    /// <summary>Adds the product of some rows with a matrix to what their sums start from.</summary>
    /// <param name="left">The rows.</param>
    /// <param name="leftStride">How far the rows are apart.</param>
    /// <param name="panels">The matrix.</param>
    /// <param name="depth">The rows of the matrix, an even number.</param>
    /// <param name="columns">The columns of the matrix, a multiple of <see cref="Width"/>.</param>
    /// <param name="starts">What the sums start from; may be the sums themselves.</param>
    /// <param name="startStride">How far the rows of the starts are apart: 0 where all start alike.</param>
    /// <param name="sums">Takes the sums.</param>
    /// <param name="sumStride">How far the rows of the sums are apart.</param>
    /// <param name="count">How many rows.</param>
    public static void Add(short* left, int leftStride, short* panels, int depth, int columns, int* starts, int startStride, int* sums, int sumStride, int count)
    {
        for (var column = 0; column < columns; column += Width)
        {
            for (var row = 0; row < count; row += BlockRows)
            {
                AddBlock(
                    left + (long)row * leftStride, leftStride, panels, depth / 2, starts + (long)row * startStride + column, startStride,
                    sums + (long)row * sumStride + column, sumStride, count - row - 1);
            }

            panels += Width * depth;
        }
    }

    /// <summary>The same, one number after another.</summary>
    public static void AddScalar(short* left, int leftStride, short* panels, int depth, int columns, int* starts, int startStride, int* sums, int sumStride, int count)
    {
        for (var column = 0; column < columns; column++)
        {
            var weights = panels + column / Width * Width * depth + column % Width * 2;
            for (var row = 0; row < count; row++)
            {
                var sum = starts[(long)row * startStride + column];
                for (var k = 0; k < depth; k++)
                    sum += left[(long)row * leftStride + k] * weights[k / 2 * 2 * Width + k % 2];
                sums[(long)row * sumStride + column] = sum;
            }
        }
    }

    // Where fewer than six rows are left, the last one stands in for those missing: it is computed and stored more than once.
    static void AddBlock(short* left, int leftStride, short* panel, int pairs, int* starts, int startStride, int* sums, int sumStride, int last)
    {
        long row1 = Math.Min(1, last), row2 = Math.Min(2, last), row3 = Math.Min(3, last), row4 = Math.Min(4, last), row5 = Math.Min(5, last);
        int* left0 = (int*)left, left1 = (int*)(left + row1 * leftStride), left2 = (int*)(left + row2 * leftStride);
        int* left3 = (int*)(left + row3 * leftStride), left4 = (int*)(left + row4 * leftStride), left5 = (int*)(left + row5 * leftStride);
        int* starts1 = starts + row1 * startStride, starts2 = starts + row2 * startStride, starts3 = starts + row3 * startStride;
        int* starts4 = starts + row4 * startStride, starts5 = starts + row5 * startStride;
        int* sums1 = sums + row1 * sumStride, sums2 = sums + row2 * sumStride, sums3 = sums + row3 * sumStride;
        int* sums4 = sums + row4 * sumStride, sums5 = sums + row5 * sumStride;
        Vector256<int> sum00 = Vector256.Load(starts), sum01 = Vector256.Load(starts + 8);
        Vector256<int> sum10 = Vector256.Load(starts1), sum11 = Vector256.Load(starts1 + 8);
        Vector256<int> sum20 = Vector256.Load(starts2), sum21 = Vector256.Load(starts2 + 8);
        Vector256<int> sum30 = Vector256.Load(starts3), sum31 = Vector256.Load(starts3 + 8);
        Vector256<int> sum40 = Vector256.Load(starts4), sum41 = Vector256.Load(starts4 + 8);
        Vector256<int> sum50 = Vector256.Load(starts5), sum51 = Vector256.Load(starts5 + 8);
        for (nint k = 0; k < pairs; k++, panel += 2 * Width)
        {
            var weights0 = Vector256.Load(panel);
            var weights1 = Vector256.Load(panel + Width);
            var values = Vector256.Create(left0[k]).AsInt16();
            sum00 = AddProducts(sum00, values, weights0);
            sum01 = AddProducts(sum01, values, weights1);
            values = Vector256.Create(left1[k]).AsInt16();
            sum10 = AddProducts(sum10, values, weights0);
            sum11 = AddProducts(sum11, values, weights1);
            values = Vector256.Create(left2[k]).AsInt16();
            sum20 = AddProducts(sum20, values, weights0);
            sum21 = AddProducts(sum21, values, weights1);
            values = Vector256.Create(left3[k]).AsInt16();
            sum30 = AddProducts(sum30, values, weights0);
            sum31 = AddProducts(sum31, values, weights1);
            values = Vector256.Create(left4[k]).AsInt16();
            sum40 = AddProducts(sum40, values, weights0);
            sum41 = AddProducts(sum41, values, weights1);
            values = Vector256.Create(left5[k]).AsInt16();
            sum50 = AddProducts(sum50, values, weights0);
            sum51 = AddProducts(sum51, values, weights1);
        }

        sum00.Store(sums);
        sum01.Store(sums + 8);
        sum10.Store(sums1);
        sum11.Store(sums1 + 8);
        sum20.Store(sums2);
        sum21.Store(sums2 + 8);
        sum30.Store(sums3);
        sum31.Store(sums3 + 8);
        sum40.Store(sums4);
        sum41.Store(sums4 + 8);
        sum50.Store(sums5);
        sum51.Store(sums5 + 8);
    }

    static Vector256<int> AddProducts(Vector256<int> sum, Vector256<short> values, Vector256<short> weights)
    {
        if (AvxVnni.IsSupported)
            return AvxVnni.MultiplyWideningAndAdd(sum, values, weights);
        if (Avx2.IsSupported)
            return sum + Avx2.MultiplyAddAdjacent(values, weights);

        // The lower of two neighbours, its sign spread over the upper one's place, and the upper one alone.
        var lower = ((values.AsInt32() << 16) >> 16) * ((weights.AsInt32() << 16) >> 16);
        return sum + lower + (values.AsInt32() >> 16) * (weights.AsInt32() >> 16);
    }
}
