namespace Tanyuan.Library.Passages;

/// <summary>A slice of a document: of its text, or of its side texts joined by line feeds.</summary>
internal readonly record struct Passage(int Start, int Length, bool IsSide)
{
    public int End => Start + Length;
}
