using System.CommandLine;
using Microsoft.Extensions.AI;
using Tanyuan.Answers.Writing;
using Tanyuan.Cli.Localization;

namespace Tanyuan.Cli.Commands;

/// <summary>The options that name a language model: <c>--model-url</c>, <c>--model</c>, <c>--model-key-file</c>. A key is never an argument, where others could see it.</summary>
internal sealed class ModelOptions
{
    public ModelOptions(Speech speech)
    {
        Url = new Option<string?>("--model-url")
        {
            Description = speech.Say(
                "An OpenAI-compatible model server to ask where the reader is not sure. Every sentence it writes is verified.",
                "OpenAI 兼容的模型服务地址，内置阅读器没有把握时才询问；模型写的每一句都会核对出处。"),
            HelpName = "URL",
        };
        Model = new Option<string?>("--model")
        {
            Description = speech.Say("The model's name on that server.", "服务器上的模型名称。"),
            HelpName = speech.Say("NAME", "名称"),
        };
        KeyFile = new Option<string?>("--model-key-file")
        {
            Description = speech.Say(
                $"A file that holds the server's key. Default: ${ModelEndpoint.KeyVariable}.",
                $"保存密钥的文件；默认读取环境变量 {ModelEndpoint.KeyVariable}。"),
            HelpName = speech.Say("FILE", "文件"),
        };
    }

    public Option<string?> Url { get; }

    public Option<string?> Model { get; }

    public Option<string?> KeyFile { get; }

    public void AddTo(Command command, Speech speech)
    {
        command.Add(Url);
        command.Add(Model);
        command.Add(KeyFile);
        command.Validators.Add(result =>
        {
            if (result.GetValue(Url) is null && (result.GetValue(Model) ?? result.GetValue(KeyFile)) is not null)
                result.AddError(speech.Say("--model and --model-key-file need --model-url.", "--model 和 --model-key-file 需要与 --model-url 一起使用。"));
        });
    }

    /// <summary>The model asked for, or null.</summary>
    public ModelEndpoint? Endpoint(ParseResult parsed) =>
        parsed.GetValue(Url) is { } url ? ModelEndpoint.At(url, parsed.GetValue(Model) ?? "default", parsed.GetValue(KeyFile)) : null;

    /// <summary>A client of the model asked for, or null.</summary>
    public IChatClient? Client(ParseResult parsed) => Endpoint(parsed)?.CreateClient();
}
