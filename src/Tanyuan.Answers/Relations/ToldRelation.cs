using Tanyuan.Text;

namespace Tanyuan.Answers.Relations;

/// <summary>A relation that a sentence tells.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Filler">Where what stands in the relation is named, with what is said of it: 退休教师林以宁.</param>
/// <param name="Subject">Where what it stands in relation to is named; empty where the sentence leaves it to what is told before.</param>
/// <param name="NamesSubject">Whether the sentence has to name it: otherwise what was spoken of before may be meant.</param>
internal readonly record struct ToldRelation(RelationKind Kind, TextSpan Filler, TextSpan Subject, bool NamesSubject);
