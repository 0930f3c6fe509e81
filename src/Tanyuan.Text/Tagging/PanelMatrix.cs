using System.Runtime.Intrinsics;
using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Tagging;

// A weight matrix laid out for multiplication: panels of 16 columns, each panel row after row, so that the kernel reads weights
// in one straight line (the packing of Goto and van de Geijn, "Anatomy of High-Performance Matrix Multiplication", 2008).

/// <summary>A matrix that multiplies from the right. Immutable.</summary>
internal sealed unsafe class PanelMatrix
{
    const int PanelWidth = 16;
    const int BlockRows = 4;

    readonly float[] panels;
    readonly int paddedColumns;

    PanelMatrix(int rows, int columns)
    {
        Rows = rows;
        Columns = columns;
        paddedColumns = (columns + PanelWidth - 1) / PanelWidth * PanelWidth;
        panels = GC.AllocateUninitializedArray<float>(rows * paddedColumns, pinned: true);
    }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>The columns with padding: what a result row must have room for.</summary>
    public int Stride => paddedColumns;

    /// <summary>Reads row-major half-precision floats.</summary>
    public static PanelMatrix Read(TableFile table, int rows, int columns)
    {
        var values = table.ReadArray<Half>(rows * columns);
        var matrix = new PanelMatrix(rows, columns);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < matrix.paddedColumns; column++)
            {
                var (panel, lane) = Math.DivRem(column, PanelWidth);
                matrix.panels[(panel * rows + row) * PanelWidth + lane] = column < columns ? (float)values[row * columns + column] : 0;
            }
        }

        return matrix;
    }

    /// <summary>
    /// <paramref name="result"/> += <paramref name="left"/> × this, for <paramref name="count"/> rows. A row of the result takes
    /// <paramref name="resultStride"/> floats, at least <see cref="Stride"/>.
    /// </summary>
    public void MultiplyAdd(float* left, int leftStride, float* result, int resultStride, int count)
    {
        fixed (float* weights = panels)
        {
            for (var column = 0; column < paddedColumns; column += PanelWidth)
            {
                var panel = weights + (long)column * Rows;
                var row = 0;
                for (; row + BlockRows <= count; row += BlockRows)
                    MultiplyBlock(left + (long)row * leftStride, leftStride, panel, result + (long)row * resultStride + column, resultStride);
                for (; row < count; row++)
                    MultiplyRow(left + (long)row * leftStride, panel, result + (long)row * resultStride + column);
            }
        }
    }

    void MultiplyBlock(float* left, int leftStride, float* panel, float* result, int resultStride)
    {
        float* left1 = left + leftStride, left2 = left1 + leftStride, left3 = left2 + leftStride;
        float* result1 = result + resultStride, result2 = result1 + resultStride, result3 = result2 + resultStride;
        Vector256<float> sum00 = Vector256.Load(result), sum01 = Vector256.Load(result + 8);
        Vector256<float> sum10 = Vector256.Load(result1), sum11 = Vector256.Load(result1 + 8);
        Vector256<float> sum20 = Vector256.Load(result2), sum21 = Vector256.Load(result2 + 8);
        Vector256<float> sum30 = Vector256.Load(result3), sum31 = Vector256.Load(result3 + 8);
        for (var k = 0; k < Rows; k++, panel += PanelWidth)
        {
            var weights0 = Vector256.Load(panel);
            var weights1 = Vector256.Load(panel + 8);
            var value = Vector256.Create(left[k]);
            sum00 = Vector256.MultiplyAddEstimate(value, weights0, sum00);
            sum01 = Vector256.MultiplyAddEstimate(value, weights1, sum01);
            value = Vector256.Create(left1[k]);
            sum10 = Vector256.MultiplyAddEstimate(value, weights0, sum10);
            sum11 = Vector256.MultiplyAddEstimate(value, weights1, sum11);
            value = Vector256.Create(left2[k]);
            sum20 = Vector256.MultiplyAddEstimate(value, weights0, sum20);
            sum21 = Vector256.MultiplyAddEstimate(value, weights1, sum21);
            value = Vector256.Create(left3[k]);
            sum30 = Vector256.MultiplyAddEstimate(value, weights0, sum30);
            sum31 = Vector256.MultiplyAddEstimate(value, weights1, sum31);
        }

        sum00.Store(result);
        sum01.Store(result + 8);
        sum10.Store(result1);
        sum11.Store(result1 + 8);
        sum20.Store(result2);
        sum21.Store(result2 + 8);
        sum30.Store(result3);
        sum31.Store(result3 + 8);
    }

    void MultiplyRow(float* left, float* panel, float* result)
    {
        Vector256<float> sum0 = Vector256.Load(result), sum1 = Vector256.Load(result + 8);
        for (var k = 0; k < Rows; k++, panel += PanelWidth)
        {
            var value = Vector256.Create(left[k]);
            sum0 = Vector256.MultiplyAddEstimate(value, Vector256.Load(panel), sum0);
            sum1 = Vector256.MultiplyAddEstimate(value, Vector256.Load(panel + 8), sum1);
        }

        sum0.Store(result);
        sum1.Store(result + 8);
    }
}
