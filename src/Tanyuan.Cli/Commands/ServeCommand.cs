using System.CommandLine;
using Microsoft.Extensions.Hosting;
using Tanyuan.Cli.Localization;
using Tanyuan.Server;

namespace Tanyuan.Cli.Commands;

/// <summary><c>tanyuan serve</c>: the HTTP API over the library, for this machine only.</summary>
internal static class ServeCommand
{
    public static Command Create(Speech speech, GlobalOptions options)
    {
        var port = new Option<int>("--port")
        {
            Description = speech.Say("The port on 127.0.0.1; 0 picks a free one.", "127.0.0.1 上的端口；0 表示自动选择。"),
            DefaultValueFactory = _ => 8787,
            HelpName = "N",
        };
        var command = new CommandWithExamples(
            "serve",
            speech.Say("Serve search and answers over HTTP to this machine.", "在本机以 HTTP 提供检索与问答。"),
            "tanyuan serve --port 8787",
            "curl -s 'http://127.0.0.1:8787/api/search?q=大模型&site=example.org&since=2024-04&sort=date&n=5'",
            "curl -s http://127.0.0.1:8787/api/ask --json '{\"question\":\"谁创立了这家公司？\"}'")
        {
            port,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var verb = new Verb(parsed, options, speech);
            await using var library = await verb.OpenLibraryAsync(cancellationToken);
            await using var server = TanyuanServer.Create(library, parsed.GetValue(port));
            await server.StartAsync(cancellationToken);
            verb.Terminal.Remark(verb.Terminal.Say($"Listening on {server.Urls.First()}. Ctrl-C stops.", $"正在监听 {server.Urls.First()}，按 Ctrl-C 停止。"));
            await server.WaitForShutdownAsync(cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }
}
