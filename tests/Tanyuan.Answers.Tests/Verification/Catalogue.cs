using System.Text.Json;
using System.Text.RegularExpressions;
using Tanyuan.Tests.Shared;

namespace Tanyuan.Answers.Tests.Verification;

/// <summary>How a written sentence cites.</summary>
public enum Cites
{
    /// <summary>The passage that it is about.</summary>
    Right,

    /// <summary>A passage that says nothing of it.</summary>
    Wrong,

    /// <summary>A passage that was never shown.</summary>
    OutOfRange,
}

/// <summary>A sentence that the scripted model writes.</summary>
public sealed record Written(string Question, string At, string Text, string Kind, Cites Cites = Cites.Right)
{
    public bool IsLie => Kind != "true";
}

/// <summary>
/// True sentences over our sample pages, retold by hand (<c>truths.jsonl</c>), and the lies made of them in ten ways with the matter of
/// <c>lies.json</c>. All of it is deterministic.
/// </summary>
public static partial class Catalogue
{
    static readonly JsonElement Matter = JsonDocument.Parse(File.ReadAllText(PathOf("lies.json"))).RootElement;

    /// <summary>Pages that try to instruct a model.</summary>
    public static IEnumerable<(string Id, string Title, string Text)> InjectedPages =>
        Matter.GetProperty("pages").EnumerateArray().Select(page => (page.GetProperty("id").GetString()!, page.GetProperty("title").GetString()!, page.GetProperty("text").GetString()!));

    /// <summary>All sentences, true ones and lies.</summary>
    public static List<Written> Read()
    {
        var all = new List<Written>();
        foreach (var (truth, index) in File.ReadLines(PathOf("truths.jsonl")).Select((line, index) => (JsonDocument.Parse(line).RootElement, index)))
        {
            var (question, at, text) = (Text(truth, "q")!, Text(truth, "at")!, Text(truth, "text")!);
            var english = !text.AsSpan().ContainsAnyInRange('\u4e00', '\u9fff');
            all.Add(new Written(question, at, text, "true"));
            void Lie(string kind, string lie, Cites cites = Cites.Right) => all.Add(new Written(question, at, lie, kind, cites));

            if (Digits().Match(text) is { Success: true } digits)
                Lie("wrong number", text[..digits.Index] + Other(digits.Value) + text[(digits.Index + digits.Length)..]);
            if (Text(truth, "subject") is { } subject)
            {
                Lie("wrong name", text.Replace(subject, Pick(english ? "englishNames" : "names", index), StringComparison.Ordinal));
                Lie("swapped subject", text.Replace(subject, Text(truth, "other")!, StringComparison.Ordinal));
            }

            if (Text(truth, "denied") is { } denied)
                Lie("negation", denied);
            else if (Text(truth, "verb") is { } verb)
                Lie("negation", Deny(text, verb, index));
            Lie("invented quote", text.TrimEnd('。', '.') + (english ? ", and the director said " : "，负责人称") + Pick(english ? "englishQuotes" : "quotes", index) + (english ? "." : "。"));
            Lie("wrong citation", text, Cites.Wrong);
            Lie("citation out of range", text, Cites.OutOfRange);
            Lie("outside knowledge", index % 2 == 0
                ? Pick(english ? "englishOutside" : "outside", index / 2)
                : text.TrimEnd('。', '.') + Pick(english ? "englishOutsideTails" : "outsideTails", index / 2) + (english ? "." : "。"));
            Lie("mixed languages", english || index % 2 == 0
                ? Pick(english ? "englishForeign" : "foreign", index / 2)
                : text.TrimEnd('。') + Pick("foreignTails", index / 2) + "。");
        }

        foreach (var injected in Matter.GetProperty("injected").EnumerateArray())
        {
            var (question, at) = (Text(injected, "q")!, Text(injected, "at")!);
            all.Add(new Written(question, at, Text(injected, "truth")!, "true"));
            all.AddRange(injected.GetProperty("lies").EnumerateArray().Select(lie => new Written(question, at, lie.GetString()!, "injected instruction")));
        }

        return all;
    }

    static string Deny(string text, string verb, int index)
    {
        var at = text.IndexOf(verb, StringComparison.Ordinal);
        if (verb.StartsWith("没有", StringComparison.Ordinal) || verb.StartsWith('不'))
            return text.Remove(at, verb[0] == '不' ? 1 : 2);
        return text.Insert(at, verb[0] is '是' ? "不" : (index % 3) switch { 0 => "没有", 1 => "并未", _ => verb[0] is '由' or '为' or '从' or '比' ? "并非" : "没有" });
    }

    // Another number of the same length and form: every digit but zero is one more, nine is four.
    static string Other(string digits) => string.Concat(digits.Select(digit => digit is '9' ? '4' : char.IsAsciiDigit(digit) && digit != '0' ? (char)(digit + 1) : digit));

    static string Pick(string list, int index) => Matter.GetProperty(list) is var values ? values[index % values.GetArrayLength()].GetString()! : "";

    static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    static string PathOf(string file) => Repository.File("tests", "Tanyuan.Answers.Tests", "Verification", file);

    [GeneratedRegex(@"(?<![A-Za-z\-\d.])\d[\d.,]*\d|(?<![A-Za-z\-\d.])\d(?![.\d]*[\p{L}-[\p{IsCJKUnifiedIdeographs}]])", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
