using System.Reflection;
using Tanyuan.Tests.Shared;

namespace Tanyuan.Architecture.Tests;

/// <summary>References run downwards only. This is the whole list of what each part may know.</summary>
public class LayeringTests
{
    static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Tanyuan.Text"] = [],
        ["Tanyuan.Pages"] = ["Tanyuan.Text"],
        ["Tanyuan.Filter"] = ["Tanyuan.Text", "Tanyuan.Pages"],
        ["Tanyuan.Index"] = ["Tanyuan.Text"],
        ["Tanyuan.Library"] = ["Tanyuan.Text", "Tanyuan.Pages", "Tanyuan.Index"],
        ["Tanyuan.Answers"] = ["Tanyuan.Text", "Tanyuan.Pages", "Tanyuan.Library"],
        ["Tanyuan.Server"] = ["Tanyuan.Text", "Tanyuan.Pages", "Tanyuan.Library", "Tanyuan.Answers"],
        ["tanyuan"] = ["Tanyuan.Text", "Tanyuan.Pages", "Tanyuan.Library", "Tanyuan.Answers", "Tanyuan.Server"],
    };

    public static TheoryData<string> Parts => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_part_refers_only_to_the_parts_below_it(string part)
    {
        var referred = Assembly.Load(part).GetReferencedAssemblies()
            .Select(name => name.Name!)
            .Where(name => name.StartsWith("Tanyuan.", StringComparison.Ordinal));

        Assert.Empty(referred.Except(Allowed[part]));
    }

    [Fact]
    public void Every_part_in_src_is_on_the_list()
    {
        var folders = Directory.GetDirectories(Repository.File("src")).Select(Path.GetFileName);
        Assert.Equal(
            folders.Select(folder => folder == "Tanyuan.Cli" ? "tanyuan" : folder).Order(StringComparer.Ordinal),
            Allowed.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Tanyuan.Text")]
    [InlineData("Tanyuan.Index")]
    public void A_core_part_depends_on_nothing_but_the_runtime(string part)
    {
        var foreign = Assembly.Load(part).GetReferencedAssemblies()
            .Select(name => name.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && !name.StartsWith("Tanyuan.", StringComparison.Ordinal)
                && name is not ("System" or "netstandard" or "mscorlib"));
        Assert.Empty(foreign);
    }
}
