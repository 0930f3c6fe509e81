using Tanyuan.Answers.Questions;
using Tanyuan.Text.Folding;
using Tanyuan.Text.Words;

namespace Tanyuan.Answers.Relations;

/// <summary>Whether the words that a sentence speaks of something with name it: 镜湖科技 does, 公司 and «the company» leave it to what was named before.</summary>
internal static class TopicNames
{
    /// <summary>Whether a text holds a name: a word that the dictionary lacks or has as a name, in English one with a capital that does not begin it.</summary>
    public static bool IsSpecific(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.IsEmpty)
            return false;
        var key = TextFolder.Fold(text.ToString());
        foreach (var word in Phrases.Words(key))
        {
            var form = key.AsSpan(word.Start, word.Length);
            if (Phrases.IsFunctional(form) || char.IsAsciiDigit(form[0]))
                continue;
            if (char.IsAsciiLetter(form[0]) ? char.IsAsciiLetterUpper(text[word.Start])
                : form.Length > 1 && WordSegmenter.Default.Tag(form) is null or ['n', 'r' or 's' or 't' or 'z', ..])
                return true;
        }

        return false;
    }
}
