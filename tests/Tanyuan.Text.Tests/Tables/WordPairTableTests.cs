using System.Runtime.InteropServices;
using Tanyuan.Text.Tables;
using Tanyuan.Text.Words;

namespace Tanyuan.Text.Tests.Tables;

public sealed class WordPairTableTests
{
    const int HeaderLength = 32;

    [Fact]
    public void Words_have_the_numbers_and_costs_that_both_dictionaries_make()
    {
        var bytes = ReadTable("bigrams.bin").AsSpan(HeaderLength);
        var counts = MemoryMarshal.Cast<byte, int>(bytes);
        var (words, pairs, units) = (counts[0], counts[1], counts[2]);
        bytes = bytes[(sizeof(int) * (words + 4))..];
        var text = MemoryMarshal.Cast<byte, char>(bytes)[..units];
        bytes = bytes[(sizeof(char) * units)..];
        var seconds = MemoryMarshal.Cast<byte, ushort>(bytes)[..pairs];
        bytes = bytes[(sizeof(ushort) * pairs)..];
        var lengths = bytes[..words];
        var costs = bytes[words..(words + pairs)];
        var frequencies = bytes[(words + pairs)..];
        var least = new float[words];
        Array.Fill(least, WordPairTable.Unknown);
        for (var pair = 0; pair < pairs; pair++)
            least[seconds[pair]] = Math.Min(least[seconds[pair]], costs[pair] / 16f);

        var (table, dictionary) = (WordPairTable.BuiltIn, WordTable.BuiltIn);
        var numbered = new Dictionary<int, int>();
        for (var word = 0; word < words; word++)
        {
            var own = text[..lengths[word]];
            text = text[lengths[word]..];
            var slot = dictionary.SlotOf(own);
            if (own.Length == 1)
                Assert.Equal(word + 1, table.NumberOf(own[0]));
            else if (slot >= 0)
                numbered.Add(slot, word + 1);
            var listed = slot < 0 ? 0 : Math.Exp(-dictionary.CostAt(slot) / (double)WordTable.CostScale);
            Assert.Equal((float)-Math.Log((Math.Exp(-frequencies[word] / 16.0) + listed) / 2), table.AloneCost(word + 1), 1e-5f);
            Assert.Equal(least[word], table.LeastCost(word + 1));
        }

        for (var slot = 0; slot < dictionary.SlotCount; slot++)
            Assert.Equal(numbered.GetValueOrDefault(slot), table.NumberOfSlot(slot));
        Assert.All("123456789", digit => Assert.Equal(table.NumberOf('0'), table.NumberOf(digit)));
        Assert.Equal(WordPairTable.Unknown, table.LeastCost(0));
    }

    static byte[] ReadTable(string name)
    {
        using var stream = typeof(WordSegmenter).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
