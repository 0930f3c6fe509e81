using Tanyuan.Index.Queries;
using Tanyuan.Index.Tests.Model;

namespace Tanyuan.Index.Tests;

/// <summary>The second pass: what each part counts, and that all of it is what its definition says, computed from the documents themselves.</summary>
public sealed class RescoringTests
{
    const int Title = 0;
    const int Body = 1;

    static readonly IndexSchema Schema = new([new FieldDefinition("title", Positions: true, B: 0.4, Boost: 2), new FieldDefinition("body", Positions: true)])
    {
        Columns = [new ColumnDefinition("day", ColumnKind.Number)],
    };

    [Fact]
    public void Occurrences_in_several_fields_add_up_before_they_saturate()
    {
        using var snapshot = Build(
            new ModelDocument(1, 1, [["桥"], ["桥", "长"]], []),
            new ModelDocument(2, 2, [["河"], ["桥", "桥"]], []),
            new ModelDocument(3, 3, [["河"], ["河", "长"]], []));
        var plan = new RescoringPlan([new RescoringTerm([(Title, "桥"), (Body, "桥")])]);
        var rescored = snapshot.Rescore(Hits(snapshot), plan);

        Assert.Equal([1, 2, 3], rescored.Select(hit => hit.Key));
        Assert.Equal(0, rescored[2].Score);
        var split = snapshot.Rescore(Hits(snapshot), new RescoringPlan([new RescoringTerm([(Title, "桥")]), new RescoringTerm([(Body, "桥")])]));
        Assert.True(rescored[0].Score < split[0].Score);
    }

    [Fact]
    public void What_stands_together_counts_more()
    {
        using var snapshot = Build(
            new ModelDocument(1, 1, [[], ["桥", "一", "一", "一", "长"]], []), new ModelDocument(2, 2, [[], ["桥", "长", "一", "一", "一"]], []), new ModelDocument(3, 3, [["桥"], ["长", "二"]], []));
        var plan = new RescoringPlan([new RescoringTerm([(Title, "桥"), (Body, "桥")]), new RescoringTerm([(Body, "长")])]) { Relevance = 0, Proximity = 1, Window = 2 };
        var rescored = snapshot.Rescore(Hits(snapshot), plan);

        Assert.Equal(2, rescored[0].Key);
        Assert.All(rescored.Skip(1), hit => Assert.True(hit.Proximity < rescored[0].Proximity));
    }

    [Fact]
    public void The_newest_gain_most_and_those_without_a_day_nothing()
    {
        using var snapshot = Build(
            new ModelDocument(1, 1, [[], ["桥"]], [90L]), new ModelDocument(2, 2, [[], ["桥"]], [100L]), new ModelDocument(3, 3, [[], ["桥"]], [null]), new ModelDocument(4, 4, [[], ["桥"]], [120L]));
        var plan = new RescoringPlan([]) { Freshness = new FreshnessRule(0, Now: 100, HalfLife: 10, Weight: 3) };
        Assert.Equal([(2, 3), (4, 3), (1, 1.5), (3, 0)], snapshot.Rescore(Hits(snapshot), plan).Select(hit => ((int)hit.Key, hit.Freshness)));
    }

    [Fact]
    public void An_explanation_adds_up_to_the_score()
    {
        using var snapshot = Build(new ModelDocument(1, 1, [["桥"], ["桥", "长"]], [5L]));
        var plan = new RescoringPlan([new RescoringTerm([(Body, "桥")])]) { First = 0.5, Proximity = 2, Freshness = new FreshnessRule(0, 6, 1, 1) };
        var hit = Assert.Single(snapshot.Rescore([new ScoredDocument(1, 1, 4), new ScoredDocument(9, 9, 4)], plan));
        var explanation = hit.Explain();
        Assert.Equal(hit.Score, explanation.Score);
        Assert.Equal([2, hit.Relevance, hit.Proximity, 0.5], explanation.Details.Select(detail => detail.Score));
        Assert.Equal(hit.Score, explanation.Details.Sum(detail => detail.Score));
    }

    [Fact]
    public void The_pass_is_what_its_definition_says_however_documents_are_spread_over_segments()
    {
        for (var round = 0; round < 40; round++)
        {
            var random = new Random(round);
            var documents = Enumerable.Range(0, 50).Select(key => ModelDocument.Random(random, key, key, Schema)).ToArray();
            using var snapshot = Build(documents);
            var plan = new RescoringPlan([.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Term(random))])
            {
                First = random.Next(2),
                Relevance = random.Next(3),
                K1 = 0.5 + random.NextDouble(),
                Proximity = random.Next(3),
                Window = random.Next(20),
                Freshness = random.Next(2) == 0 ? new FreshnessRule(0, random.Next(10), 3, 1.5) : null,
            };
            var hits = Hits(snapshot);
            var expected = hits.Select(hit => (hit.Key, Score: Expected(documents, documents[hit.Key], hit, plan))).ToDictionary(hit => hit.Key, hit => hit.Score);
            var actual = snapshot.Rescore(hits, plan);
            Assert.Equal(hits.Count, actual.Count);
            Assert.All(actual, hit => Assert.Equal(expected[hit.Key], hit.Score, 1e-9));
            Assert.Equal(actual.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Key), actual);
        }
    }

    [Fact]
    public void A_plan_out_of_range_is_refused()
    {
        using var snapshot = Build(new ModelDocument(1, 1, [[], ["桥"]], []));
        Assert.Throws<ArgumentException>(() => snapshot.Rescore([], new RescoringPlan([]) { K1 = 0 }));
        Assert.Throws<ArgumentException>(() => snapshot.Rescore([], new RescoringPlan([]) { Proximity = -1 }));
        Assert.Throws<ArgumentException>(() => snapshot.Rescore([], new RescoringPlan([]) { Freshness = new FreshnessRule(0, 0, 0, 1) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => snapshot.Rescore([], new RescoringPlan([]) { Freshness = new FreshnessRule(1, 0, 1, 1) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => snapshot.Rescore([], new RescoringPlan([new RescoringTerm([(7, "桥")])])));
    }

    static RescoringTerm Term(Random random)
    {
        var word = Vocabulary.Pick(random);
        return new RescoringTerm(random.Next(3) == 0 ? [(Body, word)] : [(Title, word), (Body, word)], random.Next(1, 4) * 0.5);
    }

    static double Expected(ModelDocument[] all, ModelDocument document, ScoredDocument hit, RescoringPlan plan)
    {
        var weights = plan.Terms.Select(term => term.Weight * term.Forms.Min(form => Rarity(all, form.Field, form.Term))).ToArray();
        var relevance = plan.Terms.Select((term, place) =>
        {
            var frequency = term.Forms.Sum(form => Schema.Fields[form.Field].Boost * document.Fields[form.Field].Count(other => other == form.Term) / Length(all, document, form.Field));
            return weights[place] * (plan.K1 + 1) * frequency / (plan.K1 + frequency);
        }).Sum();

        var best = 0.0;
        for (var field = 0; field < Schema.Fields.Count; field++)
        {
            for (var start = 0; start < document.Fields[field].Length; start++)
            {
                var window = document.Fields[field].Skip(start).Take(plan.Window + 1).ToHashSet(StringComparer.Ordinal);
                best = Math.Max(best, weights.Where((_, place) => plan.Terms[place].Forms.Any(form => form.Field == field && window.Contains(form.Term))).Sum());
            }
        }

        var fresh = plan.Freshness is { } rule && document.Values[0] is long day ? rule.Weight * Math.Pow(0.5, Math.Max(0, (double)rule.Now - day) / rule.HalfLife) : 0;
        return (plan.First * hit.Score) + (plan.Relevance * relevance) + (plan.Proximity * best) + fresh;
    }

    static double Rarity(ModelDocument[] all, int field, string term)
    {
        var having = all.Count(document => document.Fields[field].Length > 0);
        var matching = all.Count(document => document.Fields[field].Contains(term));
        return Math.Log(1 + ((having - matching + 0.5) / (matching + 0.5)));
    }

    // Lengths above 31 are rounded down to sixteen steps a doubling.
    static double Length(ModelDocument[] all, ModelDocument document, int field)
    {
        var step = 1;
        while (document.Fields[field].Length / step >= 32)
            step *= 2;
        var average = all.Select(other => other.Fields[field].Length).Where(length => length > 0).Average();
        return 1 - Schema.Fields[field].B + (Schema.Fields[field].B * (document.Fields[field].Length / step * step) / average);
    }

    static IReadOnlyList<ScoredDocument> Hits(Snapshot snapshot) => snapshot.Search(new AllQuery(), 1000);

    static Snapshot Build(params ModelDocument[] documents) => ModelSnapshot.Of(Schema, 19, documents);
}
