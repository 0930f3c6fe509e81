using Tanyuan.Index.Buffering;

namespace Tanyuan.Index.Tests.Buffering;

public sealed class TokenSorterTests
{
    [Theory]
    [InlineData(0, 1u)]
    [InlineData(1, uint.MaxValue)]
    [InlineData(1000, 1u)]
    [InlineData(1000, 300u)]
    [InlineData(5000, 1u << 17)]
    [InlineData(5000, uint.MaxValue)]
    public void Tokens_are_sorted_by_key_and_those_of_a_key_keep_their_order(int count, uint keys)
    {
        var random = new Random(count);
        var tokens = Enumerable.Range(0, count)
            .Select(place => new TermToken((uint)random.NextInt64(keys) << (place % 2), document: 0, place)).ToArray();
        var expected = tokens.OrderBy(token => token.Key).ToArray();

        var sorted = (TermToken[])tokens.Clone();
        var spare = new TermToken[count];
        TokenSorter.Sort(ref sorted, ref spare, count);

        Assert.Equal(expected, sorted);
    }
}
