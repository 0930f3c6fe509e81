namespace Tanyuan.Text.Repairing;

/// <summary>Undoes the damage that sites and converters do to a text, and records every change.</summary>
public static class TextRepairer
{
    /// <summary>Repairs a text. A clean text comes back as it is, with no repairs.</summary>
    public static RepairedText Repair(string text) => throw new NotImplementedException();
}
