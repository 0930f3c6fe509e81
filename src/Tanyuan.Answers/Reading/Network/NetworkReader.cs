using System.Collections.Concurrent;
using Tanyuan.Answers.Evidence;

namespace Tanyuan.Answers.Reading.Network;

/// <summary>
/// Scores the candidate spans of a question with the reading networks, whose scores are averaged: characters of question and sentences as the
/// tagger's encoder has them are projected; each character of a sentence is aligned with the question (Seo et al., "Bidirectional Attention
/// Flow", 2017; Chen et al., "Reading Wikipedia to Answer Open-Domain Questions", 2017); residual dilated convolutions (Yu, Koltun,
/// "Multi-Scale Context Aggregation by Dilated Convolutions", 2016) read character, alignment, features and what is asked; a span is scored
/// from its borders, what stands before and after it, its mean, length and form, its sentence, how each character of the question is found in that and around
/// it (<see cref="QuestionComparison"/>), and the question. One score more stands for
/// "not said here" (Rajpurkar et al., "Know What You Don't Know", 2018). Thread-safe.
/// </summary>
internal sealed class NetworkReader(IReadOnlyList<NetworkModel> models)
{
    /// <summary>Characters of a question beyond these are not read.</summary>
    public const int LongestQuestion = 100;

    /// <summary>Characters of a sentence beyond these are not read, and spans there are not scored.</summary>
    public const int LongestSentence = 256;

    readonly ConcurrentBag<NetworkRun> _runs = [];

    /// <summary>What the networks make of the candidates and their sentences.</summary>
    public NetworkReading Read(QuestionMatcher matcher, CandidateSet set)
    {
        var scores = new float[set.Candidates.Count];
        if (scores.Length == 0)
            return new NetworkReading(new SpanShares(scores, [], 0), new QuestionAlignment([]));
        if (!_runs.TryTake(out var run))
            run = new NetworkRun(models);
        var unsaid = run.Score(matcher, set, scores);
        var alignment = new QuestionAlignment(run.Found);
        _runs.Add(run);
        return new NetworkReading(new SpanShares(scores, [.. set.SentenceOf], unsaid), alignment);
    }
}
