using System.Text;

namespace Tanyuan.Index.Bench;

/// <summary>
/// Composes a document of clauses, sentences and paragraphs, with numbers, Latin words, quotations, titles and lists as often as real pages have them.
/// A word is new, or what followed the one before in our samples, or one that the document had before: mostly not long before, often with
/// the words behind it, and a few that it is about all along.
/// </summary>
sealed class DocumentComposer(WordSource words, LatinWords latin, Random random)
{
    // How likely a word is what followed the one before in our samples, what the document is about, and, for each e-fold of the words it has, one it had.
    const double Follows = 0.24;
    const double Topical = 0.12;
    const double Repeats = 0.028;
    const int Nearest = 4;
    const double GoesOn = 0.45;

    readonly StringBuilder text = new();
    readonly List<string> had = [];
    readonly string[] topics = new string[8];
    int repeated;

    /// <summary>A document of so many characters, or a sentence more.</summary>
    internal string Compose(int length)
    {
        text.Clear();
        had.Clear();
        repeated = -1;
        for (var i = 0; i < topics.Length; i++)
            topics[i] = words.NextTopic(random);

        while (text.Length < length)
        {
            if (text.Length > 0 && Happens(0.45))
                text.Append(' ');
            Sentence();
        }

        return text.ToString();
    }

    void Sentence()
    {
        for (var clauses = 1 + random.Next(random.Next(3, 10)); clauses > 0; clauses--)
        {
            Clause();
            text.Append(clauses == 1 ? '。' : Pick(('，', 0.94), ('：', 0.04), ('；', 0.02)));
        }
    }

    void Clause()
    {
        for (var left = 2 + random.Next(10); left > 0; left--)
        {
            var kind = random.NextDouble();
            if (kind < 0.027)
                Numbers.Append(text, random);
            else if (kind < 0.043)
                Enclose(Pick(('“', 0.66), ('《', 0.16), ('（', 0.18)));
            else if (kind < 0.053)
                List();
            else
                Word();
        }
    }

    void Enclose(char opening)
    {
        text.Append(opening);
        for (var left = 1 + random.Next(4); left > 0; left--)
            Word();
        text.Append(opening switch { '“' => '”', '《' => '》', _ => '）' });
    }

    void List()
    {
        for (var left = 1 + random.Next(3); left > 0; left--)
        {
            Word();
            if (Happens(0.4))
                Word();
            text.Append('、');
        }

        Word();
    }

    void Word()
    {
        var word = NextWord();
        had.Add(word);
        if (char.IsAsciiLetter(word[0]) && text.Length > 0 && char.IsAsciiLetterOrDigit(text[^1]))
            text.Append(' ');
        text.Append(word);
    }

    string NextWord()
    {
        if (repeated >= 0 && Happens(GoesOn))
            return had[repeated++];

        repeated = -1;
        var kind = random.NextDouble();
        var repeats = Repeats * Math.Log(1 + had.Count);
        if (kind < repeats && had.Count > Nearest)
        {
            // Half of them anywhere; the others as likely four to eight words ago as eight to sixteen.
            var ago = Happens(0.5) ? random.Next(Nearest, had.Count) : (int)(Nearest * Math.Exp(random.NextDouble() * Math.Log((double)had.Count / Nearest)));
            repeated = had.Count - ago;
            return had[repeated++];
        }

        if (kind < repeats + Topical)
            return topics[(int)(topics.Length * random.NextDouble() * random.NextDouble())];
        if (Happens(0.012))
            return latin.Next(random);
        return had.Count > 0 && Happens(Follows) && words.NextAfter(had[^1], random) is { } next ? next : words.Next(random);
    }

    char Pick(params ReadOnlySpan<(char Mark, double Share)> marks)
    {
        var rest = random.NextDouble();
        foreach (var (mark, share) in marks)
        {
            if ((rest -= share) < 0)
                return mark;
        }

        return marks[^1].Mark;
    }

    bool Happens(double probability) => random.NextDouble() < probability;
}
