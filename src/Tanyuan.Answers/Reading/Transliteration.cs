using System.Buffers;

namespace Tanyuan.Answers.Reading;

/// <summary>The characters that foreign names are usually written with.</summary>
internal static class Transliteration
{
    static readonly SearchValues<char> Characters = SearchValues.Create(
        "阿艾埃爱安昂奥澳巴白拜班邦包保鲍贝本比彼毕别宾波伯博勃卜布采策查柴昌彻茨达戴黛丹当道德登邓迪狄蒂丁东杜顿多朵俄厄恩尔法凡范菲费芬丰冯佛弗夫福富盖冈高戈哥葛格根贡古瓜哈海汉豪赫黑亨洪胡华怀惠霍基吉加贾简杰捷金津卡凯坎康考柯科可克肯孔"
        + "库夸奎昆拉莱赖兰朗劳勒雷蕾黎理李里丽利莉连列林琳留龙隆卢鲁露路伦罗洛吕马玛麦迈曼芒毛梅门蒙孟米密敏明摩莫默姆木穆拿纳娜乃奈南内尼妮涅宁纽努诺欧帕潘庞佩彭皮平坡珀普奇齐恰钱强乔切琴青琼丘让热仁荣茹儒若萨塞赛桑瑟森莎沙珊山尚绍舍申圣施诗"
        + "史士司斯思丝松苏索塔泰坦汤唐陶特腾提田廷图土托瓦万旺威韦维伟魏温文翁沃乌吾武伍西希席锡夏香肖歇谢辛欣休修许雪逊雅亚延扬杨耶叶伊依怡以易意因茵英永尤友于雨约赞泽扎詹张哲珍真芝治朱茱兹卓子宗祖佐坚");

    /// <summary>Whether a folded text is made of such characters only.</summary>
    public static bool IsAll(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Characters);
}
