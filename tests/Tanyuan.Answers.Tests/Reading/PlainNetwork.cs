using System.Runtime.InteropServices;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Reading;
using Tanyuan.Answers.Reading.Network;
using Tanyuan.Text.Tagging;

namespace Tanyuan.Answers.Tests.Reading;

/// <summary>The reading network in the plainest loops, straight from its file (docs/formats.md): what the fast inference must equal.</summary>
internal sealed class PlainNetwork
{
    const int Width = 64, Hidden = 64, Span = 64;
    static readonly int[] Dilations = [1, 2, 4, 8];
    static readonly int[] LengthEdges = [2, 3, 4, 5, 6, 8, 11, 16, 24, 36, 60];

    readonly float[] _weights;
    readonly float[] _same, _project, _projectBias, _similar, _enter, _enterBias, _told, _asked, _askedBias, _places, _whole, _standing, _length, _form, _score;
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
        _standing = Next(8 * Span);
        _length = Next(12 * Span);
        _form = Next(6 * Span);
        _score = Next(Span);
        (_unsaid, _unsaidBias) = (Next((Hidden + Span) * Span), Next(Span));
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

    /// <summary>The score of each candidate.</summary>
    public double[] Score(QuestionMatcher matcher, CandidateSet set)
    {
        var key = matcher.Question.Key;
        var (gapStart, gapEnd) = (matcher.Question.Gap.Start, matcher.Question.Gap.End);
        var asked = Encode(key).Select(row => Rectify(Linear(row, _project, _projectBias))).ToArray();
        var kinds = new float[23];
        kinds[(int)matcher.Question.Type] = 1;
        kinds[15 + (int)matcher.Question.Kind] = 1;
        var gap = asked.Length == 0 || gapEnd <= gapStart ? new float[Width] : Mean(asked[gapStart..gapEnd]);
        float[] summary = [.. gap, .. Mean(asked), .. kinds];
        var ask = Linear(summary, _asked, _askedBias);
        var told = Linear(summary, _told, new float[Hidden]);
        var read = set.SentenceOf.Distinct().ToList();
        var best = read.Max(sentence => set.Sentences[sentence].Sentence.Score);
        var scores = new double[set.Candidates.Count];
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
            var shared = Sum(ask, Linear(standing, _standing, new float[Span]), Linear(whole, _whole, new float[Span]));
            for (var i = 0; i < scores.Length; i++)
            {
                if (set.SentenceOf[i] == read[rank])
                    scores[i] = SpanScore(set.Candidates[i], places, shared);
            }
        }

        return scores;
    }

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
        var words = Encode(sentence.Key).Select(row => Rectify(Linear(row, _project, _projectBias))).ToArray();
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
