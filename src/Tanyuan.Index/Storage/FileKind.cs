namespace Tanyuan.Index.Storage;

/// <summary>What a file of the index holds, as its header says.</summary>
enum FileKind : ushort
{
    Manifest = 1,
    Terms = 2,
    Postings = 3,
    Positions = 4,
    Documents = 5,
    LiveDocuments = 6,
}
