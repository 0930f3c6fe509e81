namespace Tanyuan.Index.Tests.Faults;

/// <summary>The moment at which everything stops, or at which one operation fails.</summary>
public sealed class PowerCutException() : IOException("The simulated disk stopped here.");
