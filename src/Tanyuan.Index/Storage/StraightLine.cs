namespace Tanyuan.Index.Storage;

/// <summary>What <see cref="StraightNumbers"/> are above.</summary>
/// <param name="Least">The number that is added to the line.</param>
/// <param name="Slope">By how much the line rises from each place to the next, in 2^−32.</param>
/// <param name="Width">How many bits the numbers take above it.</param>
readonly record struct StraightLine(long Least, long Slope, int Width);
