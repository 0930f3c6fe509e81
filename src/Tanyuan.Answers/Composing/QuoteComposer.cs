using System.Text.RegularExpressions;
using Tanyuan.Answers.Evidence;

namespace Tanyuan.Answers.Composing;

/// <summary>
/// Finds what someone said, in his own words where the sources have them: sentences that quote or report speech and are about what was asked,
/// best first; of a sentence with a quotation the quotation is the statement, else the whole of it.
/// </summary>
internal static partial class QuoteComposer
{
    const int MostQuotes = 4;
    const double OnTopic = 0.6;
    const double TitleShare = 0.5;
    const double QuotationWorth = 0.15;

    // What full coverage by the very sentence is worth as a confidence.
    const double CoverageWorth = 0.9;

    /// <summary>The statements, with how likely the best is what was asked for; none where nobody is quoted on the topic.</summary>
    public static (List<Statement> Statements, double Confidence) Compose(TopicMatter topic, IReadOnlyList<EvidencePassage> passages)
    {
        var found = new List<(PooledSentence Sentence, Match Quotation, double Score)>();
        foreach (var sentence in PooledSentence.Of(passages))
        {
            var quotation = Quotation().Match(sentence.Text);
            var speaks = Speech().IsMatch(sentence.Key);
            if (!speaks && !quotation.Success)
                continue;
            var score = Math.Max(topic.Covered(sentence.Key), TitleShare * (topic.Covered(sentence.Passage.TitleKey) + topic.Covered(sentence.Key)));
            found.Add((sentence, quotation, score + (quotation.Success && speaks ? QuotationWorth : 0)));
        }

        var best = found.Select(quote => quote.Score).DefaultIfEmpty().Max();
        var chosen = new List<(PooledSentence Sentence, Match Quotation, double Score)>();
        foreach (var quote in found.Where(quote => quote.Score >= OnTopic * best).OrderByDescending(quote => quote.Score).ThenBy(quote => quote.Sentence.Rank).ThenBy(quote => quote.Sentence.Start))
        {
            if (chosen.Count < MostQuotes && !chosen.Exists(other => other.Sentence.Repeats(quote.Sentence)))
                chosen.Add(quote);
        }

        return (chosen.ConvertAll(quote => Statement(quote.Sentence, quote.Quotation)), chosen.Count == 0 ? 0 : CoverageWorth * topic.Covered(chosen[0].Sentence.Key));
    }

    static Statement Statement(PooledSentence sentence, Match quotation)
    {
        var whole = sentence.ToStatement();
        if (!quotation.Success)
            return whole;
        var said = quotation.Groups["said"];
        return whole with { Text = said.Value, Citations = [whole.Citations[0] with { Start = sentence.Start + said.Index, Length = said.Length, Quote = said.Value }] };
    }

    [GeneratedRegex("[“「『](?<said>[^”」』]{5,300})[”」』]|\"(?<said>[^\"]{5,300})\"", RegexOptions.CultureInvariant)]
    private static partial Regex Quotation();

    [GeneratedRegex("^[\\p{L}·]{2,12}[:：]|说|表示|认为|指出|坦言|强调|回应|透露|解释|谈到|提到|称|介绍|感慨|回忆|直言|写道|\\b(?:said|says|told|added|explained|according to|wrote|noted)\\b", RegexOptions.CultureInvariant)]
    private static partial Regex Speech();
}
