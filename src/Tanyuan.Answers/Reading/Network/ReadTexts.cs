using System.Runtime.InteropServices;
using Tanyuan.Text.Tagging;

namespace Tanyuan.Answers.Reading.Network;

/// <summary>
/// The texts that the networks read for a question, each as rows of one matrix: the sentences that have candidates one after the other, the question, then
/// what stands around the sentences: their titles and the sentences before them, each once. Kept from question to question.
/// </summary>
internal sealed unsafe class ReadTexts
{
    const int LongestTitle = 30;
    const int LongestBefore = 80;

    readonly List<ReadOnlyMemory<char>> _texts = [];
    readonly List<int> _starts = [];
    readonly List<int> _sentences = [];
    readonly List<(int Title, int Before)> _around = [];

    /// <summary>How many sentences are read.</summary>
    public int Count => _sentences.Count;

    /// <summary>How many rows the sentences take together.</summary>
    public int SentenceRows => _starts[Count];

    /// <summary>How many rows the question takes.</summary>
    public int Asked => _texts[Count].Length;

    /// <summary>How many rows there are.</summary>
    public int Rows => _starts[^1];

    /// <summary>The number of a sentence in the set.</summary>
    public int Sentence(int read) => _sentences[read];

    /// <summary>Where the rows of a text begin: those of sentence <paramref name="text"/> or, after all of them, of the question.</summary>
    public int Start(int text) => _starts[text];

    /// <summary>How many rows a sentence takes.</summary>
    public int Length(int read) => _texts[read].Length;

    /// <summary>The title of a sentence, and where its rows begin.</summary>
    public (ReadOnlyMemory<char> Text, int Start) Title(int read) => At(_around[read].Title);

    /// <summary>The end of what stands before a sentence, and where its rows begin.</summary>
    public (ReadOnlyMemory<char> Text, int Start) Before(int read) => At(_around[read].Before);

    /// <summary>Lays out the texts.</summary>
    public void Lay(ReadOnlyMemory<char> question, CandidateSet set)
    {
        _texts.Clear();
        _starts.Clear();
        _sentences.Clear();
        _around.Clear();
        foreach (var sentence in set.SentenceOf)
        {
            if (Count > 0 && _sentences[^1] == sentence)
                continue;
            _sentences.Add(sentence);
            _texts.Add(First(set.Sentences[sentence].Key.AsMemory(), NetworkReader.LongestSentence));
        }

        _texts.Add(First(question, NetworkReader.LongestQuestion));
        foreach (var read in _sentences)
        {
            var sentence = set.Sentences[read].Sentence;
            var before = sentence.Before;
            _around.Add((Place(First(sentence.Passage.TitleKey.AsMemory(), LongestTitle)), Place(before[Math.Max(0, before.Length - LongestBefore)..])));
        }

        _starts.Add(0);
        foreach (var text in _texts)
            _starts.Add(_starts[^1] + text.Length);
    }

    /// <summary>Writes the encodings of all rows.</summary>
    public void Encode(float* encodings) => Tagger.Default.Encode(_texts, CollectionsMarshal.AsSpan(_starts)[.._texts.Count], encodings);

    (ReadOnlyMemory<char> Text, int Start) At(int text) => text < 0 ? (default, 0) : (_texts[text], _starts[text]);

    // The number of a text around the sentences; −1 if there is none. What is read as a sentence is not read twice.
    int Place(ReadOnlyMemory<char> text)
    {
        if (text.IsEmpty)
            return -1;
        for (var i = 0; i < _texts.Count; i++)
        {
            if (_texts[i].Span.SequenceEqual(text.Span))
                return i;
        }

        _texts.Add(text);
        return _texts.Count - 1;
    }

    static ReadOnlyMemory<char> First(ReadOnlyMemory<char> text, int count) => text.Length > count ? text[..count] : text;
}
