using Tanyuan.Index;

namespace Tanyuan.Library.Indexing;

/// <summary>
/// The fields that a passage is indexed by. A passage's key is its id in the record, its group the number of its document.
/// Characters are a field of their own, without positions: they find what is one character long, and tell passages apart whose
/// words were cut otherwise than the query's. The names carry a version, so that an index made with other tokens is
/// one of another schema and is made again.
/// </summary>
internal static class PassageFields
{
    public const int TitleWords = 0, TitleGrams = 1, TextWords = 2, TextGrams = 3, TextCharacters = 4;

    public static readonly IndexSchema Schema = new(
    [
        new FieldDefinition("title.words.1", Positions: false, K1: 1.2, B: 0.3),
        new FieldDefinition("title.grams.1", Positions: true, K1: 1.2, B: 0.3),
        new FieldDefinition("text.words.1", Positions: false, K1: 0.9, B: 0.4),
        new FieldDefinition("text.grams.1", Positions: true, K1: 0.9, B: 0.4),
        new FieldDefinition("text.characters.1", Positions: false, K1: 0.9, B: 0.4),
    ])
    {
        Columns = PassageColumns.Definitions,
    };
}
