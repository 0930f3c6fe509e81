using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Tanyuan.Cli.Localization;

namespace Tanyuan.Cli;

/// <summary>A command that shows examples in its help.</summary>
internal sealed class CommandWithExamples(string name, string description, params string[] examples) : Command(name, description)
{
    public IReadOnlyList<string> Examples { get; } = examples;
}

/// <summary>The usual help, then examples, then the exit codes.</summary>
internal sealed class HelpWithExamples(Speech speech) : SynchronousCommandLineAction
{
    /// <summary>Who asks for help need not have given the right arguments.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        var usual = new StringWriter();
        parseResult.InvocationConfiguration.Output = usual;
        var exit = new HelpAction().Invoke(parseResult);
        parseResult.InvocationConfiguration.Output = output;

        // The one heading that System.CommandLine does not translate.
        output.Write(usual.ToString().Replace("Description:", speech.Say("Description:", "说明："), StringComparison.Ordinal));
        if (parseResult.CommandResult.Command is CommandWithExamples { Examples.Count: > 0 } command)
        {
            output.WriteLine(speech.Say("Examples:", "示例："));
            foreach (var example in command.Examples)
                output.WriteLine($"  {example}");
            output.WriteLine();
        }

        output.WriteLine(speech.Say(
            "Exit codes: 0 done, 1 failed, 2 bad usage, 3 nothing found or not in your sources.",
            "退出码：0 完成，1 失败，2 用法错误，3 没有找到或资料中没有。"));
        return exit;
    }
}
