using Tanyuan.Text;

namespace Tanyuan.Pages.Archives;

/// <summary>
/// Counts what a file unpacks to, through all archives within archives together, and stops it once that is out of all proportion to the
/// file. Overlapping members and bombs within bombs spend from the same budget, so neither gets further than a plain bomb.
/// </summary>
internal sealed class ExpansionBudget(PageLimits limits, long? fileBytes)
{
    long received;
    long unpacked;

    /// <summary>Bytes of the file, where they are met one by one because its length is not known beforehand.</summary>
    public void Receive(int bytes) => received += bytes;

    /// <summary>Bytes that came out of a decompressor.</summary>
    /// <exception cref="TanyuanException"><c>expands-too-much</c></exception>
    public void Spend(int bytes)
    {
        unpacked += bytes;
        if (unpacked > limits.ExpansionAllowance + (limits.MaxExpansion * (fileBytes ?? received)))
        {
            throw new TanyuanException(
                QuarantineCodes.ExpandsTooMuch,
                $"It unpacks to more than {unpacked:N0} bytes, over {limits.MaxExpansion:N0} times its size; the rest is left unread. Unpack it yourself if you trust it.");
        }
    }
}
