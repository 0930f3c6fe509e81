#!/usr/bin/env python3
"""How our words agree with jieba's, on jieba's own terms. Needs jieba (Debian: python3-jieba, run by /usr/bin/python3).

    /usr/bin/python3 bench/peers/text/words.py TEXT.txt [--tanyuan ./tanyuan] [--differences 40]

TEXT.txt holds Chinese text, a passage a line. Reported:
- sentences   the sentences of jieba's README: our cuts equal to jieba's
- dictionary  words of jieba's dictionary between two words of speech: cut out whole, by jieba and by us
- agreement   F1 of our words against jieba's on the text (Han characters only)
- judge       F1 of both against the words of our neural tagger (LAC's small network), which knows neither; in both scripts' text as it is
and the commonest places where the two differ, with which of them the judge sides.
"""
import argparse
import collections
import os
import random
import re
import subprocess
import sys

import jieba

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..")
SENTENCES = """我来到北京清华大学
他来到了网易杭研大厦
小明硕士毕业于中国科学院计算所，后在日本京都大学深造
这是一个伸手不见五指的黑夜。我叫孙悟空，我爱北京，我爱Python和C++。
我不喜欢日本和服。
雷猴回归人间。
工信处女干事每月经过下属科室都要亲口交代24口交换机等技术性器件的安装工作
我需要廉租房
永和服装饰品有限公司
我爱北京天安门
隐马尔可夫
雷猴是个好网站
草泥马和欺实马是今年的流行词汇
伊藤洋华堂总府店
中国科学院计算技术研究所
罗密欧与朱丽叶
我购买了道具和服装
湖北省石首市
湖北省十堰市
总经理完成了这件事情
电脑修好了
做好了这件事情就一了百了了
人们审美的观点是不同的
我们买了一个美的空调
线程初始化时我们要注意
一个分子是由好多原子组织成的
祝你马到功成
他掉进了无底洞里
中国的首都是北京
孙君意
外交部发言人马朝旭
领导人会议和第四届东亚峰会
在过去的这五年
还需要很长的路要走
60周年首都阅兵
你好人们审美的观点是不同的
买水果然后来世博园
买水果然后去世博园
但是后来我才知道你是对的
存在即合理
的的的的的在的的的的就以和和和
I love你，不以为耻，反以为rong
hello你好人们审美的观点是不同的
很好但主要是基于网页形式
为什么我不能拥有想要的生活
后来我才
此次来中国是为了
使用了它就可以解决一些问题
,使用了它就可以解决一些问题
其实使用了它就可以解决一些问题
好人使用了它就可以解决一些问题
是因为和国家
老年搜索还支持
干脆就把那部蒙人的闲法给废了拉倒！
大
长春市长春节致辞
研究生命起源
结婚的和尚未结婚的
结合成分子时
旅游和服务是最好的
这件事情的确是我的错
供大家参考指正
哈尔滨政府公布塌桥原因
我在机场入口处
邢永臣摄影报道
BP神经网络如何训练才能在分类时增加区分度？
南京市长江大桥
应一些使用者的建议，也为了便于利用NiuTrans用于SMT研究
长春市长春药店
邓颖超生前最喜欢的衣服
胡锦涛是热爱世界和平的政治局常委
程序员祝海林和朱会震是在孙健的左面和右面, 范凯在最右面.再往左是李松洪
一次性交多少钱
两块五一套，三块八一斤，四块七一本，五块六一条
小和尚留了一个像大和尚一样的和尚头
我是中华人民共和国公民;我爸爸是共和党党员; 地铁和平门站
张晓梅去人民医院做了个B超然后去买了件T恤""".split("\n")
HAN = re.compile("[㐀-鿿]")


def ours(tanyuan, lines, tags=False):
    command = [tanyuan, "words"] + (["--tags"] if tags else [])
    output = subprocess.run(command, input="\n".join(lines).encode(), capture_output=True, check=True).stdout.decode().split("\n")
    return [[re.sub("/[A-Za-z]+$", "", word) if tags else word for word in line.split(" ")] for line in output[: len(lines)]]


def spans(words):
    """Where the words with Han characters lie, counted over characters that are no white space."""
    out, at = set(), 0
    for word in words:
        word = "".join(word.split())
        if HAN.search(word):
            out.add((at, at + len(word)))
        at += len(word)
    return out


def f1(left, right):
    same = total = 0
    for a, b in zip(left, right):
        a, b = spans(a), spans(b)
        same += len(a & b)
        total += len(a) + len(b)
    return 2 * same / max(1, total)


def in_context(words, rng):
    before, after = ["他说", "我们买了", "这是", "关于"], ["很好", "的事情", "已经开始", "以后再说"]
    return [(rng.choice(before), word, rng.choice(after)) for word in words]


def whole(cuts, contexts):
    found = 0
    for cut, (before, word, _) in zip(cuts, contexts):
        found += (len(before), len(before) + len(word)) in spans(cut)
    return found / len(contexts)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text")
    parser.add_argument("--tanyuan", default=os.path.join(ROOT, "tanyuan"))
    parser.add_argument("--differences", type=int, default=30)
    options = parser.parse_args()
    jieba.setLogLevel(60)
    rng = random.Random(1)

    theirs = [jieba.lcut(line) for line in SENTENCES]
    mine = ours(options.tanyuan, SENTENCES)
    equal = [spans(a) == spans(b) for a, b in zip(theirs, mine)]
    print(f"sentences   {sum(equal)} of {len(equal)} as jieba, F1 {f1(mine, theirs):.4f}")
    for a, b, same in zip(theirs, mine, equal):
        if not same:
            print(f"  jieba {'/'.join(a)}  ours {'/'.join(b)}")

    with open(os.path.join(os.path.dirname(jieba.__file__), "dict.txt"), encoding="utf-8") as file:
        entries = [line.split(" ")[:2] for line in file]
    for least in (3, 100):
        pool = [word for word, count in entries if int(count) >= least and len(word) >= 2 and all(HAN.match(c) for c in word)]
        contexts = in_context(rng.sample(pool, 4000), rng)
        lines = ["".join(context) for context in contexts]
        print(f"dictionary  words counted {least} times or more ({len(pool)}): whole by jieba {whole([jieba.lcut(line) for line in lines], contexts):.4f}, "
              f"by us {whole(ours(options.tanyuan, lines), contexts):.4f}")

    with open(options.text, encoding="utf-8") as file:
        lines = [" ".join(line.split()) for line in file if line.strip()]
    theirs, mine, judge = [jieba.lcut(line) for line in lines], ours(options.tanyuan, lines), ours(options.tanyuan, lines, tags=True)
    print(f"agreement   {len(lines)} lines, {sum(map(len, lines))} characters: F1 {f1(mine, theirs):.4f}")
    print(f"judge       jieba {f1(theirs, judge):.4f}, ours {f1(mine, judge):.4f}")

    places, sides = collections.Counter(), collections.defaultdict(collections.Counter)
    for line, a, b, c in zip(lines, theirs, mine, judge):
        text = "".join(line.split())
        a, b, c = ({p for p, _ in spans(cut)} | {p for _, p in spans(cut)} for cut in (a, b, c))
        shared = sorted(a & b)
        for start, end in zip(shared, shared[1:]):
            left, right = [sorted(p for p in cut if start <= p <= end) for cut in (a, b)]
            if left != right and HAN.search(text[start:end]):
                show = lambda points: "/".join(text[p:q] for p, q in zip(points, points[1:]))
                key = (show(left), show(right))
                places[key] += 1
                judged = sorted(p for p in c if start <= p <= end)
                sides[key]["jieba" if judged == left else "ours" if judged == right else "neither"] += 1
    total = collections.Counter()
    for counts in sides.values():
        total.update(counts)
    print(f"differences {sum(places.values())} places; the judge sides with jieba in {total['jieba']}, with us in {total['ours']}, with neither in {total['neither']}")
    for key, count in places.most_common(options.differences):
        print(f"  {count:5} jieba {key[0]}  ours {key[1]}  judge {dict(sides[key])}")


if __name__ == "__main__":
    sys.exit(main())
