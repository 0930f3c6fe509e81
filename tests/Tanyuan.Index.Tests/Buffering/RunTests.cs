using System.Globalization;
using Tanyuan.Index.Buffering;
using Tanyuan.Index.Queries;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Tests.Buffering;

/// <summary>Runs of tokens whose documents or positions are as many as a word has room for, or more.</summary>
public sealed class RunTests
{
    static readonly IndexSchema Schema = new([new FieldDefinition("body", Positions: true)]);

    [Fact]
    public void A_token_gives_back_its_key_document_and_position()
    {
        var random = new Random(3);
        for (var round = 0; round < 1000; round++)
        {
            var alone = round % 2 == 0;
            var key = (uint)random.NextInt64(uint.MaxValue + 1L) >> random.Next(32);
            var document = alone ? 0 : random.Next(TermToken.MostDocuments);
            var position = alone ? random.Next() : random.Next(TermToken.GreatestPosition + 1);
            var bits = TermToken.BitsOfPosition(alone);
            var token = new TermToken(key, document, position);
            Assert.Equal((key, (uint)document, (uint)position), (token.Key, token.Document(bits), token.Position(bits)));
            Assert.Equal(token.WithoutPosition(bits), new TermToken(key, document, 0).WithoutPosition(bits));
            Assert.NotEqual(token.WithoutPosition(bits), new TermToken(key ^ 1, document, position).WithoutPosition(bits));
        }
    }

    [Fact]
    public void Documents_beyond_what_a_run_holds_and_positions_beyond_what_it_has_room_for_are_found_where_they_are()
    {
        int[] far = [0, 1, TermToken.GreatestPosition, TermToken.GreatestPosition + 1, 1 << 30, int.MaxValue - 1];
        var directory = new MemoryDirectory();
        var count = (2 * TermToken.MostDocuments) + 300;
        using (var writer = IndexWriter.Open(directory, Schema))
        {
            var document = new IndexDocument();
            for (var number = 0; number < count; number++)
            {
                document.Reset(number, number);
                if (IsFar(number))
                {
                    foreach (var position in far)
                        document.Add(0, "远处", position);
                    document.Add(0, "此处再往前", int.MaxValue);
                }

                document.Add(0, "各处", number % 7);
                document.Add(0, string.Create(CultureInfo.InvariantCulture, $"第{number}号"), TermToken.GreatestPosition);
                writer.Add(document);
            }

            writer.Commit(1);
        }

        Assert.Empty(IndexChecker.Check(directory, TestContext.Current.CancellationToken).Problems);
        var snapshot = Snapshot.Open(directory);
        long[] expected = [.. Enumerable.Range(0, count).Where(IsFar).Select(number => (long)number)];
        Assert.Equal(count, snapshot.Count(new TermQuery(0, "各处")));
        foreach (var (earlier, later) in far.Zip(far.Skip(1)))
            Assert.Equal(expected, Keys(snapshot, new PhraseQuery(0, [("远处", 0), ("远处", later - earlier)])));
        Assert.Equal(expected, Keys(snapshot, new PhraseQuery(0, [("远处", 0), ("此处再往前", 1)])));
        Assert.Equal([TermToken.MostDocuments], Keys(snapshot, new PhraseQuery(0, [("各处", TermToken.MostDocuments % 7), ($"第{TermToken.MostDocuments}号", TermToken.GreatestPosition)])));

        static bool IsFar(int number) => number is 5 or 6 or TermToken.MostDocuments - 1 or TermToken.MostDocuments + 200;
    }

    static long[] Keys(Snapshot snapshot, Query query) => [.. snapshot.Search(query, 10).Select(hit => hit.Key).Order()];
}
