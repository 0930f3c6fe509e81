namespace Tanyuan.Text.Tests.Decoding;

/// <summary>Ordinary paragraphs in the languages that pages come in, written for these tests.</summary>
internal static class SampleTexts
{
    public const string Simplified =
        "昨天傍晚下了一场小雨，院子里的石榴树被洗得发亮。邻居老周把收音机搬到门口，一边择菜一边听评书，孩子们绕着水缸追来追去。" +
        "据市水务局介绍，新建的调蓄池将在明年汛期前投入使用，届时城南三个片区的积水问题有望缓解。工程师在现场说明，管网改造分为两个阶段，" +
        "先疏通旧渠，再铺设直径一米二的新管。图书馆今年延长了开放时间，周末晚上也能借书；管理员表示，夜间读者以学生和下班的年轻人为主。" +
        "这家工厂从二〇一五年开始生产轴承，产品大多卖到国外，去年的出口额增长了百分之七。村里的合作社种了八百亩茶，清明前后是最忙的时候。";

    public const string Traditional =
        "昨天傍晚下了一場小雨，院子裡的石榴樹被洗得發亮。鄰居老周把收音機搬到門口，一邊挑菜一邊聽廣播，孩子們繞著水缸追來追去。" +
        "市政府表示，新建的滯洪池將於明年汛期前啟用，屆時城南三個社區的淹水問題可望改善。工程師在現場說明，管線更新分成兩個階段，" +
        "先疏通舊渠，再鋪設直徑一公尺二的新管。圖書館今年延長了開放時間，週末晚上也能借書；館員指出，夜間讀者以學生與下班的年輕人為主。" +
        "這間工廠自二○一五年起生產軸承，產品多半銷往國外，去年的出口額成長了百分之七。村裡的合作社種了八百畝茶，清明前後是最忙的時候。";

    public const string Japanese =
        "昨日の夕方、少し雨が降って、庭のざくろの木がきれいに見えました。となりの田中さんは玄関にラジオを持ち出し、野菜を切りながら落語を聞いています。" +
        "市の水道局によると、新しい調整池は来年の梅雨までに完成する予定で、南側の三つの地区では水害が減ると期待されている。" +
        "図書館は今年から開館時間を延ばし、週末の夜も本を借りることができるようになった。利用者の多くは学生と仕事帰りの若者だという。" +
        "この工場では二〇一五年からベアリングを作っており、製品のほとんどは海外へ輸出されている。";

    public const string Korean =
        "어제 저녁에 비가 조금 내려서 마당의 석류나무가 반짝거렸다. 이웃집 할아버지는 라디오를 문 앞에 내놓고 채소를 다듬으며 이야기를 들었다. " +
        "시 수도국에 따르면 새로 짓는 저류지는 내년 장마 전에 사용할 예정이며, 남쪽 세 지역의 침수 문제가 줄어들 것으로 기대된다. " +
        "도서관은 올해부터 운영 시간을 늘려 주말 밤에도 책을 빌릴 수 있게 되었다. 이용자는 대부분 학생과 퇴근한 젊은 사람들이다. " +
        "이 공장은 이천십오년부터 부품을 만들고 있으며 제품은 거의 모두 해외로 수출한다.";

    public const string German =
        "Gestern Abend fiel ein kurzer Regen, und der Granatapfelbaum im Hof glänzte. Für die Straße wäre mehr nötig gewesen, hörte man später. " +
        "Die Bücherei hat ihre Öffnungszeiten verlängert, sodass Schüler und Berufstätige auch am Abend Bücher ausleihen können.";

    public const string French =
        "Hier soir, une petite pluie est tombée et l’arbre de la cour brillait. La bibliothèque a prolongé ses horaires cette année; le soir, " +
        "les élèves et les salariés y viennent après la journée. C’était prévu depuis l’été, mais le maire a dû attendre l’accord du conseil à la rentrée.";

    public const string Spanish =
        "El año pasado la fábrica exportó más piezas que nunca, según el informe que publicó la compañía. ¿Qué ocurrirá después? " +
        "La biblioteca amplió su horario, así que los jóvenes también podrán llevarse libros el sábado por la noche.";

    public const string Polish =
        "Wczoraj wieczorem spadł krótki deszcz i drzewo na podwórku błyszczało. Sąsiad wyniósł radio przed dom, żeby słuchać opowieści, a dzieci biegały wokół. " +
        "Biblioteka wydłużyła godziny otwarcia, więc książki można wypożyczać także w sobotę wieczorem.";

    public const string Czech =
        "Knihovna letos prodloužila otevírací dobu, takže si čtenáři mohou půjčit knihy i v sobotu večer. Vedoucí řekl, že přicházejí hlavně žáci a mladí lidé. " +
        "Včera večer krátce pršelo a strom na dvoře se leskl; sousedé poslouchali rádio a děti běhaly kolem.";

    public const string Hungarian =
        "A gyár tavaly több alkatrészt szállított külföldre, mint bármikor, és a következő évben új épületet is terveznek, amelyről később döntenek. " +
        "A könyvtár meghosszabbította a nyitvatartását, így szombat este is lehet könyvet kölcsönözni.";

    public const string Cyrillic =
        "Вчера вечером прошёл небольшой дождь, и гранатовое дерево во дворе заблестело. Сосед вынес радио к двери и слушал рассказ, пока дети бегали вокруг. " +
        "По данным городской службы, новый водоём будет готов до начала следующего сезона, и три южных района перестанут затапливать. " +
        "Библиотека в этом году продлила часы работы, поэтому книги можно взять и в субботу вечером. Завод делает подшипники с 2015 года.";
}
