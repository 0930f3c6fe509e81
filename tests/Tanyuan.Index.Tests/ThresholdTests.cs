using System.Globalization;
using Tanyuan.Index.Queries;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Tests;

/// <summary>Searches begin with what ten documents are known to score, where all that match count, and miss nothing.</summary>
public class ThresholdTests
{
    static readonly IndexSchema Schema = new([new FieldDefinition("body", Positions: false)]) { Columns = [new ColumnDefinition("third", ColumnKind.Number)] };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Searches_find_what_scoring_everything_finds_whether_or_not_all_that_match_count(bool deleted)
    {
        var random = new Random(deleted ? 13 : 14);
        var snapshot = Snapshot.Open(Fill(random, deleted));
        for (var round = 0; round < 300; round++)
        {
            Query[] terms = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => new TermQuery(0, Term(random), random.Next(5) switch { 0 => 0, var boost => boost * 0.5 }))];
            Query query = random.Next(4) switch
            {
                0 => terms[0],
                1 => new BooleanQuery { Should = terms, MustNot = [new TermQuery(0, Term(random))] },
                2 => new BooleanQuery { Must = [new BooleanQuery { Should = terms }, new NumberSetQuery(0, [random.Next(3)])] },
                _ => new BooleanQuery { Should = terms },
            };
            var request = new SearchRequest(random.Next(1, 14))
            {
                Filter = random.Next(4) == 0 ? new Odd() : null,
                Grouping = random.Next(4) == 0 ? new Grouping(0) : null,
            };
            Assert.Equal(snapshot.SearchExhaustively(query, request), snapshot.Search(query, request));
        }
    }

    static MemoryDirectory Fill(Random random, bool deleted)
    {
        const int Documents = 4000;
        var directory = new MemoryDirectory();
        using var writer = IndexWriter.Open(directory, Schema);
        var document = new IndexDocument();
        for (var key = 0; key < Documents; key++)
        {
            // Keys do not ascend, so that equal scores are told apart by them.
            document.Reset(key * 7919L % Documents, 0);
            document.Set(0, key % 3);
            for (var (position, length) = (0, random.Next(4, 60)); position < length; position++)
                document.Add(0, Term(random), position);
            writer.Add(document);
            if (key % 1500 == 1499)
                writer.Refresh();
        }

        for (var i = 0; deleted && i < 40; i++)
            writer.Delete(random.Next(Documents));
        writer.Commit(1);
        writer.WaitForMerges();
        return directory;
    }

    static string Term(Random random) => ((int)Math.Exp(random.NextDouble() * 6)).ToString(CultureInfo.InvariantCulture);

    sealed class Odd : IDocumentFilter
    {
        public bool Accepts(long key, long group) => key % 2 == 1;
    }
}
