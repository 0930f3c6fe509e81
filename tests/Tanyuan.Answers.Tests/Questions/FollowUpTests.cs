using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Tests.Questions;

public class FollowUpTests
{
    [Theory]
    [InlineData("望潮大桥全长多少公里？", "它的总投资是多少？", "望潮大桥的总投资是多少？")]
    [InlineData("微岚科技的首席执行官是谁？", "该公司有多少名员工？", "微岚科技有多少名员工？")]
    [InlineData("《霧中的渡口》由誰主演？", "它在哪裡拍攝？", "《霧中的渡口》在哪裡拍攝？")]
    [InlineData("哒兔换电2024年营收多少？", "它的创始人呢？", "哒兔换电的创始人是谁？")]
    [InlineData("青石动力固态电池中试线总投资多少？", "它什么时候投产？", "青石动力固态电池中试线什么时候投产？")]
    [InlineData("萤火七号有多重？", "它每天飞几圈？", "萤火七号每天飞几圈？")]
    [InlineData("萤火七号有多重？", "研制它的公司呢？", "研制萤火七号的公司是哪家？")]
    [InlineData("萤火七号每隔多久飞过一次云南？", "它有多重？", "萤火七号有多重？")]
    [InlineData("主墨师傅是谁？", "他几岁？", "主墨师傅几岁？")]
    [InlineData("禾舟机器人的B轮融资是谁领投的？", "他们有多少员工？", "禾舟机器人有多少员工？")]
    [InlineData("Who designed the Harrow Museum?", "When did it open?", "When did Harrow Museum open?")]
    [InlineData("Who designed the Harrow Museum?", "And its opening day?", "What is Harrow Museum's opening day?")]
    [InlineData("When did the ferry stop?", "And why did it stop?", "Why did the ferry stop?")]
    public void A_pronoun_is_replaced_by_what_was_asked_about_before(string earlier, string question, string expected) =>
        Assert.Equal(expected, FollowUp.Complete(question, earlier));

    [Theory]
    [InlineData("小米汽车2024年交付了多少辆？", "那2025年呢？", "小米汽车2025年交付了多少辆？")]
    [InlineData("澄湾科技2023年的营业收入是多少？", "净利润呢？", "澄湾科技2023年的净利润是多少？")]
    [InlineData("雪岭茶业有多少员工？", "门店呢？", "雪岭茶业有多少门店？")]
    [InlineData("What was Larkfield's revenue in 2023?", "And its net profit?", "What is Larkfield's net profit in 2023?")]
    [InlineData("What was Larkfield's revenue in 2023?", "And the net profit?", "What is the net profit of Larkfield in 2023?")]
    [InlineData("What was Larkfield's revenue in 2023?", "What about 2022?", "What was Larkfield's revenue in 2022?")]
    [InlineData("What was Larkfield's revenue in 2023?", "And the CEO?", "Who is the CEO of Larkfield?")]
    [InlineData("What was Larkfield's revenue in 2023?", "And Copperline?", "What was Copperline's revenue in 2023?")]
    [InlineData("北京有多少常住人口？", "那上海呢？", "上海有多少常住人口？")]
    [InlineData("星帆X2多重？", "逐云M5呢？", "逐云M5多重？")]
    [InlineData("湖畔书店营业额下降了多少？", "为什么？", "为什么湖畔书店营业额下降了？")]
    [InlineData("声谷音乐为什么起诉木琴音乐？", "后来呢？", "声谷音乐起诉木琴音乐的来龙去脉")]
    [InlineData("青石动力固态电池中试线总投资多少？", "占地呢？", "青石动力固态电池中试线占地多少？")]
    [InlineData("小米汽车2024年交付了多少辆？", "创始人呢？", "小米汽车的创始人是谁？")]
    [InlineData("How many people live in Berlin?", "What about Hamburg?", "How many people live in Hamburg?")]
    [InlineData("How many people lived in Berlin in 2022?", "And in 2023?", "How many people lived in Berlin in 2023?")]
    [InlineData("When did the ferry stop?", "And in 2024?", "When did the ferry stop in 2024?")]
    [InlineData("How much did milk yield change?", "What about methane emissions?", "How much did methane emissions change?")]
    public void Where_only_one_part_is_new_the_earlier_question_is_asked_again_with_it(string earlier, string question, string expected) =>
        Assert.Equal(expected, FollowUp.Complete(question, earlier));

    [Theory]
    [InlineData("望潮大桥全长多少公里？", "什么时候开工的？", "望潮大桥什么时候开工的？")]
    [InlineData("云溪大桥工程什么时候完工？", "总共投资了多少钱？", "云溪大桥工程总共投资了多少钱？")]
    [InlineData("云溪市图书馆新馆哪一年开放？", "由谁设计？", "云溪市图书馆新馆由谁设计？")]
    public void A_question_that_names_nothing_is_about_the_same_thing(string earlier, string question, string expected) =>
        Assert.Equal(expected, FollowUp.Complete(question, earlier));

    [Theory]
    [InlineData("望潮大桥全长多少公里？", "微岚科技的首席执行官是谁？")]
    [InlineData("望潮大桥全长多少公里？", "其他国家的桥梁如何收费？")]
    [InlineData("望潮大桥全长多少公里？", "什么是听声辨轨？")]
    [InlineData("望潮大桥全长多少公里？", "什么是写入放大？")]
    [InlineData("望潮大桥全长多少公里？", "谁写了竹影茶社的报道？")]
    [InlineData("望潮大桥全长多少公里？", "为什么竹影茶社关了门？")]
    [InlineData("望潮大桥全长多少公里？", "员工有多少？")]
    [InlineData("Who designed the Harrow Museum?", "When did the Titanic sink?")]
    public void A_question_that_stands_by_itself_is_left_as_it_is(string earlier, string question)
    {
        Assert.Equal(question, FollowUp.Complete(question, earlier));
        Assert.Equal(question, FollowUp.Complete(question, null));
    }
}
