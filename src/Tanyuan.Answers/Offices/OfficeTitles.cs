using System.Buffers;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;
using Tanyuan.Text.Words;

namespace Tanyuan.Answers.Offices;

/// <summary>What offices are called, as parts of patterns over folded texts, and what a person's name may be in them.</summary>
internal static class OfficeTitles
{
    static readonly SearchValues<char> NotInNames = SearchValues.Create("的了在被将由任为是不");

    /// <summary>A title without what stands before it (技术 of 首席技术官 is a part of it).</summary>
    public const string Title =
        "(?:首席[\\p{IsCJKUnifiedIdeographs}]{2}官|董事长|总经理|副总裁|总裁|经理|总监|主席|总统|总理|首相|书记|秘书长|主任委员|主任|主委|主教练|教练|主编|总编辑|总编|总干事|理事长|"
        + "[部省市州县区镇乡村校院局处科厅司会社台馆队团站所园行议董]长|ceo|cto|cfo|coo)";

    /// <summary>A name with the characters around it that may be none of it.</summary>
    public const string Name = "(?<name>[\\p{IsCJKUnifiedIdeographs}·]{2,4})";

    /// <summary>What makes another office of a title, right before it.</summary>
    public const string Others = "副名誉荣誉代理助理前";

    /// <summary>Whether a folded text may be a person's name.</summary>
    public static bool IsName(ReadOnlySpan<char> name) => name.Length > 1 && NameShapes.Person(name) > 0 && WordSegmenter.Default.Tag(name) is null or ['n', 'r', ..] && !Phrases.IsFunctional(name) && !name.ContainsAny(NotInNames);
}
