using System.Runtime.InteropServices;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Reading;
using Tanyuan.Answers.Reading.Network;
using Tanyuan.Text.Tagging;

namespace Tanyuan.Answers.Tests.Reading;

/// <summary>The reading network in the plainest loops, straight from its file (docs/formats.md): what the fast inference must equal.</summary>
internal sealed class PlainNetwork
{
    const int Width = 64, Hidden = 64, Span = 64, Compared = 64;
    static readonly int[] Dilations = [1, 2, 4, 8];
    static readonly int[] LengthEdges = [2, 3, 4, 5, 6, 8, 11, 16, 24, 36, 60];

    readonly float[] _weights;
    readonly float[] _same, _project, _projectBias, _similar, _enter, _enterBias, _told, _asked, _askedBias, _places, _whole, _standing, _length, _form, _score;
    readonly float[] _compare, _compareBias, _beside, _besideBias, _matched;
    readonly float[] _unsaid, _unsaidBias, _unsaidScore;
    readonly (float[] Weights, float[] Bias)[] _blocks = new (float[], float[])[Dilations.Length];
    int _at;

    PlainNetwork(float[] weights, int at)
    {
        (_weights, _at) = (weights, at);
        _same = Next(2);
        (_project, _projectBias) = (Next(640 * Width), Next(Width));
        _similar = Next(Width * Width);
        (_enter, _enterBias) = (Next(((3 * Width) + CharacterFeatures.Count + 3) * Hidden), Next(Hidden));
        _told = Next(((2 * Width) + 23) * Hidden);
        for (var i = 0; i < _blocks.Length; i++)
            _blocks[i] = (Next(3 * Hidden * Hidden), Next(Hidden));
        (_asked, _askedBias) = (Next(((2 * Width) + 23) * Span), Next(Span));
        _places = Next(Hidden * 5 * Span);
        _whole = Next(Hidden * Span);
        (_compare, _compareBias) = (Next(((5 * Width) + 6) * Compared), Next(Compared));
        (_beside, _besideBias) = (Next(3 * Compared * Compared), Next(Compared));
        _matched = Next(2 * Compared * Span);
        _standing = Next(8 * Span);
        _length = Next(12 * Span);
        _form = Next(6 * Span);
        _score = Next(Span);
        (_unsaid, _unsaidBias) = (Next((Hidden + (2 * Compared) + Span) * Span), Next(Span));
        _unsaidScore = Next(Span + 1);
    }

    /// <summary>For each sentence last scored how far each character of the question was found in it.</summary>
    public Dictionary<int, float[]> Found { get; } = [];

    /// <summary>The networks of a file.</summary>
    public static List<PlainNetwork> Read(byte[] file)
    {
        var weights = MemoryMarshal.Cast<byte, Half>(file.AsSpan(32)).ToArray().Select(half => (float)half).ToArray();
        var networks = new List<PlainNetwork>();
        for (var at = 0; at < weights.Length; at = networks[^1]._at)
            networks.Add(new PlainNetwork(weights, at));
        return networks;
    }

    /// <summary>The score of each candidate, and after them that of "not said here".</summary>
    public double[] Score(QuestionMatcher matcher, CandidateSet set)
    {
        var key = matcher.Question.Key;
        var (gapStart, gapEnd) = (matcher.Question.Gap.Start, matcher.Question.Gap.End);
        var asked = Projected(key);
        var kinds = new float[23];
        kinds[(int)matcher.Question.Type] = 1;
        kinds[15 + (int)matcher.Question.Kind] = 1;
        var gap = asked.Length == 0 || gapEnd <= gapStart ? new float[Width] : Mean(asked[gapStart..gapEnd]);
        float[] summary = [.. gap, .. Mean(asked), .. kinds];
        var ask = Linear(summary, _asked, _askedBias);
        var told = Linear(summary, _told, new float[Hidden]);
        var read = set.SentenceOf.Distinct().ToList();
        var best = read.Max(sentence => set.Sentences[sentence].Sentence.Score);
        var scores = new double[set.Candidates.Count + 1];
        var strongest = new float[Hidden + (2 * Compared)];
        for (var rank = 0; rank < read.Count; rank++)
        {
            var sentence = set.Sentences[read[rank]];
            Found[read[rank]] = new float[asked.Length];
            var states = States(matcher, sentence, asked, told, gapStart, gapEnd, Found[read[rank]]);
            var whole = Enumerable.Range(0, Hidden).Select(k => states.Max(state => state[k])).ToArray();
            var places = states.Select(state => Linear(state, _places, new float[5 * Span])).ToArray();
            var evidence = sentence.Sentence;
            float[] standing =
            [
                (float)(evidence.Score / 4), (float)((best - evidence.Score) / 4), rank / 5f, evidence.PassageRank > 0 ? 1 : 0, evidence.PassageRank / 5f,
                (float)evidence.Coverage.Words, (float)evidence.Coverage.Pairs, evidence.Index == 0 ? 1 : 0,
            ];
            var outcome = Compare(matcher, sentence, asked, gapStart, gapEnd);
            var shared = Sum(ask, Linear(standing, _standing, new float[Span]), Linear(whole, _whole, new float[Span]), Linear(outcome, _matched, new float[Span]));
            strongest = [.. strongest.Zip([.. whole, .. outcome], Math.Max)];
            for (var i = 0; i < set.Candidates.Count; i++)
            {
                if (set.SentenceOf[i] == read[rank])
                    scores[i] = SpanScore(set.Candidates[i], places, shared);
            }
        }

        var unsaid = Linear([.. strongest, .. ask.Select(MathF.Tanh)], _unsaid, _unsaidBias);
        scores[^1] = unsaid.Select((value, k) => Math.Tanh(value) * _unsaidScore[k]).Sum() + _unsaidScore[Span];
        return scores;
    }

    // How each character of the question is found in a sentence, its title and the sentence before it.
    float[] Compare(QuestionMatcher matcher, AnnotatedSentence sentence, float[][] asked, int gapStart, int gapEnd)
    {
        var key = matcher.Question.Key;
        var weights = matcher.Mark(key);
        var passage = sentence.Sentence.Passage;
        var index = sentence.Sentence.Index;
        var title = passage.TitleKey[..Math.Min(30, passage.TitleKey.Length)];
        var before = index == 0 ? "" : passage.Key.Substring(passage.Sentences[index - 1].Start, passage.Sentences[index - 1].Length);
        before = before[Math.Max(0, before.Length - 80)..];
        var words = Projected(sentence.Key);
        float[][] around = [.. Projected(title), .. Projected(before)];
        var read = new float[asked.Length][];
        for (var j = 0; j < asked.Length; j++)
        {
            var (inside, most, _) = Found(asked[j], key[j], words, sentence.Key);
            var (outside, outsideMost, share) = Found(asked[j], key[j], around, title + before);
            float[] signs =
            [
                MathF.Tanh(most / 4), MathF.Tanh(Math.Max(outsideMost, -20) / 4), share.Take(title.Length).Sum(), weights[j],
                j >= gapStart && j < gapEnd ? 1 : 0, title.Contains(key[j]) ? 1 : 0,
            ];
            read[j] = Rectify(Linear(
                [.. asked[j], .. inside, .. asked[j].Zip(inside, (left, right) => left * right), .. outside, .. asked[j].Zip(outside, (left, right) => left * right), .. signs],
                _compare, _compareBias));
        }

        float[] At(int j) => j < 0 || j >= read.Length ? new float[Compared] : read[j];
        var beside = read.Select((own, j) => Sum(own, Rectify(Linear([.. At(j - 1), .. own, .. At(j + 1)], _beside, _besideBias)))).ToArray();
        var total = weights.Sum(weight => weight + 0.02f);
        return [.. Enumerable.Range(0, Compared).Select(k => beside.Max(row => row[k])), .. Enumerable.Range(0, Compared).Select(k => beside.Select((row, j) => row[k] * (weights[j] + 0.02f)).Sum() / total)];

        (float[] Mean, float Most, float[] Share) Found(float[] own, char unit, float[][] rows, string text)
        {
            if (rows.Length == 0)
                return (new float[Width], float.NegativeInfinity, []);
            var similar = Linear(own, _similar, new float[Width]);
            var near = rows.Select((row, i) => similar.Zip(Linear(row, _similar, new float[Width]), (left, right) => left * right).Sum() / 8 + (text[i] == unit ? _same[0] : 0)).ToArray();
            var share = near.Select(value => MathF.Exp(value - near.Max())).ToArray();
            share = [.. share.Select(value => value / share.Sum())];
            return ([.. Enumerable.Range(0, Width).Select(k => rows.Select((row, i) => row[k] * share[i]).Sum())], near.Max(), share);
        }
    }

    float[][] Projected(string text) => text.Length == 0 ? [] : [.. Encode(text).Select(row => Rectify(Linear(row, _project, _projectBias)))];

    double SpanScore(Candidate span, float[][] places, float[] shared)
    {
        var length = LengthEdges.Count(edge => span.Length >= edge);
        var score = 0.0;
        for (var k = 0; k < Span; k++)
        {
            double sum = shared[k] + places[span.Start][k] + places[span.End - 1][Span + k] + _length[(length * Span) + k] + _form[((int)span.Form * Span) + k];
            if (span.Start > 0)
                sum += places[span.Start - 1][(2 * Span) + k];
            if (span.End < places.Length)
                sum += places[span.End][(3 * Span) + k];
            sum += places[span.Start..span.End].Average(place => place[(4 * Span) + k]);
            score += _score[k] * Math.Tanh(sum);
        }

        return score;
    }

    float[][] States(QuestionMatcher matcher, AnnotatedSentence sentence, float[][] asked, float[] told, int gapStart, int gapEnd, float[] found)
    {
        var key = matcher.Question.Key;
        var weights = matcher.Mark(key);
        var features = new float[sentence.Key.Length * CharacterFeatures.Count];
        new CharacterFeatures(matcher).Compute(sentence, features);
        var words = Projected(sentence.Key);
        var similar = asked.Select(row => Linear(row, _similar, new float[Width])).ToArray();
        var states = new float[words.Length][];
        for (var i = 0; i < words.Length; i++)
        {
            var own = Linear(words[i], _similar, new float[Width]);
            var near = similar.Select((row, j) => row.Zip(own, (left, right) => left * right).Sum() / 8
                + (key[j] == sentence.Key[i] ? _same[0] : 0) + (j >= gapStart && j < gapEnd ? _same[1] : 0)).ToArray();
            var share = near.Select(value => MathF.Exp(value - near.Max())).ToArray();
            var total = share.Sum();
            var aligned = new float[Width];
            var (inGap, weight) = (0f, 0f);
            for (var j = 0; j < share.Length; j++)
            {
                share[j] /= total;
                found[j] = Math.Max(found[j], share[j]);
                for (var k = 0; k < Width; k++)
                    aligned[k] += share[j] * asked[j][k];
                inGap += j >= gapStart && j < gapEnd ? share[j] : 0;
                weight += share[j] * weights[j];
            }

            float[] inputs =
            [
                .. words[i], .. aligned, .. words[i].Zip(aligned, (left, right) => left * right),
                .. features[(i * CharacterFeatures.Count)..((i + 1) * CharacterFeatures.Count)], MathF.Tanh(near.Max() / 4), inGap, weight,
            ];
            states[i] = Rectify(Sum(Linear(inputs, _enter, _enterBias), told));
        }

        for (var block = 0; block < _blocks.Length; block++)
        {
            var before = states;
            float[] At(int i) => i < 0 || i >= before.Length ? new float[Hidden] : before[i];
            var dilation = Dilations[block];
            states = [.. before.Select((state, i) => Sum(state, Rectify(Linear([.. At(i - dilation), .. state, .. At(i + dilation)], _blocks[block].Weights, _blocks[block].Bias))))];
        }

        return states;
    }

    static unsafe float[][] Encode(string key)
    {
        var encoded = new float[key.Length * 640];
        fixed (float* target = encoded)
            Tagger.Default.Encode([key.AsMemory()], [0], target);
        return [.. encoded.Chunk(640)];
    }

    float[] Next(int count) => _weights[_at..(_at += count)];

    static float[] Linear(float[] inputs, float[] weights, float[] bias)
    {
        var outputs = bias.ToArray();
        for (var i = 0; i < inputs.Length; i++)
        {
            for (var k = 0; k < outputs.Length; k++)
                outputs[k] += inputs[i] * weights[(i * outputs.Length) + k];
        }

        return outputs;
    }

    static float[] Rectify(float[] values) => [.. values.Select(value => Math.Max(value, 0))];

    static float[] Mean(float[][] rows) => [.. Enumerable.Range(0, Width).Select(k => rows.Average(row => row[k]))];

    static float[] Sum(params float[][] rows) => [.. Enumerable.Range(0, rows[0].Length).Select(k => rows.Sum(row => row[k]))];
}
