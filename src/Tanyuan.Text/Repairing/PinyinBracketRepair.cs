using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Repairing;

/// <summary>
/// Takes out the readings that some sites' Simplified-to-Traditional converters leave behind the characters they convert:
/// <c>創(chuàng)立</c> becomes <c>創立</c>. A bracket goes only if it holds one syllable that is a reading of the character
/// before it and that character has another form in the other script, for only such characters are converted; and
/// only in a text that shows the damage: common characters with their usual reading, which no author would explain,
/// annotated alike wherever they occur. Glosses of rare readings (<c>單(chán)于</c>), dictionaries and lessons, which annotate
/// characters of every kind, stay as they are.
/// </summary>
internal static class PinyinBracketRepair
{
    const string Rule = "pinyin-bracket";

    // The longest syllable has 6 letters; combining marks, u: and a tone digit may add some.
    const int LongestReading = 10;

    // Under half of all running characters are convertible. Below this share among those annotated with their usual reading
    // an author annotates, not a converter.
    const double ConvertibleShare = 0.9;

    // Damage shows in so many places, over two characters or on one; or in two that are all the occurrences of one.
    const int EnoughPlaces = 3;
    const int EnoughUsual = 2;

    /// <summary>Takes the readings out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="trace">What else of such a converter the text shows: then no further evidence is needed for usual readings, and with some of
    /// those none for a rarer reading of a common character.</param>
    public static RepairedText Repair(string text, ConverterTrace trace)
    {
        var places = FindPlaces(text);
        if (places.Count == 0)
            return RepairedText.Unchanged(text);
        var convertible = places.Where(place => UnitClasses.HasCounterpart(place.Character)).ToList();
        if (trace != ConverterTrace.Readings && convertible.Count(place => place.IsUsual) < ConvertibleShare * places.Count(place => place.IsUsual))
            return RepairedText.Unchanged(text);
        if (trace != ConverterTrace.None)
            convertible.RemoveAll(KeepsReading(convertible.Count(place => place.IsUsual)));

        var annotations = Annotations(text, convertible);
        if (trace == ConverterTrace.None && !ShowsDamage(annotations.Values))
            return RepairedText.Unchanged(text);

        var editor = new TextEditor(text);
        foreach (var place in convertible)
        {
            if (annotations[place.Character].Syllable == place.Syllable)
                editor.Remove(Rule, place.Start, place.Length);
        }

        return editor.ToRepairedText();
    }

    static Predicate<Place> KeepsReading(int usual) => place => !place.IsUsual && (usual < EnoughUsual || !UnitClasses.IsCommon(place.Character));

    static List<Place> FindPlaces(string text)
    {
        var places = new List<Place>();
        for (var open = NextBracket(text, 0); open >= 0; open = NextBracket(text, open + 1))
        {
            if (open == 0 || UnitClasses.Of(text[open - 1]) != UnitClass.Han)
                continue;

            if (!TryReadBracket(text, open, out var end, out var syllable))
                continue;

            var match = ReadingTable.BuiltIn.Match(text[open - 1], syllable);
            if (match == ReadingMatch.None)
                continue;

            // A text that went through a converter twice has the same reading twice: one place, or taking out the first would leave the second.
            while (end < text.Length && IsOpening(text[end]) && TryReadBracket(text, end, out var next, out var same) && same == syllable)
                end = next;

            places.Add(new(text[open - 1], open, end - open, syllable, match == ReadingMatch.UsualReading));
        }

        return places;
    }

    static bool IsOpening(char unit) => unit is '(' or '（';

    /// <summary>Reads the bracket that opens at <paramref name="open"/>, if it holds one syllable; <paramref name="end"/> is behind it.</summary>
    static bool TryReadBracket(string text, int open, out int end, out PinyinSyllable syllable)
    {
        var inside = text.AsSpan(open + 1, Math.Min(LongestReading + 1, text.Length - open - 1));
        var close = inside.IndexOfAny(')', '）');
        end = open + close + 2;
        syllable = default;
        return close > 0 && PinyinSyllable.TryParse(inside[..close], out syllable);
    }

    static int NextBracket(string text, int from)
    {
        var next = text.AsSpan(from).IndexOfAny('(', '（');
        return next < 0 ? -1 : from + next;
    }

    static Dictionary<char, Annotation> Annotations(string text, List<Place> places) => places
        .GroupBy(place => place.Character)
        .ToDictionary(group => group.Key, group =>
        {
            var readings = group.GroupBy(place => place.Syllable).OrderByDescending(reading => reading.Count()).ToList();
            var isAlike = readings.Count == 1 && UnitClasses.IsCommon(group.Key);
            return new Annotation(readings[0].Key, readings[0].Count(), text.AsSpan().Count(group.Key), isAlike, group.First().IsUsual);
        });

    static bool ShowsDamage(ICollection<Annotation> annotations)
    {
        var pointless = annotations.Where(annotation => annotation.IsAlike && annotation.IsUsual).ToList();
        if (pointless.Any(annotation => annotation.Places >= EnoughPlaces || (annotation.Places >= 2 && annotation.IsEverywhere)))
            return true;

        // A rare reading counts too where a converter wrote it behind its character each of many times.
        var evidence = pointless.Where(annotation => annotation.Places * 2 >= annotation.Occurrences)
            .Concat(annotations.Where(annotation => annotation is { IsAlike: true, IsUsual: false, IsEverywhere: true, Places: >= EnoughPlaces }))
            .ToList();
        return evidence.Count >= 2 && evidence.Sum(annotation => annotation.Places) >= EnoughPlaces;
    }

    /// <summary>A bracket with a reading of the character before it.</summary>
    readonly record struct Place(char Character, int Start, int Length, PinyinSyllable Syllable, bool IsUsual);

    /// <summary>
    /// How a character is annotated: its commonest reading, in how many places, of how many occurrences; whether it is a
    /// common character always annotated alike, and whether that is its usual reading.
    /// </summary>
    sealed record Annotation(PinyinSyllable Syllable, int Places, int Occurrences, bool IsAlike, bool IsUsual)
    {
        public bool IsEverywhere => Places == Occurrences;
    }
}
