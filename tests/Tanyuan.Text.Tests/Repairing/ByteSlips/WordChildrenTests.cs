using Tanyuan.Text.Folding;
using Tanyuan.Text.Repairing.ByteSlips;
using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Tests.Repairing.ByteSlips;

public sealed class WordChildrenTests
{
    [Fact]
    public void Signs_of_what_words_go_on_with_never_refuse_a_character_that_one_goes_on_with_and_most_others()
    {
        var (table, refused, asked) = (WordTable.BuiltIn, 0, 0);
        foreach (var before in SlipAlphabet.Traditional.OfSecond(0xC8).Items)
        {
            foreach (var behind in SlipAlphabet.Simplified.OfFirst(0xB4).Items)
            {
                var mayMeet = GbkPairs.MayMeet(before.Behind, GbkPairs.Table.Signs(behind.Character));
                var goesOn = before.Root >= 0 && behind.Code != 0 && WordTable.IsChild(table.Slot(before.Root, behind.Code), behind.Code);
                Assert.True(mayMeet || !goesOn, $"{before.Character}{behind.Character}");
                refused += mayMeet ? 0 : 1;
                asked++;
            }
        }

        Assert.True(refused > asked / 2, $"{refused} of {asked}");
    }

    [Fact]
    public void One_character_is_told_as_many_are()
    {
        var children = WordChildren.BuiltIn;
        var options = SlipAlphabet.Simplified.OfFirst(0xB4);
        var places = new byte[SlipReader.MostOptions];
        foreach (var before in SlipAlphabet.Simplified.OfSecond(0xC8).Items.Where(before => before.Behind != 0))
        {
            var among = places[..children.Among(before.Root, options.Codes, places)].Select(place => (int)place);
            Assert.Equal(among, Enumerable.Range(0, options.Codes.Length).Where(place => children.MayBe(before.Root, options.Codes[place])));
        }
    }

    [Fact]
    public void The_table_says_of_each_node_what_the_dictionary_does()
    {
        var (words, children) = (WordTable.BuiltIn, WordChildren.BuiltIn);
        var signsOfKeys = new ulong[char.MaxValue + 1];
        var signsOfCodes = new ulong[char.MaxValue + 1];
        for (var unit = 0; unit <= char.MaxValue; unit++)
            signsOfKeys[TextFolder.Fold((char)unit)] |= GbkPairs.Table.Signs((char)unit);
        for (var key = 0; key <= char.MaxValue; key++)
            signsOfCodes[words.Code((char)key)] |= signsOfKeys[key];
        Assert.Equal(signsOfKeys, children.SignsOfKeys.ToArray());
        var behind = new ulong[words.SlotCount];
        for (var slot = 0; slot < words.SlotCount; slot++)
        {
            if (words.CodeAt(slot) is not (var code and not 0))
                continue;
            behind[slot - code] |= signsOfCodes[code];
            Assert.True(children.MayBe(slot - code, code));
        }

        for (var nodeBase = 0; nodeBase < words.SlotCount; nodeBase++)
            Assert.Equal(behind[nodeBase], children.SignsBehind(nodeBase));
        Assert.Equal(0ul, children.SignsBehind(SlipOption.NoWord));
        Assert.Equal(0ul, children.SignsBehind(words.SlotCount));
    }

    [Fact]
    public void Signs_of_what_stands_behind_a_character_on_a_page_hold_its_neighbours_in_every_form()
    {
        const string page = "圖書館的書籍與圖畫，圖书馆的书籍";
        var pairs = new PagePairs();
        pairs.Begin(page);
        foreach (var (before, behind) in new[] { ('圖', '書'), ('圖', '书'), ('書', '館'), ('圖', '畫'), ('书', '馆'), ('與', '圖') })
            Assert.True(GbkPairs.MayMeet(pairs.SignsBehind(TextFolder.Fold(before)), GbkPairs.Table.Signs(behind)), $"{before}{behind}");
        Assert.Equal(0ul, pairs.SignsBehind(TextFolder.Fold('龍')));
        pairs.Begin("龍");
        Assert.Equal(0ul, pairs.SignsBehind(TextFolder.Fold('圖')));
    }
}
