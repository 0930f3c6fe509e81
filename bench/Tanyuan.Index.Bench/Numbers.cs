using System.Text;

namespace Tanyuan.Index.Bench;

/// <summary>Numbers as news has them: dates, years, percentages, amounts with a unit, ordinals, times of day.</summary>
static class Numbers
{
    static readonly string[] Units = ["个", "人", "元", "万元", "亿元", "年", "名", "家", "次", "米", "公里", "岁", "万", "亿", "天", "小时", "平方米", "吨", "台", "种"];

    internal static void Append(StringBuilder text, Random random)
    {
        switch (random.Next(20))
        {
            case < 2:
                text.Append(Year(random)).Append('年').Append(random.Next(1, 13)).Append('月').Append(random.Next(1, 29)).Append('日');
                break;
            case < 5:
                text.Append(random.Next(1, 13)).Append('月').Append(random.Next(1, 29)).Append('日');
                break;
            case < 9:
                text.Append(Year(random)).Append('年');
                break;
            case < 11:
                text.Append(random.Next(1, 100)).Append('.').Append(random.Next(0, 10)).Append(random.Next(2) == 0 ? "%" : Unit(random));
                break;
            case < 12:
                text.Append(random.Next(1, 100)).Append('%');
                break;
            case < 13:
                text.Append('第').Append(random.Next(1, 40));
                break;
            case < 14:
                text.Append(random.Next(0, 24)).Append(':').Append(random.Next(10, 60));
                break;
            default:
                text.Append((int)Math.Exp(random.NextDouble() * Math.Log(5000))).Append(Unit(random));
                break;
        }
    }

    // Recent years are told most.
    static int Year(Random random) => 2026 - (int)(60 * random.NextDouble() * random.NextDouble() * random.NextDouble());

    static string Unit(Random random) => Units[(int)(Units.Length * random.NextDouble() * random.NextDouble())];
}
