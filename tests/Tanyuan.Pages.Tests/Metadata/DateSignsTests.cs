using System.Text;
using System.Text.RegularExpressions;
using Tanyuan.Pages.Metadata;

namespace Tanyuan.Pages.Tests.Metadata;

public sealed class DateSignsTests
{
    static readonly string[] Pieces =
    [
        "2024", "2019", "1998", "19", "20", "5", "17", "3", "１９", "民国", "民國", "一一二", "二〇二三", "二零一九", "一九九八", "年", "年", "月", "月", "日", "號", "八", "十七", "廿", "-", "-", "/", ".", "．", "–", " ", "　", "\u00A0", "\u3000",
        "May", "mars ", "de ", "茶馆", "，", "：", "10:20",
    ];

    static readonly (Regex Form, Func<DateSigns, bool> HasSign)[] Forms =
    [
        (DateParser.Numeric(), signs => signs.YearThenSign), (DateParser.Chinese(), signs => signs.YearThenWord), (DateParser.ChineseNumerals(), signs => signs.YearInFigures),
        (DateParser.Republic(), signs => signs.Republic), (DateParser.DayFirst(), signs => signs.SignThenYear), (DateParser.NamedMonth(), signs => signs.Year),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_text_that_has_a_form_of_date_has_its_sign(int seed)
    {
        var random = new Random(seed);
        var (found, signless) = (new int[Forms.Length], new int[Forms.Length]);
        for (var round = 0; round < 60_000; round++)
        {
            var text = new StringBuilder();
            for (var count = random.Next(1, 9); count > 0; count--)
                text.Append(Pieces[random.Next(Pieces.Length)]);
            var line = text.ToString();
            var signs = DateSigns.Of(line);
            for (var number = 0; number < Forms.Length; number++)
            {
                var (form, hasSign) = Forms[number];
                if (!hasSign(signs))
                    signless[number]++;
                if (!form.IsMatch(line))
                    continue;
                Assert.True(hasSign(signs), $"«{line}», form {number}");
                found[number]++;
            }
        }

        Assert.All(found, count => Assert.True(count > 15, string.Join(", ", found)));
        Assert.All(signless, count => Assert.True(count > 10_000, string.Join(", ", signless)));
    }
}
