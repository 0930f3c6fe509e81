namespace Tanyuan.Index;

/// <summary>Says which documents a search may return. Called for every match, so it is quick.</summary>
public interface IDocumentFilter
{
    /// <summary>Whether a document may be returned.</summary>
    bool Accepts(long key, long group);
}
