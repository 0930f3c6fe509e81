using System.CommandLine;
using Tanyuan.Cli.Localization;
using Tanyuan.Cli.Output;
using Tanyuan.Library;
using Tanyuan.Server.Wire;

namespace Tanyuan.Cli.Commands;

/// <summary><c>tanyuan search QUERY</c>: documents, best first.</summary>
internal static class SearchCommand
{
    public static Command Create(Speech speech, GlobalOptions options)
    {
        var query = new Argument<string?>("query")
        {
            Description = speech.Say(
                "Words; \"phrase\", \"near words\"~5 (up to 5 characters, or about 5 English words, more between them), begin*, +must, -not, title:word. Either script finds both.",
                "检索词；支持 \"短语\"、\"相近 词语\"~5（中间可多隔 5 个字，英文约 5 个词）、开头*、+必含、-排除、title:标题词。简繁互通。"),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var limit = new Option<int>("--limit", "-n")
        {
            Description = speech.Say("How many hits at most, 1 to 1000.", "最多返回多少条，1 到 1000。"),
            DefaultValueFactory = _ => 10,
            HelpName = "N",
        };
        limit.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var n) && n is < 1 or > 1000)
                result.AddError(speech.Say("--limit takes a number from 1 to 1000.", "--limit 的取值范围是 1 到 1000。"));
        });
        var site = new Option<string?>("--site") { Description = speech.Say("Only this site or source.", "只看这个站点或来源。"), HelpName = "NAME" };
        var since = new Option<string?>("--since") { Description = speech.Say("Published on or after this date.", "在此日期或之后发布。"), HelpName = "YYYY-MM-DD" };
        var until = new Option<string?>("--until") { Description = speech.Say("Published on or before this date.", "在此日期或之前发布。"), HelpName = "YYYY-MM-DD" };
        foreach (var date in new[] { since, until })
        {
            date.Validators.Add(result =>
            {
                if (result.Tokens.Count == 1 && !IsDate(result.Tokens[0].Value))
                    result.AddError(speech.Say($"{date.Name} takes a date such as 2024-04-18.", $"{date.Name} 需要形如 2024-04-18 的日期。"));
            });
        }

        var language = new Option<string?>("--language")
        {
            Description = speech.Say("Only this language or script: zh, en, ja, ko, Hans, Hant.", "只看这种语言或文字：zh、en、ja、ko、Hans、Hant。"),
            HelpName = "CODE",
        };
        language.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, "zh", "en", "ja", "ko", "Hans", "Hant");
        var sort = new Option<string>("--sort")
        {
            Description = speech.Say("The best first, or the newest of those that hold every word: relevance, date.", "按相关度排序，或在含全部检索词的文档中从新到旧：relevance、date。"),
            DefaultValueFactory = _ => "relevance",
            HelpName = "ORDER",
        };
        sort.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, "relevance", "date");
        var explain = new Option<bool>("--explain") { Description = speech.Say("Say how each score came about.", "说明每个分数的由来。") };
        var batch = BatchInput.Option(speech, speech.Say("Queries as JSON Lines {\"id\",\"question\"} from a file or - for standard input; ranked ids out.", "从文件或标准输入（-）读取 JSON Lines 查询 {\"id\",\"question\"}，逐行输出文档编号。"));

        var command = new CommandWithExamples(
            "search",
            speech.Say("Find documents.", "查找文档。"),
            "tanyuan search 大模型",
            "tanyuan search '\"平均分\" +小米 -汽车' -n 5",
            "tanyuan search title:裁员 --since 2024-04-01 --json",
            "tanyuan search '\"固态 电池\"~5 量产*' --explain",
            "tanyuan search 固态电池 --sort date",
            "tanyuan search --batch queries.jsonl > ranked.jsonl")
        {
            query, limit, site, since, until, language, sort, explain, batch,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(query) is null == result.GetValue(batch) is null)
                result.AddError(speech.Say("Give either a query or --batch FILE.", "请给出检索词，或使用 --batch 文件，二者取一。"));
        });
        command.SetAction((parsed, cancellationToken) =>
        {
            var verb = new Verb(parsed, options, speech);
            if (parsed.GetValue(batch) is { } file)
                return BatchInput.SearchAsync(verb, file, cancellationToken);
            var search = new SearchOptions
            {
                Limit = parsed.GetValue(limit),
                Site = parsed.GetValue(site),
                Since = parsed.GetValue(since),
                Until = parsed.GetValue(until),
                Language = parsed.GetValue(language),
                Sort = parsed.GetValue(sort)!.Equals("date", StringComparison.OrdinalIgnoreCase) ? SearchSort.Date : SearchSort.Relevance,
                Explain = parsed.GetValue(explain),
            };
            return RunAsync(verb, parsed.GetValue(query)!, search, cancellationToken);
        });
        return command;
    }

    static async Task<int> RunAsync(Verb verb, string query, SearchOptions search, CancellationToken cancellationToken)
    {
        await using var library = await verb.OpenLibraryAsync(cancellationToken);
        var result = await library.SearchAsync(query, search, cancellationToken);
        if (verb.Terminal.Json)
            JsonOutput.Write(verb.Terminal.Out, json => SearchJson.WriteHits(json, result));
        else
            WriteText(result, verb.Terminal);
        return result.Hits.Count > 0 ? ExitCode.Done : ExitCode.Nothing;
    }

    static void WriteText(SearchResult result, Terminal terminal)
    {
        var number = 0;
        foreach (var hit in result.Hits)
        {
            var document = hit.Document;
            var details = string.Join(" · ", new[] { document.ExternalId ?? document.Id, document.Published, document.Site, DocumentLabel.Copies(document.Reprints?.Copies ?? 1, terminal), DocumentLabel.Page(document.PageName) }
                .Where(part => !string.IsNullOrEmpty(part)));
            terminal.Out.WriteLine($"{++number,2}. {terminal.Style.Strong(DocumentLabel.Title(document.Title, terminal))}");
            terminal.Out.WriteLine($"    {terminal.Style.Faint(details)}");
            terminal.Out.WriteLine($"    {terminal.Style.Highlighted(hit.Snippet.Text.Replace('\n', ' '), hit.Snippet.Highlights)}");
            foreach (var line in hit.Explanation is { } explanation ? ScoreText.Lines(hit.Score, explanation, terminal) : [])
                terminal.Out.WriteLine($"    {terminal.Style.Faint(line)}");
            terminal.Out.WriteLine();
        }

        terminal.Remark(result.Hits.Count == 0
            ? terminal.Say("Nothing found.", "没有找到。")
            : terminal.Say($"{result.Hits.Count} hits, {result.Elapsed.TotalMilliseconds:0} ms.", $"{result.Hits.Count} 条结果，{result.Elapsed.TotalMilliseconds:0} 毫秒。"));
    }

    static bool IsDate(string text) => DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM", "yyyy"], out _);
}
