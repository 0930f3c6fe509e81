using Tanyuan.Answers.Questions;
using Tanyuan.Text.Quantities;

namespace Tanyuan.Answers.Reading.English;

/// <summary>
/// How well a span fills the place that an English question leaves open: by what stands beside it (designed by …, … , who chairs, the transport minister …, 64 flats) and by how near
/// the words of the question are. The weights are set by hand, on pages and questions written for it (tests/Tanyuan.Answers.Tests/Reading/English).
/// </summary>
internal sealed class EnglishFit(EnglishAsk ask, EnglishSentence sentence)
{
    // How far, in words, what is near reaches, and what is left of it behind one sign and behind more.
    const double Reach = 6;
    const double BehindSign = 0.4, BehindSigns = 0.2;

    // What is done tells best where in a sentence the answer is, a name least.
    const double NameShare = 0.3, OtherShare = 0.5;

    const double Certain = 2.2, Likely = 1.5, Hint = 0.8, Unlikely = -1.2, Refuted = -2.5;

    // A longer phrase tells more: the roots of meadowsweet.
    const double OfLength = 0.1;
    const int LongestBonus = 4;

    // So do all that did it.
    const double OfRow = 0.2;

    static readonly string[] Lengths = ["metre", "meter", "kilometre", "kilometer", "centimetre", "centimeter", "millimetre", "millimeter", "mile", "foot", "feet", "yard", "inch", "m", "km", "cm", "mm"];
    static readonly string[] Weights = ["kilogram", "kg", "gram", "g", "tonne", "ton", "pound", "ounce", "t", "mg"];
    static readonly string[] Speeds = ["knot", "km/h", "mph", "kilometre per hour", "kilometer per hour", "mile per hour"];
    static readonly string[] Copulas = ["is", "are", "was", "were"];
    static readonly string[] LinksOfFigure = ["of", "up", "to", "is", "was", "are", "were", "at", "about", "some", "around", "the", "a", "rises", "rose", "fell", "from"];
    static readonly string[] Links = ["is", "are", "was", "were", "the", "a", "an", "called", "named", "its", "her", "his", "their", "mr", "dr", "ms", "mrs"];
    static readonly string[] PlacePrepositions = ["in", "at", "near", "from", "to"];

    // What a sentence tells that does not say the year asked about is told of any.
    readonly double lacksNumber = ask.Terms.Where((term, index) => term.IsNumber && sentence.Strengths[index] == 0).Any() ? Unlikely : 0;
    List<(int First, int Last)>? roles;

    /// <summary>How near the words of the question are, 0 to 1.</summary>
    public double Closeness(EnglishSpan span)
    {
        double near = 0, total = 0;
        for (var term = 0; term < ask.Terms.Count; term++)
        {
            var weight = ask.Terms[term].Weight * (ask.Terms[term].IsName ? NameShare : ask.Terms[term] == ask.Deed ? 1 : OtherShare);
            var best = 0.0;
            foreach (var match in sentence.Matches)
            {
                if (match.Term == term && (match.Word < span.First || match.Word > span.Last || span.Form == EnglishForm.Quantity))
                    best = Math.Max(best, match.Strength * Nearness(span, match.Word));
            }

            near += weight * best;
            total += weight;
        }

        return total > 0 ? near / total : 0;
    }

    double Nearness(EnglishSpan span, int word)
    {
        var distance = Math.Max(0, word < span.First ? span.First - word - 1 : word - span.Last - 1);
        var signs = Math.Abs(sentence.Words[word].Clause - sentence.Words[word < span.First ? span.First : span.Last].Clause);
        return Math.Exp(-distance / Reach) * (signs == 0 ? 1 : signs == 1 ? BehindSign : BehindSigns);
    }

    /// <summary>What speaks for the span or against it by its place, in nats.</summary>
    /// <param name="span">The span.</param>
    /// <param name="quantity">The quantity that it is, if it is one.</param>
    public double Pattern(EnglishSpan span, Quantity? quantity)
    {
        var pattern = Repeated(span) + lacksNumber;
        if (ask.IsNaming)
            pattern += OfNaming(span);
        else if (ask.AsksAgent)
            pattern += OfAgent(span);
        else if (ask.Role.Count > 0)
            pattern += OfRole(span);
        else if (ask.AsksObject)
            pattern += OfObject(span);
        if (ask.Head is { } head && ask.Question.Type is AnswerType.Phrase or AnswerType.Organisation or AnswerType.Name)
            pattern += Math.Max(OfFocus(head, span), ask.Question.Type == AnswerType.Phrase ? -Certain : 0);
        if (span.Form == EnglishForm.Row && ask.Role.Count == 0)
            pattern += OfRow;
        if (span.Form == EnglishForm.Phrase)
            pattern += Math.Min(LongestBonus, span.Last - span.First) * OfLength;
        if (ask.Counted is { } counted)
            pattern += OfCounted(counted, span);
        if (ask.Measured is { } measured)
            pattern += OfMeasure(measured, span, quantity);
        if (ask.Opening == "where")
            pattern += IsPlaced(span) ? Hint : -Hint;
        if (ask.Question.Type == AnswerType.Person)
            pattern += IsPlaced(span) ? Refuted : span.Form == EnglishForm.Phrase ? -Hint : 0;
        if (ask.Question.Type == AnswerType.Date)
            pattern += OfLife(span) + (IsDateline(span) ? Unlikely : quantity is { Kind: QuantityKind.Duration } ? (IsBehind(span, "within", "after", "in") ? -Hint : Refuted) : quantity is null ? -Hint : 0);
        return pattern;
    }

    // What a question says itself is no answer to it.
    double Repeated(EnglishSpan span)
    {
        if (span.Form == EnglishForm.Quantity)
            return 0;
        var (said, all) = (0, 0);
        for (var word = span.First; word <= span.Last; word++)
        {
            if (sentence.Words[word].IsGrammar)
                continue;
            all++;
            said += sentence.Matches.Exists(match => match.Word == word && match.Strength > 0.9) ? 1 : 0;
        }

        return all == 0 ? Refuted : Refuted * said / all;
    }

    // The chief executive, Lena Ostrow; transport minister Carla Duarte; its best-known dish is smoked herring pie.
    double OfRole(EnglishSpan span)
    {
        var best = double.NegativeInfinity;
        foreach (var (first, last) in roles ??= [.. Roles()])
        {
            if (first <= span.Last && last >= span.First)
                continue;
            if (first > 0 && IsOther(first - 1))
            {
                best = Math.Max(best, Refuted);
                continue;
            }

            var (from, to) = last < span.First ? (last, span.First) : (span.Last, first);
            var distance = to - from - 1;
            var between = sentence.Words.Skip(from + 1).Take(distance).ToList();
            var linked = between.TrueForAll(word => (span.Form == EnglishForm.Quantity ? LinksOfFigure : Links).Contains(word.Key));
            var signs = Math.Abs(sentence.Words[from].Clause - sentence.Words[to].Clause);
            var isBare = last > span.Last && signs == 0 && !between.Exists(word => Copulas.Contains(word.Key));
            best = Math.Max(best, isBare ? Unlikely : linked && signs <= 1 ? Certain : distance <= 4 && signs <= 1 ? Hint : signs == 0 ? 0 : -Hint);
        }

        return double.IsNegativeInfinity(best) ? Refuted : best;
    }

    // Its machine, called Dory; the whaling boat Petrel.
    double OfNaming(EnglishSpan span) =>
        span.First > 0 && sentence.Words[span.First - 1].Key is "called" or "named" ? Certain : span.Form == EnglishForm.Name && ask.Role.Count > 0 && OfRole(span) >= Certain ? Certain : Refuted;

    // «Rovers coach»: the coach of another than the question names.
    bool IsOther(int word) => sentence.Words[word].IsCapital && !sentence.Words[word].IsGrammar && word > 0 && !sentence.Matches.Exists(match => match.Word == word);

    // Which language, which birds: what is asked for is called so beside the answer.
    double OfFocus(EnglishTerm head, EnglishSpan span)
    {
        for (var word = Math.Max(0, span.First - 4); word < Math.Min(sentence.Words.Count, span.Last + 5); word++)
        {
            if (head.Strength(sentence.Words[word].Key) > 0)
                return word >= span.First && word <= span.Last ? Certain : Hint / 2;
        }

        return -Certain;
    }

    // Where the sentence says the role asked for, with all its words.
    IEnumerable<(int First, int Last)> Roles()
    {
        var terms = ask.Role;
        for (var last = 0; last < sentence.Words.Count; last++)
        {
            if (terms[^1].Strength(sentence.Words[last].Key) == 0)
                continue;
            var first = last;
            var all = true;
            for (var term = terms.Count - 2; term >= 0 && all; term--)
            {
                var at = last - 1;
                while (at >= 0 && last - at <= 4 && terms[term].Strength(sentence.Words[at].Key) == 0)
                    at--;
                all = at >= 0 && last - at <= 4;
                first = all ? Math.Min(first, at) : first;
            }

            if (all)
                yield return (first, last);
        }
    }

    // … built by Dunmore Marine; Kofi Mensah scored; Brannigan, who chairs …; Rovers coach Marta Silva.
    double OfAgent(EnglishSpan span)
    {
        var best = double.NegativeInfinity;
        foreach (var deed in Deeds())
        {
            if (deed >= span.First && deed <= span.Last)
                continue;
            if (deed < span.First)
            {
                var by = LastBefore(span.First, ask.Behind.Length > 0 ? ask.Behind : "by");
                var isBy = by > deed && span.First - by <= 4 && by - deed <= 4;
                var isRole = deed == span.First - 1 && EnglishSpans.IsRole(sentence.Words[deed].Key);
                best = Math.Max(best, isBy ? Certain : isRole ? Likely : Unlikely);
            }
            else
            {
                var between = deed - span.Last - 1;
                var isPassive = sentence.Words.Skip(span.Last + 1).Take(between).Any(word => word.Key is "was" or "were" or "is" or "are" or "been" or "be");
                best = Math.Max(best, between <= 3 ? (isPassive ? Unlikely : Likely) : -Hint);
            }
        }

        return double.IsNegativeInfinity(best) ? (ask.Behind.Length > 0 && IsBehind(span, ask.Behind) ? Hint : -Hint) : best;
    }

    // She studied physics; she married the painter Josef Lindqvist.
    double OfObject(EnglishSpan span)
    {
        var best = double.NegativeInfinity;
        foreach (var deed in Deeds())
        {
            if (deed >= span.First && deed <= span.Last)
                continue;
            var distance = span.First - deed - 1;
            best = Math.Max(best, distance is >= 0 and <= 3 && sentence.Words[deed].Clause == sentence.Words[span.First].Clause ? Likely - (0.2 * distance) : Unlikely);
        }

        return double.IsNegativeInfinity(best) ? -Hint : best;
    }

    // Where the sentence says what is done; in other words only where it nowhere says it in the question's.
    List<int> Deeds()
    {
        if (ask.Deed is not { } deed)
            return [];
        var said = sentence.Matches.Where(match => ask.Terms[match.Term] == deed).ToList();
        var best = said.Count == 0 ? 0 : said.Max(match => match.Strength);
        return [.. said.Where(match => match.Strength >= Math.Min(best, 0.9)).Select(match => match.Word)];
    }

    // 64 seats; 310,000 active users: what is counted stands behind the number.
    double OfCounted(EnglishTerm counted, EnglishSpan span)
    {
        var (other, bare) = (false, span.Last + 1 == sentence.Words.Count || sentence.Words[span.Last + 1].Clause != sentence.Words[span.Last].Clause);
        for (var word = span.First; word < sentence.Words.Count && word <= span.Last + 4; word++)
        {
            if (sentence.Words[word].Clause != sentence.Words[span.Last].Clause)
                break;
            if (counted.Strength(sentence.Words[word].Key) is var strength and > 0)
                return strength > 0.9 ? Certain : Likely;
            bare |= word > span.Last && sentence.Words[word].IsGrammar;
            other |= word > span.Last && !bare && !sentence.Words[word].IsGrammar && sentence.Words[word].Key.EndsWith('s');
            if (other)
                break;
        }

        // 6.2 million passengers, compared with 4.9 million in 2022.
        if (bare && sentence.Words.Any(word => counted.Strength(word.Key) > 0.9))
            return Hint;
        return other ? Refuted : bare && counted.Key == "people" ? -Hint / 2 : Unlikely;
    }

    // 1,120 metres long; 42 metres below; a shelter at 2,340 metres; 18-year-old.
    double OfMeasure(EnglishTerm measure, EnglishSpan span, Quantity? quantity)
    {
        var unit = quantity?.Unit ?? "";
        var isFit = ask.Measure switch
        {
            "often" => quantity is null or { Kind: QuantityKind.Measure, Unit: "time" } or { Kind: QuantityKind.Duration },
            "old" => IsAge(span, quantity) || quantity is { Kind: QuantityKind.Duration, Unit: "year" or "month" or "day" },
            "heavy" => Weights.Contains(unit),
            "fast" => Speeds.Contains(unit),
            "hot" or "cold" => unit.Contains('°') || unit.Contains("degree", StringComparison.Ordinal),
            "long" => quantity is { Kind: QuantityKind.Duration } || Lengths.Contains(unit),
            "large" or "big" => quantity is { Kind: QuantityKind.Measure },
            _ => Lengths.Contains(unit),
        };
        if (!isFit)
            return 2 * Refuted;
        if (ask.Measure == "old" && IsAge(span, quantity))
            return Likely;
        var isOther = false;
        for (var word = Math.Max(0, span.First - 2); word < Math.Min(sentence.Words.Count, span.Last + 3); word++)
        {
            if (word >= span.First && word <= span.Last && ask.Measure != "old")
                continue;
            if (measure.Strength(sentence.Words[word].Key) is var strength and > 0)
                return strength > 0.9 ? Certain : Hint;
            isOther |= Array.IndexOf(EnglishAsk.Measures, sentence.Words[word].Key) >= 0;
        }

        if (isOther)
            return Refuted;
        return ask.Measure == "long" ? quantity is { Kind: QuantityKind.Duration } && !ask.Question.Key.StartsWith("how long is ", StringComparison.Ordinal) ? 0 : Unlikely : ask.Measure is "fast" or "often" or "heavy" ? 0 : -Hint;
    }

    // Graham Teal, 67, found …
    bool IsAge(EnglishSpan span, Quantity? quantity) =>
        quantity is { Kind: QuantityKind.Number, Unit: null, Value: < 120 } && sentence.Text.AsSpan(span.End) is [',' or ')' or '.', ..]
        && span.First > 0 && sentence.Words[span.First - 1].IsCapital && sentence.Text.AsSpan(0, span.Start).TrimEnd() is [.., ',' or '('];

    bool IsPlaced(EnglishSpan span)
    {
        for (var word = span.First - 1; word >= 0 && word >= span.First - 2 && sentence.Words[word].Clause == sentence.Words[span.First].Clause; word--)
        {
            if (PlacePrepositions.Contains(sentence.Words[word].Key))
                return true;
        }

        return false;
    }

    // Rosalind Karr (12 May 1889 – 30 September 1954).
    double OfLife(EnglishSpan span)
    {
        var before = sentence.Text.AsSpan(0, span.Start).TrimEnd();
        var after = sentence.Text.AsSpan(span.End).TrimStart();
        return ask.Deed?.Key switch
        {
            "born" => before is [.., '('] && after is ['–' or '-' or '—', ..] ? Certain : 0,
            "die" or "died" => before is [.., '–' or '-' or '—'] && after is [')', ..] ? Certain : 0,
            _ => 0,
        };
    }

    bool IsBehind(EnglishSpan span, params ReadOnlySpan<string> words) => span.First > 0 && words.Contains(sentence.Words[span.First - 1].Key);

    // 12 May 2024 — the story: when it was told, not when what it tells happened.
    bool IsDateline(EnglishSpan span) => span.First == 0 && sentence.Text.AsSpan(span.End).TrimStart() is ['—' or '–' or '-' or ':', ..];

    int LastBefore(int from, string key)
    {
        for (var word = from - 1; word >= 0; word--)
        {
            if (sentence.Words[word].Key == key)
                return word;
        }

        return -1;
    }
}
