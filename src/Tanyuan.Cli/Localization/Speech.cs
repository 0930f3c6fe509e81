using System.Globalization;
using System.Runtime.Loader;

namespace Tanyuan.Cli.Localization;

/// <summary>The languages that the command line speaks.</summary>
internal enum Language
{
    English,
    Chinese,
}

/// <summary>
/// Picks the words for people. Each text stands once in the code as an English and Chinese pair, side by side, so that neither
/// can be forgotten.
/// </summary>
internal sealed class Speech(Language language)
{
    static readonly string[] LocaleVariables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    public Language Language { get; } = language;

    public string Say(string english, string chinese) => Language == Language.Chinese ? chinese : english;

    /// <summary>The speech for these arguments: <c>--lang</c> first, else the locale as POSIX orders its variables.</summary>
    public static Speech For(IReadOnlyList<string> arguments, Func<string, string?> environment)
    {
        var wanted = Requested(arguments)
            ?? LocaleVariables.Select(environment).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return new Speech(wanted?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true ? Language.Chinese : Language.English);
    }

    /// <summary>Makes the command line parser, too, speak this language.</summary>
    public void Apply()
    {
        if (Language == Language.English)
            return;

        // Without ICU the runtime spells the culture zh-HANS, and then looks for a folder of that name.
        AssemblyLoadContext.Default.Resolving += (context, name) =>
        {
            var satellite = Path.Combine(AppContext.BaseDirectory, "zh-Hans", $"{name.Name}.dll");
            return string.Equals(name.CultureName, "zh-Hans", StringComparison.OrdinalIgnoreCase) && File.Exists(satellite)
                ? context.LoadFromAssemblyPath(satellite)
                : null;
        };
        CultureInfo.CurrentUICulture = new CultureInfo("zh-Hans");
    }

    static string? Requested(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == "--")
                return null;
            if (arguments[i].StartsWith("--lang=", StringComparison.Ordinal))
                return arguments[i]["--lang=".Length..];
            if (arguments[i] == "--lang" && i + 1 < arguments.Count)
                return arguments[i + 1];
        }

        return null;
    }
}
