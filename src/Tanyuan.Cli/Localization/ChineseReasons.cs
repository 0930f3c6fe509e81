using System.Text.RegularExpressions;

namespace Tanyuan.Cli.Localization;

/// <summary>
/// In Chinese why a page was set aside, or a library cannot be used. The readers of pages give the reason as an English sentence, which the library keeps; each of their sentences stands
/// here beside its Chinese, with places for what varies. What a place holds may be a sentence again, its own or the system's.
/// </summary>
internal static partial class ChineseReasons
{
    /// <summary>The sentences: those that begin alike with the longer first.</summary>
    public static IReadOnlyList<(string English, string Chinese)> Sentences { get; } =
    [
        ("The file is empty.", "空文件"),
        ("There is nothing in it.", "里面没有内容"),
        ("There is no page in it.", "里面没有页面"),
        ("The page is empty.", "空页面"),
        ("The page holds nothing but white space.", "页面只有空白"),
        ("The record's text is empty.", "这条记录的正文是空的"),
        ("The row has no text.", "这一行没有文字"),
        ("The feed has no entries.", "订阅源里没有条目"),
        ("The entry has neither title nor content.", "这个条目既没有标题也没有内容"),
        ("Nothing on the page is an article: there are only menus, notices or links.", "没有正文：只有菜单、声明或链接"),
        ("The archive holds no HTML page.", "存档里没有 HTML 页面"),
        ("The page is not text but binary content.", "不是文本，而是二进制内容"),
        ("It is not text but {0}.", "不是文本，而是{0}"),
        ("a PNG image", "PNG 图片"),
        ("a JPEG image", "JPEG 图片"),
        ("a GIF image", "GIF 图片"),
        ("an image, sound or video file", "图片、音频或视频文件"),
        ("a program", "程序"),
        ("a database", "数据库"),
        ("an old Office document", "旧版 Office 文档"),
        ("a 7z archive", "7z 压缩包"),
        ("a RAR archive", "RAR 压缩包"),
        ("a bzip2 archive", "bzip2 压缩包"),
        ("an xz archive", "xz 压缩包"),
        ("a zstd archive", "zstd 压缩包"),
        ("binary content", "二进制内容"),
        ("{0} places make no sense in any known charset ({1} came nearest).", "无法辨认编码：有 {0} 处在任何已知编码下都不成文（最接近的是 {1}）"),
        ("Files of the kind '{0}' are not read in folders. Give this file's own path to read it as plain text.", "文件夹中不读取“{0}”这种文件；直接给出这个文件的路径可按纯文本读取"),
        ("It is an Office file, but not a Word document. Save it as text, CSV or PDF.", "是 Office 文件，但不是 Word 文档；请另存为文本、CSV 或 PDF"),
        ("It is compressed by method {0}, which is not read. Pack it anew, or unpack it.", "用第 {0} 号方法压缩，无法读取；请重新打包，或先解压"),
        ("The file holds {0} bytes; a page may hold {1}. Split it, or give it as JSON Lines.", "文件有 {0} 字节，一页至多 {1} 字节；请拆开，或改用 JSON Lines"),
        ("It holds more than {0} bytes, the most a page may hold. Split it, or give it as JSON Lines.", "内容超过一页的上限 {0} 字节；请拆开，或改用 JSON Lines"),
        ("The page holds {0} bytes; a page may hold {1}.", "页面有 {0} 字节，一页至多 {1} 字节"),
        ("The record holds {0} bytes; a page may hold {1}.", "这条记录有 {0} 字节，一页至多 {1} 字节"),
        ("The line is longer than {0} bytes.", "这一行超过 {0} 字节"),
        ("The row is longer than {0} characters.", "这一行超过 {0} 个字符"),
        ("The feed holds more than {0} bytes.", "订阅源超过 {0} 字节"),
        ("The message holds more than {0} bytes, the most a page may hold.", "邮件超过一页的上限 {0} 字节"),
        ("The response holds more than {0} bytes, the most a page may hold.", "响应超过一页的上限 {0} 字节"),
        ("The document holds more than {0} characters.", "文档超过 {0} 个字符"),
        ("The page is too large to read: it has more than {0} elements. Split it, or leave it out.", "页面过大：元素超过 {0} 个；请拆开，或不收录"),
        ("The page nests more than {0} elements. Repair its mark-up, or leave it out.", "页面嵌套超过 {0} 层；请修正标记，或不收录"),
        ("Its XML nests more than {0} elements.", "XML 嵌套超过 {0} 层"),
        ("It stands more than {0} archives deep. Unpack the outer ones and add what they hold.", "压缩包套了超过 {0} 层；请先解开外层再添加"),
        ("The folder lies more than {0} levels deep. Add it by its own path.", "文件夹深度超过 {0} 层；请直接给出它的路径"),
        ("It unpacks to more than {0} bytes, over {1} times its size; the rest is left unread. Unpack it yourself if you trust it.",
            "解压后超过 {0} 字节，是原来的 {1} 倍以上，其余部分未读；确信可靠的话请自行解压"),
        ("Reading the page took longer than {0} seconds.", "读取超过 {0} 秒"),
        ("PDF documents are read by the program pdftotext, which is not installed. Install poppler-utils and add the file again.",
            "读取 PDF 需要 pdftotext，请先安装 poppler-utils 再添加"),
        ("pdftotext cannot read the document. {0}", "pdftotext 读不了这个文档：{0}"),
        ("pdftotext cannot read the document.", "pdftotext 读不了这个文档"),
        ("The document is protected by a password.", "文档有密码保护"),
        ("It is protected by a password. Unpack it yourself and add what it holds.", "有密码保护；请自行解压后再添加"),
        ("The chapter is copy-protected.", "这一章有版权保护"),
        ("The book's reading order names this chapter, but the book does not hold it.", "书的目录里有这一章，书中却没有"),
        ("The book has no {0}.", "书中没有 {0}"),
        ("META-INF/container.xml names no package.", "META-INF/container.xml 没有指明书的内容"),
        ("{0} holds {1} bytes, more than any book needs.", "{0} 有 {1} 字节，不像一本书"),
        ("The document has no word/document.xml.", "文档中没有 word/document.xml"),
        ("The line holds a JSON {0}; a record is an object.", "这一行的 JSON 是 {0}，而一条记录应是对象"),
        ("The record has none of \"text\", \"html\" and \"base64\".", "这条记录没有 text、html、base64 中的任何一项"),
        ("The line is not JSON (byte {0}): {1}", "这一行不是 JSON（第 {0} 字节）：{1}"),
        ("The record's \"base64\" is not base64.", "这条记录的 base64 不是 base64 编码"),
        ("The record cannot be read: {0}", "这条记录无法读取：{0}"),
        ("The file cannot be read: {0}", "文件无法读取：{0}"),
        ("The folder cannot be listed: {0}", "文件夹无法列出：{0}"),
        ("It is cut off: {0}", "内容不完整：{0}"),
        ("It is damaged: {0}", "已损坏：{0}"),
        ("The page is damaged: {0}", "页面已损坏：{0}"),
        ("It cannot be read ({0}: {1}).", "无法读取（{0}：{1}）"),
        ("The page cannot be read ({0}: {1}).", "页面无法读取（{0}：{1}）"),
        ("The archive ends before its end mark; what came before it was read.", "存档在结束标记之前中断，此前的内容已读"),
        ("The file ends {0} bytes before its content does.", "文件比内容短 {0} 字节"),
        ("The archive has no content at byte {0}, where its directory says it is.", "存档目录所指的第 {0} 字节处没有内容"),
        ("The archive's directory lies outside the file.", "存档的目录在文件之外"),
        ("The archive's directory is missing; it is not a ZIP archive, or its end was cut off.", "找不到存档的目录：不是 ZIP，或结尾被截断"),
        ("The archive's 64-bit directory is missing.", "找不到存档的 64 位目录"),
        ("The archive's directory is damaged.", "存档的目录已损坏"),
        ("More than {0} of its members are damaged; the rest is left unread.", "其中损坏的文件超过 {0} 个，其余未读"),
        ("A member's header does not match its checksum.", "其中一个文件的文件头与校验和不符"),
        ("A member's header holds a length that is no number.", "其中一个文件的文件头里，长度不是数字"),
        ("A header of {0} bytes is longer than any that means something.", "文件头有 {0} 字节，长得没有意义"),
        ("Its content is not {0} bytes long, as the archive says.", "内容的长度与存档所说的 {0} 字节不符"),
        ("Its content does not match its checksum.", "内容与校验和不符"),
        ("The record does not say how long it is.", "这条记录没有说明长度"),
        ("A record was to begin here; what stands here instead is passed over.", "这里应是一条记录的开头，却是别的内容，已跳过"),
        ("The response does not begin with a status line.", "响应开头没有状态行"),
        ("The response is packed by '{0}', which is not read.", "响应用“{0}”压缩，无法读取"),
        ("It does not begin as a mailbox does, with a line \"From …\".", "开头不是邮箱文件应有的“From …”一行"),
        ("Access to the path '{0}' is denied.", "没有权限读取“{0}”"),
        ("Permission denied", "没有权限"),
        ("There is no library in {0}. Make one with `tanyuan add PATH`, or name another folder with --library.", "{0} 里没有资料库"),
        ("Another process is writing to the library in {0}. Wait until it is done and try again; searching works meanwhile.", "{0} 正被另一个进程写入；检索和提问不受影响"),
        ("The disk that holds {0} is full. Nothing that was reported as added is lost; free some space and run the same command again.", "{0} 所在的磁盘已满；已报告添加的内容都在，腾出空间后重新运行同一命令即可"),
        ("The index in {0} cannot be written ({1}). All that was added is safe in the record. Free some space or give yourself the right to write there, and open the library again: it goes on from there.",
            "{0} 中的索引无法写入（{1}）；已添加的内容都在，腾出空间或取得写权限后再打开资料库，会接着完成"),
        ("The file {0} cannot be written: {1} Name one in a folder that exists and that you may write to.", "{0} 无法写入：{1}"),
        ("{0} was written by a newer Tanyuan (format {1}; this one knows up to {2}). Update Tanyuan and try again.", "{0} 的格式是第 {1} 版，这个程序只认到第 {2} 版"),
        ("{0} is a file; a library is a folder. Name another path with --library or TANYUAN_LIBRARY.", "{0} 是文件；请用 --library 或 TANYUAN_LIBRARY 指定文件夹"),
        ("{0} is damaged or is not a library ({1}). Restore it from a backup, or move it away and add the pages again.", "{0} 已损坏，或不是资料库（{1}）；也可移走后重新添加页面"),
        ("{0} can be read but not written: its disk is full or read-only, or you may not write there. Searching and asking work. Make room, or give yourself the right, and run the same command again.", "{0} 所在的磁盘已满或只读，或者没有写入权限；检索和提问不受影响，腾出空间或取得权限后重新运行同一命令即可"),
        ("{0} cannot be opened or written ({1}). Check that the folder exists and that you may write to it.", "{0} 无法打开或写入（{1}）"),
    ];

    static readonly (Regex English, string Chinese)[] Patterns =
        [.. Sentences.Select(sentence => (new Regex($"^{Placeholder().Replace(Regex.Escape(sentence.English), "(.+)")}$", RegexOptions.Singleline), sentence.Chinese))];

    /// <summary>A reason in Chinese; what is no sentence of ours, such as a word of the system, as it is.</summary>
    public static string Of(string reason)
    {
        foreach (var (english, chinese) in Patterns)
        {
            if (english.Match(reason) is { Success: true } match)
                return Number().Replace(chinese, place => Of(match.Groups[int.Parse(place.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) + 1].Value));
        }

        return reason;
    }

    // Regex.Escape has put a backslash before the brace that opens.
    [GeneratedRegex(@"\\\{\d\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\{(\d)\}")]
    private static partial Regex Number();
}
