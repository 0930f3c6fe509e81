using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading.Network;
using Tanyuan.Answers.Restrictions;
using Tanyuan.Text;
using Tanyuan.Text.Quantities;

namespace Tanyuan.Answers.Reading;

/// <summary>
/// What the span ranker sees of a candidate: its sentence's standing, its form and length, whether it is of the type asked for, how it
/// stands to the question's words in its sentence, and how well it fills the question's gap: the same words before and after it.
/// One instance serves the candidates of one sentence.
/// </summary>
internal sealed class SpanFeatures
{
    /// <summary>How many features there are.</summary>
    public const int Count = PlainCount + SpanShares.Count;

    /// <summary>How many of them, from the first, say nothing of what the networks believe.</summary>
    public const int PlainCount = PatternScore + 1;

    /// <summary>Which feature is the score of the candidate's patterns.</summary>
    public const int PatternScore = 97 + RestrictionFits.Count;

    /// <summary>Which feature is the networks' share of the candidate.</summary>
    public const int NetworkShare = PlainCount;

    const int Far = 60;

    readonly QuestionMatcher _matcher;
    readonly Question _question;
    readonly AnnotatedSentence _sentence;
    readonly double _scoreBehindBest;
    readonly int _scoreRank;
    readonly double _termsMissed;
    readonly RestrictionFits _restrictions;
    readonly RestrictionFits.Standing _standing;
    readonly float[] _marks;
    readonly float[] _markSums;
    readonly List<int> _leftTermAt;
    readonly List<int> _rightTermAt;
    readonly List<int> _focusAt;
    readonly int _leftTermLength;
    readonly int _rightTermLength;
    readonly double[] _clauseWeights;
    readonly int _typedTokens;
    readonly string _leftContext;
    readonly string _rightContext;

    /// <summary>Prepares a sentence.</summary>
    /// <param name="matcher">The question's matcher.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="scoreBehindBest">How far its score is behind the best sentence's.</param>
    /// <param name="scoreRank">Its place among the sentences, from 0.</param>
    /// <param name="termsMissed">The weight of the terms that it misses and another sentence says.</param>
    /// <param name="restrictions">What the question holds its answer to.</param>
    /// <param name="standing">How the sentence stands to that.</param>
    public SpanFeatures(
        QuestionMatcher matcher, AnnotatedSentence sentence, double scoreBehindBest, int scoreRank, double termsMissed, RestrictionFits restrictions, RestrictionFits.Standing standing)
    {
        (_termsMissed, _restrictions, _standing) = (termsMissed, restrictions, standing);
        (_matcher, _question, _sentence, _scoreBehindBest, _scoreRank) = (matcher, matcher.Question, sentence, scoreBehindBest, scoreRank);
        _marks = matcher.Mark(sentence.Key);
        _markSums = new float[_marks.Length + 1];
        for (var i = 0; i < _marks.Length; i++)
            _markSums[i + 1] = _markSums[i] + _marks[i];

        var (leftIndex, rightIndex) = _question.TermsBesideGap();
        QuestionTerm? left = leftIndex < 0 ? null : _question.Terms[leftIndex];
        QuestionTerm? right = rightIndex < 0 ? null : _question.Terms[rightIndex];
        _leftTermLength = left?.Key.Length ?? 0;
        _rightTermLength = right?.Key.Length ?? 0;
        _leftTermAt = Places(left?.Key);
        _rightTermAt = Places(right?.Key);
        _focusAt = Places(_question.Focus);
        _clauseWeights = new double[sentence.Clauses.Count];
        for (var i = 0; i < _clauseWeights.Length; i++)
            _clauseWeights[i] = Weight(sentence.Clauses[i].Start, sentence.Clauses[i].End);
        _typedTokens = sentence.Tokens.Count(IsTyped);
        _leftContext = _question.Key[.._question.Gap.Start];
        _rightContext = _question.Key[_question.Gap.End..].TrimEnd('?', '？', '。', ' ');
    }

    /// <summary>Writes the features of a candidate.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="patternScore">The score of its patterns.</param>
    /// <param name="shares">What the network believes.</param>
    /// <param name="index">The candidate's place among all of the question.</param>
    /// <param name="values">Takes the features.</param>
    public void Compute(Candidate candidate, float patternScore, SpanShares shares, int index, Span<float> values)
    {
        var (start, end) = (candidate.Start, candidate.End);
        var key = _sentence.Key.AsSpan();
        var span = key[start..end];
        var tokens = _sentence.Tokens;
        var (first, last) = (tokens[candidate.First], tokens[candidate.Last]);
        var cover = _sentence.Sentence.Coverage;
        var f = new FeatureWriter(values[..PlainCount]);

        f.Add((int)_question.Kind);
        f.Add((int)_question.Type);
        f.Add(_question.Gap.Length == 0 ? 2 : _question.Gap.Start <= 1 ? 0 : 1);
        f.Add(_question.Focus.Length);
        f.Add(_question.Terms.Count);
        f.Add(_question.Key.Length);
        f.Add(_rightContext.Length);

        f.Add(_sentence.Sentence.Score);
        f.Add(_scoreBehindBest);
        f.Add(_scoreRank);
        f.Add(_termsMissed);
        f.Add(cover.Words);
        f.Add(cover.Pairs);
        f.Add(key.Length);
        f.Add(_sentence.Clauses.Count);
        f.Add(_sentence.Sentence.Index);
        f.Add(_sentence.Sentence.PassageRank);

        f.Add((int)candidate.Form);
        f.Add(candidate.Length);
        f.Add(candidate.Last - candidate.First + 1);
        f.Add(candidate.Length / (double)key.Length);
        f.Add(start / (double)key.Length);
        f.Add(last.Clause - first.Clause);
        f.Add(span.Count('、'));
        f.Add(first.Clause);

        Overlap(start, end, ref f);
        Surroundings(start, end, first.Clause, last.Clause, ref f);
        Gap(start, end, ref f);
        Focus(start, end, span, ref f);
        Type(candidate, span, ref f);
        Borders(candidate, ref f);
        Matter(candidate, span, ref f);
        _restrictions.Write(_standing, new TextSpan(start, end - start), ref f);
        f.Add(patternScore);
        f.Finish();
        shares.Write(index, values[PlainCount..]);
    }

    // How much of the question the span itself repeats, and how much stands outside it.
    void Overlap(int start, int end, ref FeatureWriter f)
    {
        var inside = Weight(start, end);
        var marked = 0;
        for (var i = start; i < end; i++)
            marked += _marks[i] > 0 ? 1 : 0;
        f.Add(marked / (double)(end - start));
        f.Add(inside);
        f.Add(_markSums[^1] - inside);
        f.Add(_markSums[^1] > 0 ? inside / _markSums[^1] : 0);
        f.Add(_marks[start] > 0);
        f.Add(_marks[end - 1] > 0);
        f.Add(_question.Key.AsSpan().Contains(_sentence.Key.AsSpan(start, end - start), StringComparison.Ordinal));
    }

    void Surroundings(int start, int end, int firstClause, int lastClause, ref FeatureWriter f)
    {
        var inside = Weight(start, end);
        var clauses = 0.0;
        for (var i = firstClause; i <= lastClause && i < _clauseWeights.Length; i++)
            clauses += _clauseWeights[i];
        f.Add(clauses - inside);
        f.Add(_markSums[^1] > 0 ? clauses / _markSums[^1] : 0);
        f.Add(firstClause > 0 ? _clauseWeights[firstClause - 1] : -1);
        f.Add(lastClause + 1 < _clauseWeights.Length ? _clauseWeights[lastClause + 1] : -1);

        double near = 0, far = 0;
        var (leftNearest, rightNearest) = (Far, Far);
        for (var i = start - 1; i >= 0 && start - i <= 40; i--)
        {
            if (_marks[i] == 0)
                continue;
            leftNearest = Math.Min(leftNearest, start - 1 - i);
            near += _marks[i] * Math.Exp((i - start) / 6.0);
        }

        for (var i = end; i < _marks.Length && i - end <= 40; i++)
        {
            if (_marks[i] == 0)
                continue;
            rightNearest = Math.Min(rightNearest, i - end);
            far += _marks[i] * Math.Exp((end - i - 1) / 6.0);
        }

        f.Add(near);
        f.Add(far);
        f.Add(near + far);
        f.Add(leftNearest);
        f.Add(rightNearest);
    }

    // The question with its gap filled should read like the sentence: the same text ends before the span and goes on after it.
    void Gap(int start, int end, ref FeatureWriter f)
    {
        var key = _sentence.Key.AsSpan();
        f.Add(SharedEnds.Suffix(key[..start], _leftContext));
        f.Add(SharedEnds.Prefix(key[end..], _rightContext));
        f.Add(SharedEnds.LooseSuffix(key[..start], _leftContext));
        f.Add(SharedEnds.LoosePrefix(key[end..], _rightContext));
        f.Add(Before(_leftTermAt, _leftTermLength, start));
        f.Add(After(_leftTermAt, end));
        f.Add(Before(_rightTermAt, _rightTermLength, start));
        f.Add(After(_rightTermAt, end));
        f.Add(_leftTermAt.Count == 0 ? (_leftTermLength == 0 ? -1 : 0) : 1);
        f.Add(_rightTermAt.Count == 0 ? (_rightTermLength == 0 ? -1 : 0) : 1);
    }

    void Focus(int start, int end, ReadOnlySpan<char> span, ref FeatureWriter f)
    {
        var focus = _question.Focus.AsSpan();
        f.Add(Before(_focusAt, focus.Length, start));
        f.Add(After(_focusAt, end));
        f.Add(focus.Length == 0 ? -1 : SharedEnds.Suffix(span, focus));
        f.Add(focus.Length > 0 && span.Length > focus.Length && span.EndsWith(focus, StringComparison.Ordinal));
        f.Add(focus.Length > 0 && span.Contains(focus, StringComparison.Ordinal));
        f.Add(focus.Length > 0 && span.Length > 1 && span[^1] == focus[^1]);
    }

    void Type(Candidate candidate, ReadOnlySpan<char> span, ref FeatureWriter f)
    {
        var tokens = _sentence.Tokens;
        var single = candidate.First == candidate.Last ? tokens[candidate.First] : default;
        Quantity? exact = null, inner = null;
        var cut = false;
        foreach (var quantity in _sentence.Quantities)
        {
            if (candidate.Form == SpanForm.Piece && candidate.Start >= quantity.Start && candidate.End <= quantity.End)
            {
                (exact, inner) = (quantity, quantity);
            }
            else if (quantity.Start >= candidate.Start && quantity.End <= candidate.End)
            {
                inner ??= quantity;
                if (quantity.Start == candidate.Start && quantity.End == candidate.End)
                    exact = quantity;
            }
            else if (quantity.Start < candidate.End && candidate.Start < quantity.End)
            {
                cut = true;
            }
        }

        var asksQuantity = _question.Type is >= AnswerType.Number and <= AnswerType.Duration;
        f.Add(exact is null ? -1 : (int)exact.Kind);
        f.Add(inner is null ? -1 : (int)inner.Kind);
        f.Add(!asksQuantity ? (exact is null ? 0 : -1) : exact is not null ? (TypedTokens.Fits(_question.Type, exact.Kind) ? 3 : -2) : inner is not null && TypedTokens.Fits(_question.Type, inner.Kind) ? 1 : -3);
        f.Add(_question.Unit.Length == 0 ? -1 : span.EndsWith(_question.Unit, StringComparison.Ordinal) ? 2 : span.Contains(_question.Unit, StringComparison.Ordinal) ? 1 : 0);
        f.Add(cut);

        var person = NameShapes.Person(span);
        if (person == 1 && single.Class == TokenClass.Person)
            person = 2;
        var titled = NameShapes.HasPersonTitle(_sentence.Key, candidate.Start, candidate.End);
        var organisation = NameShapes.Organisation(span);
        var place = single.Class == TokenClass.Place ? 2 : NameShapes.Place(span) ? 1 : 0;
        var mark = MarkAround(candidate);
        f.Add(person);
        f.Add(titled);
        f.Add(NameShapes.Speaks(_sentence.Key.AsSpan(candidate.End)));
        f.Add(organisation);
        f.Add(place);
        f.Add(mark switch { '《' or '〈' => 3, '「' or '『' or '“' or '"' => 2, '(' or '（' => 1, _ => 0 });
        f.Add(single.Class == TokenClass.Latin ? 2 : char.IsAsciiLetter(span[0]) ? 1 : 0);
        f.Add(NameShapes.IsPosition(span));
        f.Add(FocusAsksPosition());
        f.Add(SameTypeCount(candidate, exact?.Kind));
        f.Add(_typedTokens);
        f.Add(IsTyped(tokens[candidate.First]));
        f.Add(IsTyped(tokens[candidate.Last]));
        f.Add(_question.Type switch
        {
            AnswerType.Person => person + (titled ? 1 : 0) - (exact is null ? 0 : 2),
            AnswerType.Organisation => organisation + (single.Class is TokenClass.Organisation ? 2 : 0) - (exact is null ? 0 : 2),
            AnswerType.Place => place - (exact is null ? 0 : 2),
            AnswerType.Title => mark is '《' or '〈' || single.Class == TokenClass.Work ? 2 : mark is '\0' ? 0 : 1,
            AnswerType.Name => mark is '\0' ? (single.Class >= TokenClass.Noun ? 1 : 0) : 2,
            _ => -1,
        });
    }

    void Borders(Candidate candidate, ref FeatureWriter f)
    {
        var tokens = _sentence.Tokens;
        var key = _sentence.Key.AsSpan();
        var (first, last) = (tokens[candidate.First], tokens[candidate.Last]);
        var before = candidate.First > 0 && tokens[candidate.First - 1].Clause == first.Clause ? tokens[candidate.First - 1] : default;
        var after = candidate.Last + 1 < tokens.Count && tokens[candidate.Last + 1].Clause == last.Clause ? tokens[candidate.Last + 1] : default;
        f.Add((int)first.Class);
        f.Add((int)last.Class);
        f.Add((int)before.Class);
        f.Add((int)after.Class);
        f.Add(candidate.Start == 0 ? 1 : SentenceAnnotator.IsClauseBorder(key[candidate.Start - 1]) ? 2 : !char.IsLetterOrDigit(key[candidate.Start - 1]) ? 3 : 0);
        f.Add(candidate.End >= key.Length ? 1 : SentenceAnnotator.IsClauseBorder(key[candidate.End]) ? 2 : !char.IsLetterOrDigit(key[candidate.End]) ? 3 : 0);
        f.Add(BorderCues.Left(key[..candidate.Start]));
        f.Add(BorderCues.Right(key[candidate.End..]));
        f.Add(candidate.Start > 0 && key[candidate.Start - 1] == '、' || candidate.End < key.Length && key[candidate.End] == '、');
        f.Add(before.Length);
        f.Add(after.Length);
    }

    void Matter(Candidate candidate, ReadOnlySpan<char> span, ref FeatureWriter f)
    {
        double sum = 0, most = 0;
        var (verbs, names) = (0, 0);
        for (var i = candidate.First; i <= candidate.Last; i++)
        {
            var token = _sentence.Tokens[i];
            sum += token.Information;
            most = Math.Max(most, token.Information);
            verbs += token.Class is TokenClass.Verb or TokenClass.Copula ? 1 : 0;
            names += token.Class >= TokenClass.ProperNoun ? 1 : 0;
        }

        f.Add(sum / (candidate.Last - candidate.First + 1));
        f.Add(most);
        f.Add(verbs);
        f.Add(names);
        f.Add(candidate.First > 0 && _sentence.Tokens[candidate.First - 1].End == candidate.Start && IsMatter(_sentence.Tokens[candidate.First - 1]));
        f.Add(candidate.Last + 1 < _sentence.Tokens.Count && _sentence.Tokens[candidate.Last + 1].Start == candidate.End && IsMatter(_sentence.Tokens[candidate.Last + 1]));
        f.Add(_sentence.Sentence.Passage.IsSide ? 1 : _sentence.Sentence.Passage.Sentences.Count);
        f.Add(_sentence.Sentence.Passage.TitleKey.Contains(span, StringComparison.Ordinal));
        f.Add(Math.Min(5, _sentence.Sentence.Passage.Key.AsSpan().Count(span)));
        f.Add(_leftContext.Contains('、') || _leftContext.Contains("以及", StringComparison.Ordinal) || _rightContext.Contains('、'));
    }

    bool IsTyped(Token token) => TypedTokens.Fits(_question.Type, token, _sentence);

    double FocusAsksPosition() =>
        _question.Focus is "职位" or "职务" or "官职" or "职称" or "头衔" or "身份" or "身分" or "职业" or "官位" or "官" or "工作" ? 1 : 0;

    // How many rivals of its own sort a quantity or name has in the sentence.
    int SameTypeCount(Candidate candidate, QuantityKind? kind)
    {
        var count = 0;
        if (kind is not null)
        {
            foreach (var quantity in _sentence.Quantities)
                count += quantity.Kind == kind ? 1 : 0;
        }
        else if (_sentence.Tokens[candidate.Last].Class >= TokenClass.ProperNoun)
        {
            foreach (var token in _sentence.Tokens)
                count += token.Class == _sentence.Tokens[candidate.Last].Class ? 1 : 0;
        }

        return count;
    }

    char MarkAround(Candidate candidate)
    {
        foreach (var (inner, mark) in _sentence.Brackets)
        {
            if ((inner.Start == candidate.Start && inner.End == candidate.End) || (inner.Start == candidate.Start + 1 && inner.End == candidate.End - 1))
                return mark;
        }

        return '\0';
    }

    // A noun or name right beside a span is usually part of it.
    static bool IsMatter(Token token) => token.Class >= TokenClass.NominalVerb || token.Class == TokenClass.Quantity;

    double Weight(int start, int end) => _markSums[Math.Min(end, _marks.Length)] - _markSums[start];

    List<int> Places(string? term)
    {
        var places = new List<int>();
        if (string.IsNullOrEmpty(term))
            return places;
        for (var at = _sentence.Key.IndexOf(term, StringComparison.Ordinal); at >= 0; at = _sentence.Key.IndexOf(term, at + 1, StringComparison.Ordinal))
            places.Add(at);
        return places;
    }

    static int Before(List<int> places, int length, int start)
    {
        var nearest = Far;
        foreach (var at in places)
        {
            if (at + length <= start)
                nearest = Math.Min(nearest, start - at - length);
        }

        return nearest;
    }

    static int After(List<int> places, int end)
    {
        var nearest = Far;
        foreach (var at in places)
        {
            if (at >= end)
                nearest = Math.Min(nearest, at - end);
        }

        return nearest;
    }
}
