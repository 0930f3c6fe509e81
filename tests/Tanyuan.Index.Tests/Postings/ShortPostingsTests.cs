using Tanyuan.Index.Postings;
using Tanyuan.Index.Segments;

namespace Tanyuan.Index.Tests.Postings;

public class ShortPostingsTests
{
    [Fact]
    public void Whatever_room_documents_have_a_place_tells_the_document_and_the_position_that_it_was_made_of()
    {
        var random = new Random(21);
        for (var round = 0; round < 300; round++)
        {
            // Long and short documents side by side, documents without the field, and some that reach further than all others together.
            var widest = random.Next(1, 256);
            var extents = new byte[random.Next(1, 600)];
            foreach (ref var extent in extents.AsSpan())
                extent = (byte)(random.Next(4) == 0 ? 0 : random.Next(40) == 0 ? random.Next(256) : random.Next(widest));
            var row = DocumentPlaces.Of(extents);

            var documents = Enumerable.Range(0, extents.Length).Where(document => extents[document] > 0).Select(document => (uint)document).ToArray();
            uint[] positions = [.. documents.Select(document => PositionIn(random, extents[document]))];
            ulong[] places = [.. documents.Select((document, i) => row.Of(document, positions[i]))];
            Assert.All(places, place => Assert.True(place < row.Count));
            Assert.Equal(places.Order().Distinct(), places);

            var found = new uint[places.Length];
            Assert.True(row.Find(places, found));
            Assert.Equal(documents, found);
            Assert.Equal(positions, places.Select((place, i) => row.PositionOf(place, found[i])));
        }
    }

    [Fact]
    public void Two_places_in_one_document_are_told()
    {
        var row = DocumentPlaces.Of([5, 0, 200, 7]);
        Assert.True(row.Find([row.Of(0, 4), row.Of(2, 0), row.Of(3, 6)], new uint[3]));
        Assert.False(row.Find([row.Of(2, 3), row.Of(2, 4)], new uint[2]));
        Assert.Equal(0ul, DocumentPlaces.Of([]).Count);
        Assert.Equal(0ul, DocumentPlaces.Of([0, 0]).Count);
    }

    [Fact]
    public void Where_a_field_keeps_no_positions_a_place_is_a_document()
    {
        var row = DocumentPlaces.OneEach(9);
        var documents = new uint[3];
        Assert.Equal((9ul, 8ul), (row.Count, row.Of(8, 77)));
        Assert.True(row.Find([0, 3, 8], documents));
        Assert.Equal([0, 3, 8], documents);
    }

    [Fact]
    public void Positions_are_their_anchor_and_what_comes_behind_it()
    {
        var random = new Random(22);
        var (all, anchors) = (new BitWriter(), new BitWriter());
        for (var round = 0; round < 1000; round++)
        {
            var greatest = (uint)random.NextInt64(1, 1L << random.Next(1, 32));
            uint[] positions = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => (uint)random.NextInt64(greatest + 1L)).Order()];
            uint[] raised = [.. positions.Select((position, i) => position + (uint)i)];
            all.Clear();
            PositionCode.Write(all, raised, greatest);
            all.Align();
            anchors.Clear();
            PositionCode.WriteAnchor(anchors, positions[PositionCode.AnchorOf(positions.Length)], positions.Length, greatest);
            var anchorBits = anchors.Length;
            anchors.Align();

            var bit = 0L;
            var read = new uint[raised.Length];
            PositionCode.Read(all.Bytes, ref bit, read, greatest);
            Assert.Equal(raised, read);
            Assert.InRange(all.Length - bit, 0, 7);

            var behind = 0L;
            var anchor = PositionCode.ReadAnchor(all.Bytes, ref behind, positions.Length, greatest);
            Assert.Equal(anchorBits, behind);
            var alone = 0L;
            Assert.Equal(anchor, PositionCode.ReadAnchor(anchors.Bytes, ref alone, positions.Length, greatest));
            Array.Clear(read);
            PositionCode.ReadRest(all.Bytes, ref behind, read, anchor, greatest);
            Assert.Equal(raised, read);
            Assert.Equal(bit, behind);
        }
    }

    [Fact]
    public void Postings_at_random_are_about_as_long_as_expected()
    {
        var random = new Random(23);
        var bits = new BitWriter();
        var (sum, off) = (0L, 0L);
        var extents = new byte[20_000];
        foreach (ref var extent in extents.AsSpan())
            extent = FieldLength.EncodeExtent(random.Next(20, 1000));
        var row = DocumentPlaces.Of(extents);
        var lengths = new ShortLength(row.Count, extents.Length, positions: true);
        for (var round = 0; round < 500; round++)
        {
            int[] documents = [.. Enumerable.Range(0, random.Next(2, 257)).Select(_ => random.Next(extents.Length)).Distinct().Order()];
            ulong[] places = [.. documents.Select(document => row.Of((uint)document, PositionIn(random, extents[document])))];
            uint[] frequencies = [.. documents.Select(_ => random.Next(5) == 0 ? 2u : 1u)];
            var total = (int)frequencies.Sum(frequency => frequency);
            bits.Clear();
            ShortPostings.Write(bits, places, frequencies, total, row.Count);
            var repeats = total - documents.Length;

            // A second position takes about as many bits as half a document has room for.
            var length = bits.Length + (repeats * 8);
            sum += length;
            off += Math.Abs(length - lengths.Expected(documents.Length, repeats));
        }

        Assert.InRange((double)off / sum, 0, 0.02);
        Assert.Equal(0, lengths.Expected(1, 0));
        Assert.InRange(lengths.Expected(1, 1), 6, 10);
        Assert.InRange(new ShortLength(0, 0, positions: true).Expected(256, int.MaxValue), 0, long.MaxValue);
    }

    static uint PositionIn(Random random, byte extent) => (uint)random.NextInt64(FieldLength.GreatestPosition(extent) + 1L);
}
