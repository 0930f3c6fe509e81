using System.Text;
using Tanyuan.Answers.Answering;
using Tanyuan.Answers.Evaluation;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;
using Tanyuan.Library;
using Tanyuan.Text;

namespace Tanyuan.Answers.Feedback;

/// <summary>
/// Learns ranking weights from a library's feedback, on this machine: the likelihood of the spans called right or better under a softmax over
/// the best spans of their question is raised, that of spans called wrong lowered, held near the reader's own ranking by a penalty. A third of
/// the questions is held out; only weights that agree with more of it than the ones in use are kept. Deterministic.
/// </summary>
public static class Learning
{
    /// <summary>How many questions with feedback it takes: fewer say nothing of others.</summary>
    public const int FewestQuestions = 9;

    const int Steps = 300;
    const double Rate = 0.1;
    const double Penalty = 0.02;
    const double SameSpan = 0.8;

    /// <summary>Learns, compares, and keeps what is better.</summary>
    /// <exception cref="TanyuanException"><c>feedback-too-little</c>.</exception>
    public static async Task<LearnReport> LearnAsync(this TanyuanLibrary library, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(library);
        var examples = await ExamplesAsync(library, cancellationToken);
        if (examples.Count < FewestQuestions)
        {
            throw new TanyuanException(
                "feedback-too-little", $"There is feedback on {examples.Count} questions that can be learnt from; it takes {FewestQuestions}. Give more with `tanyuan feedback`.");
        }

        var held = examples.Where((_, i) => i % 3 == 2).ToList();
        var learnt = examples.Where((_, i) => i % 3 != 2).ToList();
        var old = await LocalWeights.ReadAsync(library, cancellationToken);
        var weights = Fit(learnt);
        var before = held.Average(example => example.Agreement(old is null ? reading => reading : old.Rank));
        var learntWeights = new LocalWeights(weights);
        var after = held.Average(example => example.Agreement(learntWeights.Rank));
        var kept = after > before;
        if (kept)
            await learntWeights.SaveAsync(library, cancellationToken);
        return new LearnReport(learnt.Count, held.Count, before, after, kept);
    }

    // In the order of a hash, so that what is held out does not hang on when it was said.
    static async Task<List<Example>> ExamplesAsync(TanyuanLibrary library, CancellationToken cancellationToken)
    {
        var examples = new List<Example>();
        var feedback = await library.ListFeedbackAsync(cancellationToken);
        foreach (var said in feedback.GroupBy(entry => entry.Question, StringComparer.Ordinal).OrderBy(group => Hash(group.Key)))
        {
            var question = QuestionAnalyzer.Analyze(said.Key);
            var hits = await library.RetrieveAsync(EvidenceRequest.For(question), cancellationToken);
            var reading = Reader.Default.Read(question, [.. hits.Where(hit => !hit.IsSide).Take(EvidenceRequest.PassagesRead).Select(EvidencePassage.From)]);
            if (reading.Spans.Count > 1)
                examples.Add(new Example(reading, [.. said.Where(entry => entry.Kind != FeedbackKind.Wrong).Select(entry => entry.Span)], [.. said.Where(entry => entry.Kind == FeedbackKind.Wrong).Select(entry => entry.Span)]));
        }

        return examples;
    }

    static double[] Fit(List<Example> examples)
    {
        var weights = LocalWeights.Neutral;
        for (var step = 0; step < Steps; step++)
        {
            var gradient = new double[LocalWeights.Count];
            foreach (var example in examples)
                example.AddGradient(weights, gradient);
            for (var i = 0; i < weights.Length; i++)
                weights[i] += Rate * ((gradient[i] / examples.Count) - (Penalty * (weights[i] - LocalWeights.Neutral[i])));
        }

        return weights;
    }

    static ulong Hash(string text)
    {
        var hash = 14695981039346656037;
        foreach (var unit in Encoding.UTF8.GetBytes(text))
            hash = (hash ^ unit) * 1099511628211;
        return hash;
    }

    sealed class Example
    {
        readonly Reading.Reading reading;
        readonly IReadOnlyList<string> right;
        readonly IReadOnlyList<string> wrong;
        readonly double[][] features;
        readonly int[] labels;

        public Example(Reading.Reading reading, IReadOnlyList<string> right, IReadOnlyList<string> wrong)
        {
            (this.reading, this.right, this.wrong) = (reading, right, wrong);
            var spans = reading.Spans.Take(LocalWeights.SpansRanked).ToList();
            features = [.. spans.Select(LocalWeights.Features)];
            labels = [.. spans.Select(span => IsAny(span.Text, right) ? 1 : IsAny(span.Text, wrong) ? -1 : 0)];
        }

        /// <summary>How much of what was said a ranking agrees with, 0 to 1.</summary>
        public double Agreement(Func<Reading.Reading, Reading.Reading> rank)
        {
            var answer = rank(reading).Spans[0].Text;
            return right.Count > 0 ? right.Max(span => AnswerScoring.F1(answer, span)) : IsAny(answer, wrong) ? 0 : 1;
        }

        /// <summary>Adds the gradient of the log-likelihood of what was said: that a right span is first, and no wrong one.</summary>
        public void AddGradient(double[] weights, double[] gradient)
        {
            var scores = Array.ConvertAll(features, values => LocalWeights.Score(weights, values));
            var most = scores.Max();
            var shares = Array.ConvertAll(scores, score => Math.Exp(score - most));
            var sum = shares.Sum();
            double rightSum = 0, wrongSum = 0;
            for (var i = 0; i < shares.Length; i++)
            {
                shares[i] /= sum;
                rightSum += labels[i] > 0 ? shares[i] : 0;
                wrongSum += labels[i] < 0 ? shares[i] : 0;
            }

            for (var i = 0; i < shares.Length; i++)
            {
                var pull = rightSum > 0 ? (labels[i] > 0 ? shares[i] / rightSum : 0) - shares[i] : 0;
                if (wrongSum > 0)
                    pull += labels[i] < 0 ? -shares[i] : shares[i] * wrongSum / Math.Max(1e-9, 1 - wrongSum);
                for (var j = 0; j < gradient.Length; j++)
                    gradient[j] += pull * features[i][j];
            }
        }

        static bool IsAny(string text, IReadOnlyList<string> spans) => spans.Any(span => AnswerScoring.F1(text, span) >= SameSpan);
    }
}
