using Tanyuan.Index.Queries;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Tests;

/// <summary>Filters by column, orders and groups, on a handful of documents.</summary>
public sealed class ColumnTests : IDisposable
{
    const int Day = 0;
    const int Site = 1;
    const int Story = 2;

    static readonly IndexSchema Schema = new([new FieldDefinition("body", Positions: true)])
    {
        Columns = [new ColumnDefinition("day", ColumnKind.Number), new ColumnDefinition("site", ColumnKind.Text), new ColumnDefinition("story", ColumnKind.Number)],
    };

    static readonly TermQuery Bridge = new(0, "桥");

    readonly MemoryDirectory directory = new();
    readonly IndexWriter writer;
    readonly IndexDocument document = new();

    public ColumnTests()
    {
        writer = IndexWriter.Open(directory, Schema);
        Add(1, group: 10, day: 19_800, site: "一.例", story: 7, "桥");
        Add(2, group: 10, day: 19_900, site: "二.例", story: 7, "桥 桥 桥");
        writer.Refresh();
        Add(3, group: 30, day: null, site: null, story: null, "桥 与 河");
        Add(4, group: 40, day: 19_850, site: "一.例", story: 8, "桥 桥 与 河");
        Add(5, group: 50, day: 19_850, site: "三.例", story: null, "河");
        writer.Refresh();
    }

    public void Dispose() => writer.Dispose();

    [Fact]
    public void A_range_keeps_the_documents_within_it_and_none_without_a_value()
    {
        Assert.Equal([1, 4], Keys(Where(new NumberRangeQuery(Day, 19_800, 19_850))));
        Assert.Equal([2], Keys(Where(new NumberRangeQuery(Day, 19_851, long.MaxValue))));
        Assert.Equal([1, 2, 4], Keys(Where(new NumberRangeQuery(Day, long.MinValue, long.MaxValue))));
        Assert.Empty(Keys(Where(new NumberRangeQuery(Day, 19_850, 19_800))));
        Assert.Empty(Keys(Where(new NumberRangeQuery(Day, long.MinValue, 0))));
    }

    [Fact]
    public void A_set_keeps_the_documents_with_one_of_its_values()
    {
        Assert.Equal([1, 2], Keys(Where(new NumberSetQuery(Story, [99, 7]))));
        Assert.Equal([1, 4], Keys(Where(new TextSetQuery(Site, ["四.例", "一.例"]))));
        Assert.Empty(Keys(Where(new TextSetQuery(Site, []))));
    }

    [Fact]
    public void Keys_and_groups_are_columns_of_every_index_to_filter_sort_and_group_by()
    {
        const int Key = IndexSchema.KeyColumn;
        const int Group = IndexSchema.GroupColumn;
        Assert.Equal([1, 2, 3], Keys(Where(new NumberRangeQuery(Group, long.MinValue, 30))));
        Assert.Equal([1, 4], Keys(Where(new NumberSetQuery(Key, [4, 5, 1, 77]))));
        Assert.Equal([3, 4], Keys(new BooleanQuery { Must = [Bridge], MustNot = [new NumberSetQuery(Group, [10])] }));
        Assert.Empty(Keys(Where(new NumberRangeQuery(Group, 11, 29))));

        using var snapshot = writer.Acquire();
        Assert.Equal([5, 4, 3, 2, 1], snapshot.Search(new AllQuery(), new SearchRequest(9) { Order = new ColumnOrder(Key) }).Select(hit => hit.Key));
        Assert.Equal([1, 2, 3], snapshot.Search(Bridge, new SearchRequest(3) { Order = new ColumnOrder(Group, Descending: false) }).Select(hit => hit.Key));
        Assert.Equal([4, 3, 1], snapshot.Search(Bridge, new SearchRequest(9) { Order = new ColumnOrder(Group), Grouping = new Grouping(Group) }).Select(hit => hit.Key));
        Assert.Equal((40, 4), (snapshot.NumberOf(Group, 4), snapshot.NumberOf(Key, 4)));
        Assert.Null(snapshot.NumberOf(Group, 99));
        Assert.Throws<ArgumentException>(() => snapshot.TextOf(Key, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => snapshot.Count(new NumberSetQuery(-3, [1])));
    }

    [Fact]
    public void Keys_of_any_size_and_order_are_found_by_range_and_those_that_no_column_holds_by_none()
    {
        var random = new Random(9);
        var big = new MemoryDirectory();
        using var other = IndexWriter.Open(big, Schema);
        var keys = new HashSet<long> { long.MinValue, long.MaxValue, ColumnDefinition.Smallest, ColumnDefinition.Largest };
        while (keys.Count < 1500)
            keys.Add(random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(60));
        foreach (var key in keys)
        {
            document.Reset(key, key / 3);
            document.Add(0, "桥", 0);
            other.Add(document);
        }

        other.Commit(1);
        using var snapshot = other.Acquire();
        long[] held = [.. keys.Where(key => key is >= ColumnDefinition.Smallest and <= ColumnDefinition.Largest).Order()];
        for (var round = 0; round < 200; round++)
        {
            var (from, to) = (held[random.Next(held.Length)], held[random.Next(held.Length)]);
            Assert.Equal(held.Count(key => key >= from && key <= to), snapshot.Count(new NumberRangeQuery(IndexSchema.KeyColumn, from, to)));
        }

        Assert.Equal(held.Length, snapshot.Count(new NumberRangeQuery(IndexSchema.KeyColumn, long.MinValue, long.MaxValue)));
        var first = snapshot.Search(Bridge, new SearchRequest(keys.Count) { Order = new ColumnOrder(IndexSchema.KeyColumn, Descending: false) }).Select(hit => hit.Key);
        Assert.Equal([.. held, .. keys.Except(held).Order()], first);
        Assert.True(IndexChecker.Check(big, TestContext.Current.CancellationToken).IsSound);
    }

    [Fact]
    public void A_condition_can_exclude_and_can_stand_alone()
    {
        Assert.Equal([2, 3], Keys(new BooleanQuery { Must = [Bridge], MustNot = [new TextSetQuery(Site, ["一.例"])] }));
        Assert.Equal([4, 5], Keys(new NumberSetQuery(Day, [19_850])));
        Assert.Equal(2, writer.Acquire().Count(new NumberSetQuery(Day, [19_850])));
        Assert.All(writer.Acquire().Search(new NumberSetQuery(Day, [19_850]), 5), hit => Assert.Equal(0, hit.Score));
    }

    [Fact]
    public void A_condition_adds_nothing_to_the_score()
    {
        var plain = writer.Acquire().Search(Bridge, 1)[0];
        var restricted = writer.Acquire().Search(Where(new NumberRangeQuery(Day, 0, long.MaxValue)), 1)[0];
        Assert.Equal(plain, restricted);
    }

    [Fact]
    public void Documents_come_in_the_order_of_a_column_equal_ones_by_key_and_those_without_a_value_last()
    {
        Assert.Equal([2, 4, 5, 1, 3], Ordered(new AllQuery(), descending: true));
        Assert.Equal([1, 4, 5, 2, 3], Ordered(new AllQuery(), descending: false));
        Assert.Equal([2, 4, 1, 3], Ordered(Bridge, descending: true));
        Assert.Equal(writer.Acquire().Search(Bridge, 1)[0].Score, writer.Acquire().Search(Bridge, ByDay(1))[0].Score);
    }

    [Fact]
    public void Of_a_group_only_the_best_document_is_found()
    {
        var byGroup = writer.Acquire().Search(Bridge, new SearchRequest(10) { Grouping = new Grouping() });
        Assert.Equal([2, 4, 3], byGroup.Select(hit => hit.Key));

        var byStory = writer.Acquire().Search(new AllQuery(), new SearchRequest(10) { Grouping = new Grouping(Story) });
        Assert.Equal([1, 3, 4, 5], byStory.Select(hit => hit.Key));

        var newest = writer.Acquire().Search(new AllQuery(), ByDay(10) with { Grouping = new Grouping(Story) });
        Assert.Equal([2, 4, 5, 3], newest.Select(hit => hit.Key));
    }

    [Fact]
    public void A_filter_is_asked_in_every_order()
    {
        var even = new EvenKeys();
        Assert.Equal([2, 4], writer.Acquire().Search(new AllQuery(), ByDay(10) with { Filter = even }).Select(hit => hit.Key));
        Assert.Equal([2, 4], writer.Acquire().Search(Bridge, new SearchRequest(10) { Filter = even, Grouping = new Grouping(Story) }).Select(hit => hit.Key));
    }

    [Fact]
    public void Values_can_be_read_back_and_texts_listed()
    {
        var snapshot = writer.Acquire();
        Assert.Equal(19_850, snapshot.NumberOf(Day, 4));
        Assert.Equal("三.例", snapshot.TextOf(Site, 5));
        Assert.Null(snapshot.NumberOf(Day, 3));
        Assert.Null(snapshot.TextOf(Site, 99));
        Assert.Equal(["一.例", "三.例", "二.例"], snapshot.Texts(Site));
    }

    [Fact]
    public void Columns_survive_merging_deletion_and_reopening()
    {
        writer.Delete(2);
        writer.Merge();
        writer.Commit(3);

        var reopened = Snapshot.Open(directory);
        Assert.Equal(1, reopened.SegmentCount);
        Assert.Equal([4, 5, 1, 3], reopened.Search(new AllQuery(), ByDay(10)).Select(hit => hit.Key));
        Assert.Equal(["一.例", "三.例"], reopened.Texts(Site));
        Assert.True(IndexChecker.Check(directory, TestContext.Current.CancellationToken).IsSound);
    }

    [Fact]
    public void An_updated_document_has_its_new_values()
    {
        Add(4, group: 40, day: 1, site: "新.例", story: null, "桥");
        writer.Refresh();
        Assert.Equal([4], Keys(Where(new NumberRangeQuery(Day, 1, 1))));
        Assert.Equal("新.例", writer.Acquire().TextOf(Site, 4));
        Assert.Null(writer.Acquire().NumberOf(Story, 4));
    }

    [Fact]
    public void What_does_not_fit_the_columns_is_refused()
    {
        document.Reset(9, 9);
        document.Set(Site, 5);
        Assert.Throws<ArgumentException>(() => writer.Add(document));
        document.Reset(9, 9);
        document.Set(3, "文");
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.Add(document));
        Assert.Throws<ArgumentOutOfRangeException>(() => document.Set(Day, long.MaxValue));

        Assert.Throws<ArgumentException>(() => Keys(new TextSetQuery(Day, ["文"])));
        Assert.Throws<ArgumentException>(() => Keys(Where(new NumberSetQuery(Site, [1]))));
        Assert.Throws<ArgumentOutOfRangeException>(() => Keys(new NumberSetQuery(3, [1])));
        Assert.Throws<ArgumentException>(() => writer.Acquire().Search(Bridge, new SearchRequest(1) { Grouping = new Grouping(Site) }));
        Assert.Throws<ArgumentException>(() => writer.Acquire().Search(Bridge, new SearchRequest(1) { Order = new ColumnOrder(Site) }));
    }

    [Fact]
    public void Other_columns_make_another_schema()
    {
        writer.Commit(1);
        writer.Dispose();
        var other = Schema with { Columns = [new ColumnDefinition("day", ColumnKind.Text)] };
        Assert.Equal("index-schema-mismatch", Assert.Throws<Text.TanyuanException>(() => IndexWriter.Open(directory, other)).Code);
        Assert.Throws<ArgumentException>(() => IndexWriter.Recreate(directory, Schema with { Columns = [.. Schema.Columns, .. Schema.Columns] }));
    }

    static BooleanQuery Where(ColumnQuery condition) => new() { Must = [Bridge, condition] };

    static SearchRequest ByDay(int count, bool descending = true) => new(count) { Order = new ColumnOrder(Day, descending) };

    IEnumerable<long> Ordered(Query query, bool descending) => writer.Acquire().Search(query, ByDay(10, descending)).Select(hit => hit.Key);

    IEnumerable<long> Keys(Query query) => writer.Acquire().Search(query, 10).Select(hit => hit.Key).Order();

    void Add(long key, long group, long? day, string? site, long? story, string text)
    {
        document.Reset(key, group);
        foreach (var (position, term) in text.Split(' ').Index())
            document.Add(0, term, position);
        if (day is not null)
            document.Set(Day, day.Value);
        if (site is not null)
            document.Set(Site, site);
        if (story is not null)
            document.Set(Story, story.Value);
        writer.Add(document);
    }

    sealed class EvenKeys : IDocumentFilter
    {
        public bool Accepts(long key, long group) => key % 2 == 0;
    }
}
