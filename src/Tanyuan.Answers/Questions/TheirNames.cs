using Tanyuan.Answers.Evidence;
using Tanyuan.Text;
using Tanyuan.Text.Words;

namespace Tanyuan.Answers.Questions;

/// <summary>
/// Cuts a question's words as its pages have them. A name that no dictionary holds is cut anywhere (绛河有哪些支流: 绛, 河有; 吃瑞洛普林: 吃瑞洛, 普林), and then no page seems to say it. Where a
/// word that no dictionary has is on no page either, or hardly, where a part of it is all over them (买柏尔), the stretch of words it stands in is cut into the longest
/// pieces that the pages have; what is left is cut as the dictionary does.
/// </summary>
internal static class TheirNames
{
    const int LongestPiece = 12;
    const int MoreOften = 2;
    const double WeightOfName = 1;

    // A rarer verb (聆) is more likely part of a name.
    const double RareVerb = 0.45;

    /// <summary>The question with its terms as the passages have them; as it was where nothing is cut wrong.</summary>
    public static Question Read(Question question, IReadOnlyList<EvidencePassage> passages)
    {
        if (passages.Count == 0 || !question.Terms.Any(term => IsLoose(question, term, passages)))
            return question;
        var terms = new List<QuestionTerm>();
        var given = question.Terms;
        for (var i = 0; i < given.Count;)
        {
            var last = i;
            while (last + 1 < given.Count && given[last + 1].Start == given[last].End)
                last++;
            var stretch = given.Skip(i).Take(last + 1 - i).ToList();
            if (stretch.Exists(term => IsLoose(question, term, passages)))
                terms.AddRange(WithUnsaid(question, stretch, [.. Cut(question, new TextSpan(stretch[0].Start, stretch[^1].End - stretch[0].Start), stretch, passages)], passages));
            else
                terms.AddRange(stretch);
            i = last + 1;
        }

        return new Question(question.Text, question.Key, question.Kind, question.Type, question.Gap, question.Focus, question.Unit, terms);
    }

    static bool IsLoose(Question question, QuestionTerm term, IReadOnlyList<EvidencePassage> passages) =>
        term.Key.Length > 1 && term.IsDistinctive && Phrases.HasHan(term.Key) && WordSegmenter.Default.Tag(term.Key) is null && (IsCutWrong(term.Key, passages) || IsCutShort(question, term, passages));

    // 许望 of 许望舒, where the character beside it is a term of the question, too.
    static bool IsCutShort(Question question, QuestionTerm term, IReadOnlyList<EvidencePassage> passages)
    {
        var times = Times(term.Key, passages);
        return question.Terms.Any(other => (other.Start == term.End && Goes(question.Key.Substring(term.Start, term.Key.Length + 1))) || (other.End == term.Start && Goes(question.Key.Substring(term.Start - 1, term.Key.Length + 1))));

        bool Goes(string longer) => Times(longer, passages) * 5 >= times * 4;
    }

    static bool IsCutWrong(string word, IReadOnlyList<EvidencePassage> passages)
    {
        var times = Times(word, passages);
        if (times == 0)
            return true;
        for (var length = word.Length - 1; length > 1; length--)
        {
            for (var start = 0; start + length <= word.Length; start++)
            {
                if (Times(word.Substring(start, length), passages) >= MoreOften * times)
                    return true;
            }
        }

        return false;
    }

    static int Times(string word, IReadOnlyList<EvidencePassage> passages) =>
        passages.Sum(passage => passage.Key.AsSpan().Count(word) + passage.TitleKey.AsSpan().Count(word));

    // A name of which the pages know nothing but common words in it (何皇后: 皇后) stays a name that no page says.
    static List<QuestionTerm> WithUnsaid(Question question, List<QuestionTerm> stretch, List<QuestionTerm> cut, IReadOnlyList<EvidencePassage> passages)
    {
        foreach (var name in stretch.Where(term => term.IsDistinctive && Phrases.HasHan(term.Key) && WordSegmenter.Default.Tag(term.Key) is null && Times(term.Key, passages) == 0))
        {
            var pieces = cut.Where(piece => piece.Start < name.End && piece.End > name.Start).ToList();
            if (pieces.Exists(piece => piece.Key.Length > 1 && piece.IsDistinctive) || !(Reading.NameShapes.Person(name.Key) > 0 || !HoldsVerb(name.Key)))
                continue;
            cut.RemoveAll(pieces.Contains);
            cut.Add(name);
        }

        return cut;
    }

    // 舒拍, 人提, 河有: what a question says of a name, glued to it.
    static bool HoldsVerb(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (Phrases.IsFunctional(name.AsSpan(i, 1)) || (WordSegmenter.Default.Tag(name.AsSpan(i, 1)) is ['v', ..] && Phrases.Information(name.AsSpan(i, 1)) < RareVerb))
                return true;
        }

        return false;
    }

    static IEnumerable<QuestionTerm> Cut(Question question, TextSpan stretch, List<QuestionTerm> old, IReadOnlyList<EvidencePassage> passages)
    {
        var key = question.Key;
        for (var start = stretch.Start; start < stretch.End;)
        {
            // Letters and digits (X2) are cut right as they are.
            if (old.Find(term => term.Start == start && !Phrases.HasHan(term.Key)) is { Key: not null } plain)
            {
                yield return plain;
                start = plain.End;
                continue;
            }

            var length = LongestSaid(key, start, Math.Min(LongestPiece, stretch.End - start), old, passages);
            if (length == 0)
                length = Phrases.Words(key.AsSpan(start, stretch.End - start)) is [{ Start: 0 } word, ..] && WordSegmenter.Default.Tag(key.AsSpan(start, word.Length)) is not null ? word.Length : 1;
            if (Term(question, new TextSpan(start, length), old) is { } term)
                yield return term;
            start += length;
        }
    }

    static int LongestSaid(string key, int start, int most, List<QuestionTerm> old, IReadOnlyList<EvidencePassage> passages)
    {
        for (var length = most; length > 1; length--)
        {
            // 山雀X is no name of 山雀X2, however often pages about others of its kind say it.
            if (old.Exists(term => term.Start < start + length && start + length < term.End && !Phrases.HasHan(term.Key)))
                continue;
            if (key.Substring(start, length) is var piece && (WordSegmenter.Default.Tag(piece) is null ? !IsCutWrong(piece, passages) : Times(piece, passages) > 0) && !GoesOn(key, start + length, most - length, piece, passages))
                return length;
        }

        return 0;
    }

    // 诉橙 ends in the middle of what the pages say over and over.
    static bool GoesOn(string key, int end, int left, string piece, IReadOnlyList<EvidencePassage> passages) =>
        left > 0 && Times(key.Substring(end - 1, 2), passages) >= MoreOften * Times(piece, passages);

    static QuestionTerm? Term(Question question, TextSpan span, List<QuestionTerm> old)
    {
        var known = old.Find(term => term.Start == span.Start && term.Key.Length == span.Length);
        if (known.Key is not null)
            return known;
        var key = span.Of(question.Key);
        var tag = WordSegmenter.Default.Tag(key);
        var weight = tag is null && key.Length > 1 ? WeightOfName : Phrases.Information(key);
        return weight <= 0 ? null : new QuestionTerm(key, span.Start, weight, key.Length > 1 && tag is null or ['n', 'r', ..] or ['n', 's', ..] or ['n', 't', ..] or ['n', 'z', ..]);
    }
}
