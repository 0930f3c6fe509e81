using Tanyuan.Text.Decoding;
using Tanyuan.Text.Decoding.Kernels;

namespace Tanyuan.Text.Tests.Decoding;

public sealed class CharacterModelTests
{
    const string Text = "明天下雨，記得帶傘。Прогноз погоды: Straße、雨です、비가 옵니다 \uE000\t\u0085\uD83D";

    [Fact]
    public void All_costs_at_once_are_those_of_each_model()
    {
        var costs = new long[CostRows.Columns];
        CharacterModel.CostsOf(Text, costs);
        Assert.Equal(CharacterModel.All.Select(model => model.Cost(Text)), costs[..CharacterModel.All.Length]);
        Assert.Equal(CharacterModel.All.Min(model => model.Cost(Text)), CharacterModel.LeastCost(Text));
        var chinese = CharacterModel.Of("chinese");
        Assert.Equal(chinese.Min(model => model.Cost(Text)), CharacterModel.LeastCost(Text, chinese));
    }

    [Fact]
    public void The_cost_of_a_text_is_that_of_its_characters() =>
        Assert.All(CharacterModel.All, model => Assert.Equal(Text.Sum(unit => model.Cost([unit])), model.Cost(Text)));

    [Fact]
    public void A_table_has_the_cost_of_each_unit()
    {
        var model = CharacterModel.Of("japanese")[0];
        Assert.Equal(Enumerable.Range(0, char.MaxValue + 1).Select(unit => (byte)model.Cost([(char)unit])), model.ToTable());
    }

    [Theory]
    [InlineData('a', CharacterModel.AsciiCost)]
    [InlineData('\n', CharacterModel.AsciiCost)]
    [InlineData('\u0007', CharacterModel.NoiseCost)]
    [InlineData('\u000B', CharacterModel.NoiseCost)]
    [InlineData('\u0085', CharacterModel.NoiseCost)]
    [InlineData('\uE000', CharacterModel.NoiseCost)]
    [InlineData('\uFFFD', CharacterModel.NoiseCost)]
    [InlineData('\uD800', CharacterModel.NoiseCost / 2)]
    public void What_tells_nothing_costs_the_same_in_every_language(char unit, int cost) =>
        Assert.All(CharacterModel.All, model => Assert.Equal(cost, model.Cost([unit])));

    [Theory]
    [InlineData('的', false)]
    [InlineData('ł', false)]
    [InlineData('\u9FFF', true)]
    [InlineData('\uE000', true)]
    public void What_no_language_lists_is_rare_everywhere(char unit, bool isRare) => Assert.Equal(isRare, CharacterModel.IsRareEverywhere(unit));
}
