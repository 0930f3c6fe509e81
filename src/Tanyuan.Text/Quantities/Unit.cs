namespace Tanyuan.Text.Quantities;

/// <summary>A unit or measure word.</summary>
/// <param name="Surface">How it is written, folded.</param>
/// <param name="Name">Its name in a quantity.</param>
/// <param name="Kind">What it measures.</param>
/// <param name="Counter">Whether it counts things, so that 一 before it is hardly more than an article.</param>
/// <param name="NotBefore">Continuations behind which it is part of another word.</param>
internal sealed record Unit(string Surface, string Name, QuantityKind Kind, bool Counter, string[] NotBefore);
