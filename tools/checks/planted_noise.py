#!/usr/bin/env python3
"""Plant noise in clean articles and see how much of it goes, and whether anything of the articles goes with it.

    python3 tools/checks/planted_noise.py ARTICLES.jsonl [--each 40] [--seed 1] [--worst 3] [--kind farm-joined]

ARTICLES.jsonl holds {"title", "text"} in either Chinese script. Planted are link farms (rows and columns of search phrases of several trades,
with and without headlines between), frames (menus, breadcrumbs, notices, footers) and tails (beginnings of other articles). Beside them stand
clean pages of the kinds that look like noise: timetables, price lists, directories, tables of contents, poems, lyrics, recipes, rolls of names,
glossaries, specifications, questions and answers. Runs `tanyuan clean --batch` once.
"repaired" is 1 - distance(output, article) / distance(page, article), the mean over pages; "harm" is characters changed in 10,000 of clean ones.
Exit code 1 where a kind stays below its bar, or a clean page is changed.
"""
import argparse
import json
import os
import random
import re
import subprocess
import sys
import unicodedata
from collections import defaultdict

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
BARS = {"farm": 0.97, "frame": 0.90, "tail": 0.85}

CITIES = "临江 青州 云浦 海宁 双流 石桥 南溪 东湾 北固 西塘".split()
TRADES = {
    "法律": "离婚律师 债务纠纷律师 律师咨询电话 交通事故赔偿 劳动仲裁代理 律师事务所排名 合同纠纷律师 刑事辩护律师 工伤赔偿标准",
    "机械": "不锈钢管厂家 液压泵维修 二手挖掘机 数控机床价格 工业风扇 角磨机批发 轴承型号大全 空压机配件 升降平台厂家 减速机型号",
    "医疗": "白癜风医院 男科医院哪家好 植发多少钱 种植牙价格表 近视手术费用 祛斑方法 腋臭手术 整形医院排名 不孕不育医院",
    "教育": "考研辅导班 成人自考报名 会计培训机构 雅思培训费用 驾校学费 学历提升 一建培训 英语口语班 专升本报名",
    "房产": "二手房出售 写字楼出租 学区房价格 楼盘最新房价 公寓短租 厂房出租 商铺转让 新房开盘 装修公司哪家好",
    "游戏": "传奇私服发布网 手游辅助 游戏代练 魔域私服 点卡充值 外挂下载 游戏账号交易 捕鱼平台 棋牌源码 电玩城下载",
    "网络": "服务器租用 域名注册 关键词优化 刷单平台 短信群发 网站源码下载 外链发布 百度排名代做 云主机优惠 虚拟主机",
    "出行": "机票查询 租车价格 跟团游报价 签证代办 酒店预订 接机服务 包车一日游 船票预订 火车票代购",
    "金融": "信用卡套现 房屋抵押贷款 期货开户 原油开户 外汇平台 征信修复 车辆抵押 黑户贷款 股票配资 典当行",
    "影视": "韩剧全集 最新电影下载 免费观看 无删减版 动漫在线 BT种子 国语中字 蓝光高清 手机影院",
}
TRADITIONAL = {
    "當舖": "機車借款 汽車借款免留車 當舖借錢 房屋二胎 支票貼現 票貼借款 小額借貸 身分證借款 軍公教貸款",
    "裝潢": "室內設計推薦 系統櫃價格 冷氣安裝 水電維修 抓漏工程 鋁門窗報價 裝潢費用 舊屋翻新 油漆粉刷",
    "娛樂": "線上娛樂城 百家樂試玩 運彩分析 老虎機台 現金版 娛樂城出金 球版推薦 歐博真人 麻將遊戲",
    "美容": "植牙費用 雷射除斑 隆乳推薦 抽脂價格 微整形診所 霧眉教學 減肥門診 玻尿酸價格 醫美推薦",
}
ENGLISH = "replica watches|cheap flights|payday loans|online casino|weight loss pills|essay writing service|car insurance quotes|web hosting deals|crypto signals|free movie download|seo services|forex broker".split("|")
SEPARATORS = ["_", "|", "丨", "｜", " | ", "-", "、", " ", "　", ",", "，", "·", "/", "★", "◆", "●", "→", "#", "+", ";"]


def phrases(rng, script, noise, headlines):
    """Search phrases: some trades, often with a city in front, repeated, glued in pairs, headlines of other stories between."""
    pool = [words.split() for words in (TRADITIONAL if script == "Hant" else TRADES).values()]
    words = sum(rng.sample(pool, min(len(pool), rng.choice([1, 2, 3, 4]))), [])
    if rng.random() < 0.15:
        words += rng.sample(ENGLISH, 5)
    withCity = rng.random() < 0.5
    cities = rng.sample(CITIES, rng.randint(1, 4))
    out = []
    for _ in range(rng.randint(14, 80)):
        phrase = rng.choice(words)
        if withCity and rng.random() < 0.6 and phrase[0] > "\u2e80":
            phrase = rng.choice(cities) + phrase
        if rng.random() < 0.12:
            phrase += rng.choice(words)
        if rng.random() < noise:
            headline = rng.choice(headlines)
            phrase = headline[: rng.randint(5, 12)]
        out.append(phrase)
    return out


def plant_farm(rng, article, headlines, joined):
    lines = article["text"].split("\n")
    for _ in range(rng.choice([1, 1, 2, 3])):
        row = phrases(rng, article["script"], rng.choice([0, 0.1, 0.25]), headlines)
        at = rng.choice([0, len(lines), len(lines), rng.randint(0, len(lines))])
        lines[at:at] = [rng.choice(SEPARATORS).join(row)] if joined else row
    return "\n".join(lines)


SITES = ["临江在线", "青州热线", "云浦网", "海风新闻网", "南溪门户", "石桥论坛", "北固财经", "东湾科技"]
SECTIONS = "要闻 国内 国际 社会 财经 证券 科技 数码 汽车 房产 文化 读书 体育 娱乐 健康 教育 军事 评论 图片 视频 直播 专题 地方 旅游 美食 时尚 亲子 公益".split()


def frame_above(rng, site):
    section = rng.choice(SECTIONS)
    row = rng.sample(SECTIONS, rng.randint(6, 14))
    tag = rng.choice([" ", " | ", "　", " · ", "|"])
    return [
        lambda: tag.join(["首页"] + row),
        lambda: "\n".join(["首页"] + row),
        lambda: f"您现在的位置：{site} > {section}频道 > 正文",
        lambda: f"当前位置: 首页 » {section} » {rng.choice(SECTIONS)} » 浏览文章",
        lambda: f"{site} {section} 正文",
        lambda: "登录 注册 客户端 收藏本站",
        lambda: "欢迎来到" + site + "，请登录 免费注册",
        lambda: "字号：大 中 小  打印本页  关闭窗口",
        lambda: "页面加载中，请稍候...",
        lambda: f"今天是{rng.randint(2009, 2024)}年{rng.randint(1, 12)}月{rng.randint(1, 28)}日 星期{rng.choice('一二三四五六日')}",
        lambda: "搜索 高级搜索 热门搜索",
        lambda: "无障碍 关怀版 繁體 English",
        lambda: "手机看新闻 扫描二维码",
        lambda: "A+ A- 分享到",
        lambda: "设为首页 | 加入收藏 | 联系站长",
        lambda: "切换城市 " + rng.choice(CITIES) + " 天气预报",
        lambda: f"{section} > {rng.choice(SECTIONS)}新闻",
        lambda: "RSS 邮箱 短信 彩信 手机报",
        lambda: "我要投稿 我要爆料 在线读报",
        lambda: "收藏 打印 纠错 推荐给朋友",
        lambda: "您的浏览器版本过低，请升级浏览器后访问",
        lambda: f"{site}首页 新闻中心 {section}频道",
        lambda: "请输入关键字 搜索",
    ]


def frame_below(rng, site):
    year = rng.randint(2005, 2024)
    return [
        lambda: f"版权所有：{site} 未经书面授权不得转载",
        lambda: f"Copyright {year - 8}-{year} {site} 版权所有 All Rights Reserved.",
        lambda: f"{rng.choice('京沪粤浙苏')}ICP证{rng.randint(10000, 99999)}号-{rng.randint(1, 9)}  {rng.choice('京沪粤浙苏')}公网安备{rng.randint(10**13, 10**14)}号",
        lambda: "增值电信业务经营许可证：B2-" + str(rng.randint(20050000, 20230000)),
        lambda: "关于我们 - 广告服务 - 联系我们 - 招聘信息 - 网站律师 - 友情链接",
        lambda: f"本网站所刊载信息，不代表{site}观点。刊用本网站稿件，务经书面授权。",
        lambda: f"声明：转载此文是出于传递更多信息之目的。若有来源标注错误或侵犯了您的合法权益，请作者持权属证明与本网联系，我们将及时更正、删除，谢谢。",
        lambda: f"违法和不良信息举报电话：{rng.randint(400, 999)}-{rng.randint(1000000, 9999999)} 邮箱：jubao@example.com",
        lambda: "上一篇：" + rng.choice(SECTIONS) + "新规下月起施行\n下一篇：" + rng.choice(SECTIONS) + "市场回暖明显",
        lambda: f"（责任编辑：{rng.choice('王李张刘陈')}{rng.choice('敏静磊涛娜')}）",
        lambda: "分享到：QQ空间 新浪微博 腾讯微博 人人网 微信",
        lambda: "微信扫一扫，分享到朋友圈",
        lambda: f"关注“{site}”官方微信，获取更多资讯",
        lambda: "发表评论 已有0人参与\n用户名：\n密码：\n匿名发表\n提交评论",
        lambda: "网友评论仅供其表达个人看法，并不表明本站同意其观点或证实其描述。",
        lambda: "点击加载更多",
        lambda: "返回顶部",
        lambda: "阅读(" + str(rng.randint(10, 9999)) + ") 评论(" + str(rng.randint(0, 99)) + ") 推荐(0) 收藏",
        lambda: f"热线电话：0{rng.randint(10, 99)}-{rng.randint(1000000, 9999999)} 投稿邮箱：news@example.com",
        lambda: "友情链接： " + " ".join(rng.sample(SITES, 5)),
        lambda: "本文由" + site + "原创发布，转载请注明出处。",
        lambda: "喜欢 收藏 举报",
        lambda: "顶一下(12) 踩一下(3)",
        lambda: f"推荐阅读：{rng.choice(SECTIONS)}频道改版公告",
        lambda: "看完这篇文章有何感觉？",
        lambda: f"Powered by {rng.choice(['DedeCMS', 'Discuz! X3.4', 'WordPress', 'PHPCMS'])}",
        lambda: "技术支持：临江网络科技有限公司",
        lambda: "您看到此篇文章时的感受是： 感动 愤怒 搞笑 难过",
        lambda: f"欢迎关注{site}官方微博",
        lambda: f"更多精彩，请下载{site}客户端",
        lambda: "建议使用1024×768分辨率浏览本站",
        lambda: "网友评论 共有0条评论 查看全部",
        lambda: f"国新网许可证编号：{rng.randint(10**7, 10**8)} 广播电视节目制作经营许可证（浙）字第{rng.randint(100, 999)}号",
        lambda: "延伸阅读",
        lambda: f"[编辑：{rng.choice('王李张刘陈')}{rng.choice('敏静磊涛娜')}]",
        lambda: "举报/反馈",
        lambda: f"地址：{rng.choice(CITIES)}市人民路{rng.randint(1, 300)}号 邮编：{rng.randint(100000, 900000)}",
    ]


def plant_frame(rng, article):
    site = rng.choice(SITES)
    above = [make() for make in rng.sample(frame_above(rng, site), rng.randint(1, 4))]
    below = [make() for make in rng.sample(frame_below(rng, site), rng.randint(2, 6))]
    return "\n".join(above + [article["title"], article["text"]] + below), article["title"] + "\n" + article["text"]


def plant_tail(rng, article, others, kind):
    def snippet(other, low, high, end):
        return other["text"].replace("\n", "")[: rng.randint(low, high)].rstrip("。！？") + end

    chosen = rng.sample(others, rng.randint(4, 14))
    head = [rng.choice(["相关新闻", "热点推荐", "大家都在看", "猜你喜欢", "今日头条", "延伸阅读：", "更多精彩内容", "为您推荐"])] if rng.random() < 0.5 else []
    if kind == "cut":
        tail = [snippet(other, 40, 130, "") for other in chosen]
    elif kind == "dots":
        tail = [snippet(other, 40, 110, rng.choice(["...", "……", "…[详细]", "...[查看全文]"])) for other in chosen]
    elif kind == "titled":
        tail = sum(([other["title"], snippet(other, 45, 120, "...")] for other in chosen), [])
    elif kind == "headlines":
        mark = rng.choice(["", "· ", "• ", "{n}. ", "[{d}] ", "{d} "])
        tail = [mark.format(n=i + 1, d=f"{rng.randint(1, 12):02}-{rng.randint(1, 28):02}") + other["title"] for i, other in enumerate(chosen)]
        head = head or ["相关新闻"]
    else:
        tail = ["".join(other["title"] + snippet(other, 50, 120, "") for other in chosen)]
    return article["text"] + "\n" + "\n".join(head + tail)


def distance(a, b):
    """Levenshtein distance, bit-parallel (Hyyrö 2003)."""
    while a and b and a[0] == b[0]:
        a, b = a[1:], b[1:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    if not a or not b:
        return len(a) + len(b)
    peq = defaultdict(int)
    for i, c in enumerate(a):
        peq[c] |= 1 << i
    m, mask = len(a), (1 << len(a)) - 1
    pv, mv, score, top = mask, 0, m, 1 << (m - 1)
    for c in b:
        eq = peq.get(c, 0)
        xv = eq | mv
        xh = ((((eq & pv) + pv) & mask) ^ pv) | eq
        ph, mh = mv | (~(xh | pv) & mask), pv & xh
        score += (1 if ph & top else 0) - (1 if mh & top else 0)
        ph, mh = (ph << 1) | 1, mh << 1
        pv, mv = (mh | (~(xv | ph) & mask)) & mask, ph & xv
    return score


def flat(text):
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def script_of(text):
    return "Hant" if sum(c in "這們來時個說為國會發從應對後經關學點開無過還長問實現醫" for c in text) * 100 > len(text) else "Hans"


def clean_pages():
    path = os.path.join(ROOT, "tests", "Tanyuan.Pages.Tests", "TextPages", "pages-like-noise.txt")
    with open(path, encoding="utf-8") as file:
        return [page.strip("\n") for page in file.read().split("\n=====\n")]


def output_text(record):
    if "documents" in record:
        return "\n".join(output_text(document) for document in record["documents"])
    title = record.get("title", "") if not record.get("titleIsDerived") else ""
    return title + "\n" + record.get("text", "")


def cases(articles, each, seed):
    rng = random.Random(seed)
    headlines = [article["title"] for article in articles]
    kinds = ["farm-joined", "farm-column", "frame", "tail-cut", "tail-dots", "tail-titled", "tail-headlines", "tail-run"]
    for kind in kinds:
        for n in range(each):
            article = rng.choice(articles)
            others = [other for other in articles if other is not article]
            gold = article["text"]
            if kind.startswith("farm"):
                page = plant_farm(rng, article, headlines, kind == "farm-joined")
            elif kind == "frame":
                page, gold = plant_frame(rng, article)
            else:
                page = plant_tail(rng, article, others, kind[5:])
            yield kind, f"{kind}-{n}", page, gold
    for n, article in enumerate(articles):
        yield "clean", f"clean-{n}", article["title"] + "\n" + article["text"], article["title"] + "\n" + article["text"]
    for n, page in enumerate(clean_pages()):
        yield "like-noise", f"like-noise-{n}", page, page


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles")
    parser.add_argument("--each", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--worst", type=int, default=0)
    parser.add_argument("--kind")
    parser.add_argument("--command", default=os.path.join(ROOT, "tanyuan"))
    options = parser.parse_args()
    with open(options.articles, encoding="utf-8") as file:
        articles = [row for row in map(json.loads, file) if row.get("title") and len(row.get("text", "").split("\n")) >= 3 and 200 < len(row["text"]) < 3000]
    for article in articles:
        article["script"] = script_of(article["text"])
    rows = [row for row in cases(articles, options.each, options.seed) if not options.kind or row[0].startswith(options.kind)]
    batch = "".join(json.dumps({"id": key, "text": page}) + "\n" for _, key, page, _ in rows)
    run = subprocess.run(options.command.split() + ["clean", "--batch"], input=batch.encode(), capture_output=True, check=True)
    records = [json.loads(line) for line in run.stdout.decode().splitlines()]

    scores, failed = defaultdict(list), False
    for (kind, key, page, gold), record in zip(rows, records):
        result, gold, page = flat(output_text(record)), flat(gold), flat(page)
        if kind in ("clean", "like-noise"):
            scores[kind].append((-distance(result, gold) * 10000 / len(gold), key, record))
        else:
            scores[kind].append((max(-1, 1 - distance(result, gold) / max(1, distance(page, gold))), key, record))
    pages = {key: (page, gold) for _, key, page, gold in rows}
    groups = defaultdict(list)
    for kind, values in scores.items():
        mean = sum(value for value, _, _ in values) / len(values)
        if kind in ("clean", "like-noise"):
            failed |= mean < 0
            print(f"{kind:16} harm {-mean:8.2f}   pages changed {sum(v < 0 for v, _, _ in values)} of {len(values)}")
        else:
            groups[kind.split("-")[0]] += [value for value, _, _ in values]
            print(f"{kind:16} repaired {mean:.4f}   whole {sum(v == 1 for v, _, _ in values)} of {len(values)}")
        for value, key, record in sorted(values, key=lambda row: row[0])[: options.worst]:
            if value < (0 if kind in ("clean", "like-noise") else 1):
                page, gold = pages[key]
                kept = [line for line in output_text(record).split("\n") if flat(line) and flat(line) not in flat(gold)]
                lost = [line for line in gold.split("\n") if flat(line) and flat(line) not in flat(output_text(record))]
                print(f"  {key} {value:.3f} kept {[line[:90] for line in kept[:6]]} lost {[line[:90] for line in lost[:6]]}")
    for group, values in groups.items():
        mean = sum(values) / len(values)
        failed |= mean < BARS[group]
        print(f"{group:16} {mean:.4f} (bar {BARS[group]})")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
