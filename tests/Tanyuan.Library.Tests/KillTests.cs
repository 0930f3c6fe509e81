using System.Diagnostics;
using System.Globalization;

namespace Tanyuan.Library.Tests;

/// <summary>An add killed in the middle of its work. The process that adds is this test program, running one test.</summary>
public sealed class KillTests : LibraryFixture
{
    const string FolderVariable = "TANYUAN_LIBRARY_TEST_FOLDER";

    [Fact]
    public async Task An_add_killed_again_and_again_loses_no_page_it_told_of()
    {
        var random = new Random(11);
        var last = 0;
        for (var round = 0; round < 3; round++)
        {
            using (var process = StartAdding())
            {
                while (ReadAcknowledged() <= last)
                {
                    Assert.False(process.HasExited, "The adding process ended by itself.");
                    await Task.Delay(20, Stop);
                }

                await Task.Delay(random.Next(300), Stop);
                process.Kill();
                await process.WaitForExitAsync(Stop);
            }

            last = ReadAcknowledged();
            await using var library = await OpenAsync();
            await AssertSoundAsync(library);
            for (var page = 1; page <= last; page += Math.Max(1, last / 25))
                Assert.Contains($"n{page}", await SearchIdsAsync(library, $"+编号{page}号"));
            Assert.InRange((await library.GetStatusAsync(Stop)).Documents, last, int.MaxValue);
        }
    }

    // Runs only in the process that the test above starts.
    [Fact]
    public async Task Adds_until_killed()
    {
        var target = Environment.GetEnvironmentVariable(FolderVariable);
        Assert.SkipWhen(target is null, "This is the other process of the test beside it.");

        await using var library = await TanyuanLibrary.OpenAsync(target, cancellationToken: Stop);
        var from = (await library.GetStatusAsync(Stop)).Documents;
        Assert.True(from >= 0);
        await using var acknowledged = new FileStream(target + ".acknowledged", FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        await library.AddAsync(
            Enumerable.Range(1, int.MaxValue - 1).Select(i => Article($"r#{i}", $"这是编号{i}号的记录，写于河边的小屋。", $"n{i}")),
            new Written(step => acknowledged.Write(System.Text.Encoding.ASCII.GetBytes($"{step.Pages}\n"))), Stop);
    }

    Process StartAdding()
    {
        var program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
            start.ArgumentList.Add(typeof(KillTests).Assembly.Location);
        start.ArgumentList.Add("--filter-method");
        start.ArgumentList.Add($"*.{nameof(Adds_until_killed)}");
        start.Environment[FolderVariable] = LibraryPath;

        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    // A line may be written just now, so only whole ones count. Each process counts from 1 and meets the same pages in the same order.
    int ReadAcknowledged()
    {
        var path = LibraryPath + ".acknowledged";
        if (!File.Exists(path))
            return 0;

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        var whole = reader.ReadToEnd();
        return whole[..(whole.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => int.Parse(line, CultureInfo.InvariantCulture)).DefaultIfEmpty().Max();
    }

    sealed class Written(Action<AddProgress> write) : IProgress<AddProgress>
    {
        public void Report(AddProgress value) => write(value);
    }
}
