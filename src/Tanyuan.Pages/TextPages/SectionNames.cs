using System.Buffers;

namespace Tanyuan.Pages.TextPages;

/// <summary>
/// The words that menus are made of: sections of a site, and its buttons. A row of short items above an article is a menu where enough of
/// them hold one; else it may as well be a list that the author wrote.
/// </summary>
internal static class SectionNames
{
    const int ShareOfItems = 3;

    static readonly SearchValues<string> Words = SearchValues.Create(
        [
            "首页", "主页", "新闻", "要闻", "头条", "国内", "国际", "社会", "时政", "政务", "财经", "金融", "证券", "股票", "基金", "理财", "保险", "科技", "数码", "手机", "汽车", "房产", "家居", "文化", "读书", "历史",
            "体育", "足球", "篮球", "娱乐", "明星", "电影", "音乐", "健康", "养生", "教育", "军事", "评论", "图片", "图库", "视频", "直播", "专题", "专栏", "地方", "旅游", "美食", "时尚", "女性", "亲子", "母婴", "育儿",
            "星座", "公益", "论坛", "博客", "社区", "微博", "游戏", "动漫", "小说", "论文", "美文", "日志", "资讯", "电商", "业界", "互联网", "家电", "商城", "产品", "服务", "案例", "下载", "关于", "联系", "登录", "注册",
            "会员", "搜索", "客户端", "投稿", "投诉", "留言", "招聘", "求职", "法规", "政策", "天气", "情感", "爱情", "两性", "减肥", "美容", "孕期", "生活", "百科", "问答", "常识", "学堂", "作文", "教案", "更多", "导航",
            "地图", "收藏", "分享", "繁体", "无障碍", "频道", "滚动", "排行", "热点", "推荐", "客服", "反馈", "贴吧", "帮助", "举报", "协议", "隐私", "声明", "搞笑", "艺术", "商业", "职场", "宠物", "收录", "快讯", "原创", "行情", "港股", "美股", "期货", "外汇", "home", "news", "world",
            "business", "tech", "sport", "entertainment", "health", "politics", "opinion", "video", "photo", "about", "contact", "login", "english",
        ],
        StringComparison.Ordinal);

    /// <summary>Whether enough of the folded items hold the name of a section or a button.</summary>
    public static bool AreAmong(IReadOnlyCollection<string> items) => items.Count(item => item.AsSpan().ContainsAny(Words)) * ShareOfItems >= items.Count;
}
