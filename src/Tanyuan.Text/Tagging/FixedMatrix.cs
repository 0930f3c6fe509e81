using Tanyuan.Text.Tables;
using Tanyuan.Text.Tagging.Kernels;

namespace Tanyuan.Text.Tagging;

/// <summary>A matrix of 16-bit weights that multiplies from the right, read where the table is mapped. Immutable.</summary>
internal sealed unsafe class FixedMatrix
{
    readonly short* panels;
    readonly int rows;

    public FixedMatrix(TableFile table, int rows, int columns)
    {
        this.rows = rows;
        Stride = (columns + PanelProduct.Width - 1) / PanelProduct.Width * PanelProduct.Width;
        panels = table.ReadArray<short>(rows * Stride);
    }

    /// <summary>The columns with padding: what a row of sums must have room for.</summary>
    public int Stride { get; }

    /// <summary>Adds the product of <paramref name="count"/> rows with this to their sums.</summary>
    public void AddProduct(short* left, int leftStride, int* sums, int sumStride, int count) =>
        PanelProduct.Add(left, leftStride, panels, rows, Stride, sums, sumStride, sums, sumStride, count);

    /// <summary>Computes the product of <paramref name="count"/> rows with this, to which a bias of <see cref="Stride"/> integers is added.</summary>
    public void Product(short* left, int leftStride, int[] bias, int* sums, int sumStride, int count)
    {
        fixed (int* starts = bias)
            PanelProduct.Add(left, leftStride, panels, rows, Stride, starts, 0, sums, sumStride, count);
    }
}
