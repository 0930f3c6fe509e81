using System.Runtime.CompilerServices;
using Tanyuan.Text.Repairing.ByteSlips.Kernels;
using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>
/// What tells of many characters at a time that they cost too much: of eight and eight of them, all side by side in three lines of the processor's cache. Behind the last one stand some
/// that cost more than anything, up to a whole block of <see cref="PassingOptions"/>.
/// </summary>
internal readonly unsafe struct SlipLanes
{
    readonly Block* blocks;

    /// <summary>Puts a list of characters side by side.</summary>
    public SlipLanes(SlipOption[] items)
    {
        var count = (items.Length + PassingOptions.Count - 1) / PassingOptions.Count;
        blocks = LastingMemory.Take<Block>(count);
        for (var place = 0; place < count * PassingOptions.Count; place++)
        {
            ref var block = ref blocks[place / PassingOptions.Count];
            var lane = place % PassingOptions.Count;
            if (place >= items.Length)
            {
                block.Alone[lane] = block.OnPage[lane] = block.AtBorder[lane] = block.Least[lane] = float.PositiveInfinity;
                continue;
            }

            ref readonly var item = ref items[place];
            (block.Keys[lane], block.Words[lane], block.Pairs[lane]) = (item.Key, item.Word, item.Pair);
            block.OnPage[lane] = item.Form + (item.IsHan ? (float)SlipAlphabet.RarityOfSingle(item.Rarity) : 0);
            (block.Alone[lane], block.AtBorder[lane], block.Least[lane]) = (item.Form + item.Single, item.Form + item.Single + item.Border, item.Form + item.Least);
        }
    }

    /// <summary>The block that a place of the list lies in.</summary>
    public ref readonly Block BlockOf(int place) => ref blocks[place / PassingOptions.Count];

    /// <summary>Eight characters.</summary>
    public struct Block
    {
        /// <summary>Their search keys.</summary>
        public Eight<ushort> Keys;

        /// <summary>Their numbers in <see cref="WordPairTable"/>.</summary>
        public Eight<ushort> Words;

        /// <summary>Their bytes in GBK.</summary>
        public Eight<ushort> Pairs;

        /// <summary>What they cost by themselves, borders apart; less for what is no Chinese character.</summary>
        public Eight<float> Alone;

        /// <summary>What they cost by themselves where the page holds them, beyond what the page makes of that, borders apart.</summary>
        public Eight<float> OnPage;

        /// <summary>What they cost at least with the border before them, where the page does not hold them.</summary>
        public Eight<float> AtBorder;

        /// <summary>What they cost at least behind another word by the pairs of words that were counted.</summary>
        public Eight<float> Least;
    }

    /// <summary>Eight values.</summary>
    [InlineArray(PassingOptions.Count)]
    public struct Eight<T>
    {
        T first;
    }
}
