using Tanyuan.Text.Repairing.Mojibake;

namespace Tanyuan.Text.Tests.Repairing.Mojibake;

public sealed class ImplausibilityTests
{
    // A few of every class of characters that sequences are made of, and what stands between them.
    const string Units =
        "\u0080\u009F¦¤¨¬¯¸ƒˆ˜†‡‰◊\uFFFDªº¶§¢£¥€¡«¿©΄‘‚“„•‹®»˝”›™²³¹±¼½¾×µ÷√≈≠≤≥∂№ÒÖÙÜòöøüŐ°ÀÂÃÎÐÑØÝĄĆŒŠŽҐßàâäêñóąćłœšžﬁÞΑΒΓΞΟΩΆЁЂВГРСЯαβωάайвўџ─│┌═╬█░"
        + "’…–—´ŸŠ\u00A0\u00AD·ìîïôú¶πā ....,?!abzABZ\t\n0中，";

    [Fact]
    public void What_is_told_by_marks_is_what_matching_everything_tells()
    {
        var random = new Random(19);
        var (yes, no) = (0, 0);
        for (var round = 0; round < 300_000; round++)
        {
            // Few kinds of characters a text, so that many have no sequence.
            var kinds = Enumerable.Range(0, random.Next(1, 9)).Select(_ => Units[random.Next(Units.Length)]).ToArray();
            var text = new string([.. Enumerable.Range(0, random.Next(1, round % 20 == 0 ? 90 : 12)).Select(_ => kinds[random.Next(kinds.Length)])]);
            var expected = Implausibility.IsByMatching(text);
            Assert.True(expected == Implausibility.Is(text), text);
            (yes, no) = expected ? (yes + 1, no) : (yes, no + 1);
        }

        Assert.True(yes > 30_000 && no > 30_000, $"{yes}, {no}");
    }

    [Theory]
    [InlineData("ГўВЂВ™s")]
    [InlineData("вЂ")]
    [InlineData("‚âà")]
    [InlineData("‚óê")]
    [InlineData("”é")]
    [InlineData("é”x")]
    [InlineData("В“Р")]
    [InlineData("Ο»Ξ")]
    [InlineData("œ ")]
    public void Sequences_of_letters_and_quotation_marks_are_seen(string sequence) => Assert.True(Implausibility.Is("abc " + sequence + " def") && Implausibility.Is(sequence));

    [Theory]
    [InlineData("Съешь же ещё этих мягких французских булок, да выпей чаю. «Вот», сказал он.")]
    [InlineData("Le garçon a mangé des crêpes à l’hôtel, où l’œuvre était exposée.")]
    [InlineData("Η γρήγορη αλεπού πηδά πάνω από το τεμπέλικο σκυλί.")]
    [InlineData("Zażółć gęślą jaźń, łódź i ćma – „tak”.")]
    public void Sound_text_holds_none(string text) => Assert.False(Implausibility.Is(text));
}
