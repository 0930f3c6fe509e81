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

    // Below this share of convertible characters among the annotated ones the author annotates, not a converter.
    const double ConvertibleShare = 0.75;

    // Damage shows in so many places over two characters, or in two places that are all occurrences of one.
    const int EnoughPlaces = 3;

    public static RepairedText Repair(string text)
    {
        var places = FindPlaces(text);
        var convertible = places.Where(place => UnitClasses.HasCounterpart(place.Character)).ToList();
        if (convertible.Count < 2 || convertible.Count < ConvertibleShare * places.Count)
            return RepairedText.Unchanged(text);

        var annotations = Annotations(text, convertible);
        if (!ShowsDamage(annotations.Values))
            return RepairedText.Unchanged(text);

        var editor = new TextEditor(text);
        foreach (var place in convertible)
        {
            if (annotations[place.Character].Syllable == place.Syllable)
                editor.Remove(Rule, place.Start, place.Length);
        }

        return editor.ToRepairedText();
    }

    static List<Place> FindPlaces(string text)
    {
        var places = new List<Place>();
        for (var open = NextBracket(text, 0); open >= 0; open = NextBracket(text, open + 1))
        {
            if (open == 0 || UnitClasses.Of(text[open - 1]) != UnitClass.Han)
                continue;

            var inside = text.AsSpan(open + 1, Math.Min(LongestReading + 1, text.Length - open - 1));
            var close = inside.IndexOfAny(')', '）');
            if (close <= 0 || !PinyinSyllable.TryParse(inside[..close], out var syllable))
                continue;

            var match = ReadingTable.BuiltIn.Match(text[open - 1], syllable);
            if (match != ReadingMatch.None)
                places.Add(new(text[open - 1], open, close + 2, syllable, match == ReadingMatch.UsualReading));
        }

        return places;
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
            var usual = readings is [var only] && only.First().IsUsual;
            return new Annotation(readings[0].Key, readings[0].Count(), text.AsSpan().Count(group.Key), usual && UnitClasses.IsCommon(group.Key));
        });

    static bool ShowsDamage(IEnumerable<Annotation> annotations)
    {
        int places = 0, characters = 0;
        foreach (var annotation in annotations.Where(annotation => annotation.IsPointless && annotation.Places * 2 >= annotation.Occurrences))
        {
            if (annotation.Places >= 2 && annotation.Places == annotation.Occurrences)
                return true;
            places += annotation.Places;
            characters++;
        }

        return places >= EnoughPlaces && characters >= 2;
    }

    /// <summary>A bracket with a reading of the character before it.</summary>
    readonly record struct Place(char Character, int Start, int Length, PinyinSyllable Syllable, bool IsUsual);

    /// <summary>How a character is annotated: its commonest reading, in how many places, of how many occurrences; pointless where it is a common character always with its usual reading.</summary>
    sealed record Annotation(PinyinSyllable Syllable, int Places, int Occurrences, bool IsPointless);
}
