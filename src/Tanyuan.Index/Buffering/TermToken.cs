namespace Tanyuan.Index.Buffering;

/// <summary>An occurrence of a term that is known by a number, its key.</summary>
struct TermToken
{
    internal const int Size = 12;

    internal uint Key;
    internal int Document;
    internal int Position;
}
