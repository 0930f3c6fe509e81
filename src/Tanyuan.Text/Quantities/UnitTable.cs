using System.Collections.Frozen;

namespace Tanyuan.Text.Quantities;

/// <summary>
/// The units, measure words and currencies. An entry is <c>surface</c>, <c>surface=name</c>, or either with <c>!</c> and the
/// continuations, parted by commas, that show it to be the beginning of another word (5人民 is no 5人). The longest that fits wins;
/// a Latin unit must end where its word ends.
/// </summary>
internal static class UnitTable
{
    const string Counters =
        "名!字,单,称,义,次,额,片,牌,誉,气,胜,录,声,校,叫,利 位!置,于,数,列,居,移 人!民,类,均,工智,格,称,脸,工费,间 人次 人份 个!别 家!庭,乡,长,具,园,族,居,中,电 块!钱 台!湾,北,风,阶,词,州,中,南 辆 颗 座!谈,椅,右,落 " +
        "栋 幢 只!有,是,要,能,会,不 头!部,发,脑,条 匹!配 件!事 项 条!件,例,约,款,文 张!家,口,开,贴 片!面,区,段,头,刻 本!身,报,人,次,周,月,年,市,院,科,地,来,质,届,土,田,案,息,性,能 册 部!门,分,署,长,委,落,位 部门 支!持,付,出,撑,援,部,柱,票,配,教 枚 套!餐,路 场!所,景,面,馆,外 " +
        "次!日,序,要,元,品,级,贷 届 期!间,待,望,刊,限,末,货 批!评,准,发,复,判 轮!胎,船,廓,流,换,渡,回 层!面,次 楼!市,盘,宇,梯,主 户!外,籍,口,型 口!碑,岸,号,味,腔 间!隔,接,谍 所!有,以,谓,在,得 艘 架!构,子 款!项,式 种!子,地,族 类!似,型,别 组!织,成,建,合,长,装 队!伍,员,长,友 章!节,程 节!目,日,点,约,能,省,假,奏,气 页 " +
        "行!业,为,动,人,政,程,长,情,驶,使,李,走,星,列 字!体,面,母,节 句 篇 首!先,次,都,席,要,页,日,付,届 幅!度 道!路,理,德,具,歉,教,士 门!票,口,店,槛,诊 堂 班!级,长,子,车,主 株 棵 朵 束!缚 根!据,本,源 粒!子 滴!滴 瓶!颈 杯!子 碗 盘!点,子 箱!子 袋!子 盒!子 包!括,含,装,裹,围,容,子 桶 罐 盏 把!握,关,手 扇 艇 节车厢 " +
        "股!票,东,市,价,权,份 手!机,段,工,术,续,法,册,动,持,里,下,中 单!位,独,价,纯,元,一,身 例!如,外,子 宗!教,旨 起!来,初,码,到,诉,源,床,飞,点,步,身,因,伏 处!理,于,罚,置,分,在,长 站!点,在,长,台 路!线,径,由,面,上,边,过,人,透 票!据,价,房 倍!增,受,感 折!扣,叠,磨,射,腾,合,返 度电=千瓦时 卡车 车次 班次 架次 航班 床!位,上 桌!子,面,上 席!位 版!本,权,图,面 集!团,中,合,成,体,群,结,装,会 代!表,理,替,价,码,言 级!别,联 等!级,于,待,候,人,奖 " +
        "笔!记,者,试 发!展,现,布,生,出,行,电,表,送,挥,言,起,达,明,改 枪 炮 环!境,保,节,比,绕,球 分!钟,之,布,析,别,公,期,店,队,类,明,散,解,裂,歧,成,为,子,享,手,支,工,配,离,发,数,身,管,局,行,段,会 局!面,部,势,限,长,域 回!来,到,去,家,复,应,归,答,头,忆,顾,报 圈!子 步!行,伐,入,骤 遍!布,及,地 趟 顿!时 阵!地,营,容 场次 用户 字节=B 核 线程 比特 帧 像素 口人 样!本,子,品,式,貌 门课 学时 课时 学分 席位";

    const string Measures =
        "公里 千米=公里 米!兰,粉,饭,色,老,线,其 厘米 公分=厘米 公尺=米 公寸=分米 公厘=毫米 公克=克 公升=升 公吨=吨 英呎=英尺 呎=英尺 英吋=英寸 吋=英寸 英哩=英里 哩=英里 浬=海里 平方呎=平方英尺 平方英呎=平方英尺 平方哩=平方英里 平方英里 平方公尺=平方米 立方公尺=立方米 周岁=岁 毫米 微米 纳米 分米 里!面,程碑,边,斯,约,头,昂,根 英里 海里 英尺 英寸 寸 尺!寸,度 光年 平方公里 平方千米=平方公里 平方米 平米=平方米 平方英尺 平方厘米 平 公顷 亩 英亩 坪 立方米 立方厘米 立方 升!级,高,值,温,学,起,职,至,到,任,旗 毫升 加仑 " +
        "吨!位 千克=公斤 公斤 斤!斤 克!拉,隆,服,里,强,鲁,制 克拉 毫克 微克 两!国,地,岸,人,者,名,家,个,年,种,位,大,次,项,会,手,边,侧,国,端,党,天,件,倍,款,场,家 磅!礴,秤 盎司 千瓦时 千瓦 瓦时 瓦!斯,解,尔 兆瓦时 兆瓦 吉瓦时 吉瓦 毫瓦 马力!全 毫安时 毫安 安培 伏!特加,击,尔 千伏 伏特 欧姆 赫兹 千赫 兆赫 吉赫 焦耳 千焦 大卡 千卡 卡路里 " +
        "摄氏度 华氏度 度!假,过,日,量,数,上,人 分贝 帕 千帕 兆帕 标准大气压 牛顿 级地震=级 流明 尼特 兆 勒克斯 摩尔 桶油当量 标准箱 标箱 吨公里";

    const string Durations =
        "年!级,代,轻,龄,份,终,货,糕,纪,味,报,会,薪 周年 整年 年间=年 个年头=年 个月=月 个多月=月 整月=月 周!边,围,岁,期,刊,末,一,二,三,四,五,六,日,恩,转,折,长,遭,密,易,知 个星期=周 星期=周!一,二,三,四,五,六,日,天 个多星期=周 礼拜=周 个礼拜=周 天!津,下,空,然,气,才,文,使,堂,山,河,地,猫,真,线,桥,府,涯,主,际 昼夜=天 个昼夜=天 工作日 个工作日=工作日 个交易日=交易日 交易日 个自然日=自然日 小时!候,代,报 个小时=小时 个多小时=小时 " +
        "个钟头=小时 钟头=小时 分钟 秒钟=秒 秒!杀,表,懂 毫秒 微秒 纳秒 个世纪=世纪 个季度=季度 个学期=学期 个年度=年 载!体,人,客,货,重,入,着 个多世纪=世纪 个寒暑=年";

    const string Currencies =
        "元=CNY!素,旦,首,帅,老,宵,件,宇,年,月,气,朝,代,曲,论,化,一,酸,性,方,三,图 块钱=CNY 元钱=CNY 元人民币=CNY 人民币=CNY 美元=USD 美金=USD 欧元=EUR!区 日元=JPY 日圆=JPY 英镑=GBP 港元=HKD 港币=HKD 港纸=HKD 新台币=TWD 台币=TWD 元新台币=TWD 元台币=TWD 元港币=HKD 元美金=USD 韩元=KRW 韩圆=KRW 卢布=RUB 卢比=INR 印度卢比=INR " +
        "法郎=CHF 瑞士法郎=CHF 瑞郎=CHF 澳元=AUD 澳币=AUD 加元=CAD 加币=CAD 新元=SGD 新加坡元=SGD 新西兰元=NZD 泰铢=THB 越南盾=VND 印尼盾=IDR 马币=MYR 令吉=MYR 林吉特=MYR 比索=PHP 里拉=TRY 雷亚尔=BRL 克朗=SEK 瑞典克朗=SEK 挪威克朗=NOK 丹麦克朗=DKK 兰特=ZAR 比特币=BTC 澳门元=MOP 澳门币=MOP 第纳尔=DZD 迪拉姆=AED 里亚尔=SAR 美刀=USD 圆=CNY!形,满,桌,圈,心,规,润,珠,柱,明";

    const string LatinMeasures =
        "km m cm mm nm µm=µm μm=µm um=µm dm km²=km² km2=km² m²=m² m2=m² ㎡=m² m³=m³ m3=m³ ha kg g!股 mg µg t lb lbs=lb oz TB GB MB KB kB=KB PB EB ZB GiB=GiB MiB=MiB TiB=TiB KiB=KiB Gb Mb Kb Gbps Mbps kbps=kbps Kbps=kbps Tbps bps Gbit Mbit Gb/s=Gbps GB/s MB/s TB/s KB/s Mb/s=Mbps " +
        "Hz kHz KHz=kHz MHz GHz THz W kW KW=kW MW GW mW TW Wh kWh KWh=kWh MWh GWh TWh V!股 mV kV A!股,轮,级,座,区,类,型,站,面,组 mA µA mAh Ah Ω kΩ MΩ L l=L mL ml=mL dL hp PS rpm °C=℃ ℃ °F=℉ ℉ ° dB dBA dBi lm lux fps px ppi dpi Pa kPa hPa MPa GPa bar psi mph km/h kph=km/h m/s knots=knot kn mol mmol cal kcal kJ J MJ GJ N!股 Nm=N·m N·m=N·m kN eV keV MeV GeV TFLOPS PFLOPS GFLOPS EFLOPS FLOPS TOPS " +
        "tokens=token token bit=bit bits=bit byte=byte bytes=byte mm²=mm² cm²=cm² cm³=cm³ cc mg/L mg/kg µg/m³=µg/m³ ppm ppb ppt Mt Gt ft sq%20ft inch inches=inch feet=foot foot mile=mile miles=mile yard=yard yards=yard acre=acre acres=acre hectares=hectare hectare gallon=gallon gallons=gallon ton=ton tons=ton tonne=tonne tonnes=tonne pound=pound ounce=ounce ounces=ounce gram=gram grams=gram kilogram=kilogram kilograms=kilogram kilos=kilogram " +
        "kilometer=kilometre kilometers=kilometre kilometre kilometres=kilometre meter=metre meters=metre metre metres=metre centimeter=centimetre centimeters=centimetre centimetres=centimetre millimeters=millimetre millimetres=millimetre nanometer=nanometre nanometers=nanometre liters=litre litres=litre liter=litre litre megawatts=megawatt gigawatts=gigawatt kilowatts=kilowatt watts=watt volts=volt degrees=degree degree gigabytes=gigabyte terabytes=terabyte megabytes=megabyte horsepower " +
        "people=person persons=person person users=user employees=employee workers=worker students=student times=time units=unit points=point countries=country cities=city companies=company customers=customer patients=patient items=item pages=page words=word copies=copy vehicles=vehicle cars=car homes=home households=household jobs=job seats=seat votes=vote shares=share cores=core parameters=parameter stores=store deaths=death cases=case barrels=barrel vessels=vessel ships=ship aircraft=aircraft children=child women=woman men=man soldiers=soldier residents=resident members=member schools=school offices=office";

    const string LatinDurations =
        "years=year year yrs=year yr=year months=month month weeks=week week days=day day hours=hour hour hrs=hour hr=hour h=hour minutes=minute minute mins=minute min=minute seconds=second second secs=second sec=second s=second ms µs=µs μs=µs ns decades=decade decade centuries=century century quarters=quarter nights=night night fortnights=fortnight";

    const string LatinCurrencies =
        "dollars=USD dollar=USD cents=USD euros=EUR euro=EUR pounds=GBP yuan=CNY yen=JPY won=KRW rupees=INR rubles=RUB roubles=RUB francs=CHF USD=USD US$=USD EUR=EUR CNY=CNY RMB=CNY JPY=JPY GBP=GBP HKD=HKD TWD=TWD NTD=TWD KRW=KRW INR=INR RUB=RUB CHF=CHF AUD=AUD CAD=CAD SGD=SGD THB=THB VND=VND BTC=BTC bitcoin=BTC bitcoins=BTC";

    static readonly string[] CostWords = ["价", "卖", "花", "费", "售", "赚", "付", "钱", "便宜", "贵", "收", "奖", "罚", "贷", "省"];

    static readonly FrozenDictionary<char, Unit[]> ByFirst = Load();

    /// <summary>The longest unit or currency at a place, or null. Blanks before it are the caller's.</summary>
    public static Unit? Find(in QuantityText text, int at)
    {
        if (!ByFirst.TryGetValue(text[at], out var units))
            return null;
        foreach (var unit in units)
        {
            if (!text.Has(at, unit.Surface))
                continue;
            var end = at + unit.Surface.Length;
            if (char.IsAsciiLetterOrDigit(text[end - 1]) && text.IsLatin(end))
                continue;
            var rejected = false;
            foreach (var continuation in unit.NotBefore)
                rejected |= text.Has(end, continuation);
            if (!rejected)
                return unit;
        }

        return null;
    }

    /// <summary>The currency at a place, or null.</summary>
    public static Unit? Money(in QuantityText text, int at) => Find(text, at) is { Kind: QuantityKind.Money } unit ? unit : null;

    /// <summary>Whether 块 behind a number is money: a word of cost stands close before it and no thing that is counted follows.</summary>
    public static bool IsCost(in QuantityText text, int numberStart, int end)
    {
        if (char.IsLetterOrDigit(text[end]) && text[end] is not ('的' or '一' or '左' or '了' or '起'))
            return false;
        for (var at = Math.Max(0, numberStart - 6); at < numberStart; at++)
        {
            if (text.HasAny(at, CostWords))
                return true;
        }

        return false;
    }

    static FrozenDictionary<char, Unit[]> Load() =>
        Parse(Counters, QuantityKind.Measure, true)
            .Concat(Parse(Measures, QuantityKind.Measure, false))
            .Concat(Parse(LatinMeasures, QuantityKind.Measure, false))
            .Concat(Parse(Durations, QuantityKind.Duration, false))
            .Concat(Parse(LatinDurations, QuantityKind.Duration, false))
            .Concat(Parse(Currencies, QuantityKind.Money, false))
            .Concat(Parse(LatinCurrencies, QuantityKind.Money, false))
            .Append(new("岁", "岁", QuantityKind.Measure, false, ["月", "数"]))
            .GroupBy(unit => unit.Surface[0])
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(unit => unit.Surface.Length).ToArray());

    static IEnumerable<Unit> Parse(string table, QuantityKind kind, bool counter)
    {
        foreach (var entry in table.Split(' '))
        {
            var parts = entry.Split('!');
            var names = parts[0].Replace("%20", " ", StringComparison.Ordinal).Split('=');
            yield return new(names[0], names[^1], kind, counter, parts.Length > 1 ? parts[1].Split(',') : []);
        }
    }
}
