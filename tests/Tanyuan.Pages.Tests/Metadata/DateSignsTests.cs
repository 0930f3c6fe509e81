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

    // A date of each form, of which some pieces become others.
    static readonly string[][] Dates =
    [
        ["2024", "-", "5", "-", "17"], ["2019", "年", "5", "月", "17", "日"], ["二〇二三", "年", "八", "月", "十七", "日"], ["民国", "一一二", "年", "八", "月", "十七", "日"], ["17", ".", "5", ".", "1998"],
        ["May", " ", "17", " ", "2024"],
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
        for (var round = 0; round < 30_000; round++)
        {
            var text = new StringBuilder();
            foreach (var piece in Dates[random.Next(Dates.Length)].Prepend("").Append(""))
                text.Append(random.Next(8) == 0 || piece.Length == 0 ? Pieces[random.Next(Pieces.Length)] : piece).Append(random.Next(6) == 0 ? " " : "");
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

        Assert.All(found, count => Assert.True(count > 1_000, string.Join(", ", found)));
        Assert.All(signless, count => Assert.True(count > 5_000, string.Join(", ", signless)));
    }
}
