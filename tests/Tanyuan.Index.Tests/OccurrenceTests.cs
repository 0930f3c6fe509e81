using Tanyuan.Index.Queries;
using Tanyuan.Index.Tests.Model;

namespace Tanyuan.Index.Tests;

/// <summary>Where the terms of a query stand in a document, for highlighting.</summary>
public sealed class OccurrenceTests
{
    static readonly IndexSchema Schema = new([new FieldDefinition("title", Positions: true), new FieldDefinition("body", Positions: true), new FieldDefinition("tags", Positions: false)]);

    [Fact]
    public void Terms_phrases_and_prefixes_are_told_with_field_and_position()
    {
        using var snapshot = Build(new ModelDocument(1, 1, [["大桥", "通车"], ["大桥", "全长", "十", "里", "大桥", "全长"], ["大桥"]], []));
        Assert.Equal(
            [(0, 0, "大桥"), (1, 0, "大桥"), (1, 4, "大桥")],
            Found(snapshot, new BooleanQuery { Should = [new TermQuery(0, "大桥"), new TermQuery(1, "大桥"), new TermQuery(2, "大桥"), new TermQuery(1, "没有")] }));
        Assert.Equal([(1, 1, "全长"), (1, 2, "十")], Found(snapshot, new PhraseQuery(1, [("全长", 0), ("十", 1)])));
        Assert.Equal([(1, 1, "全长"), (1, 3, "里")], Found(snapshot, new PhraseQuery(1, [("全长", 0), ("里", 1)], Slop: 1)));
        Assert.Equal([(1, 0, "大桥"), (1, 4, "大桥")], Found(snapshot, new PrefixQuery(1, "大")));
    }

    [Fact]
    public void What_does_not_match_or_is_prohibited_is_not_told()
    {
        using var snapshot = Build(new ModelDocument(1, 1, [["甲"], ["乙", "丙"], []], []));
        Assert.Empty(Found(snapshot, new BooleanQuery { Must = [new TermQuery(0, "甲"), new TermQuery(1, "丁")] }));
        Assert.Empty(Found(snapshot, new PhraseQuery(1, [("丙", 0), ("乙", 1)])));
        Assert.Equal([(0, 0, "甲")], Found(snapshot, new BooleanQuery { Must = [new TermQuery(0, "甲")], MustNot = [new TermQuery(1, "丁")] }));
        Assert.Equal(
            [(0, 0, "甲")],
            Found(snapshot, new DisjunctionMaxQuery([new BoostQuery(new TermQuery(0, "甲"), 2), new BooleanQuery { Should = [new TermQuery(1, "乙")], MustNot = [new TermQuery(1, "丙")] }])));
        Assert.Empty(snapshot.Occurrences(new TermQuery(0, "甲"), 2));
    }

    [Fact]
    public void Every_place_told_holds_its_term_and_a_match_of_terms_with_positions_is_told_somewhere()
    {
        var random = new Random(21);
        var documents = Enumerable.Range(0, 60).Select(key => ModelDocument.Random(random, key, key, Schema)).ToArray();
        using var snapshot = Build(documents);
        for (var i = 0; i < 400; i++)
        {
            var query = RandomQuery.Next(random, Schema);
            foreach (var hit in snapshot.Search(query, 10))
            {
                var places = snapshot.Occurrences(query, hit.Key);
                Assert.All(places, place => Assert.Equal(documents[hit.Key].Fields[place.Field][place.Position], place.Term));
                Assert.Equal(places.Distinct().OrderBy(place => (place.Field, place.Position)), places);
                if (query is TermQuery { Field: < 2 } or PhraseQuery or PrefixQuery { Field: < 2 })
                    Assert.NotEmpty(places);
                if (query is TermQuery { Field: < 2 } term)
                    Assert.Equal(documents[hit.Key].Fields[term.Field].Count(other => other == term.Term), places.Count);
            }
        }
    }

    static IEnumerable<(int, int, string)> Found(Snapshot snapshot, Query query) => snapshot.Occurrences(query, 1).Select(place => (place.Field, place.Position, place.Term));

    static Snapshot Build(params ModelDocument[] documents) => ModelSnapshot.Of(Schema, 17, documents);
}
