using System.Diagnostics;
using System.Globalization;
using Tanyuan.Index.Queries;
using Tanyuan.Index.Storage;
using Tanyuan.Text;

namespace Tanyuan.Index.Tests;

/// <summary>Another process that writes: it is kept out of, and killed in the middle of its work. The process is this test program, running one test.</summary>
public sealed class ProcessTests : IDisposable
{
    const string FolderVariable = "TANYUAN_INDEX_TEST_FOLDER";
    const string AcknowledgedName = "acknowledged.txt";

    static readonly IndexSchema Schema = new([new FieldDefinition("body", Positions: true)])
    {
        Columns = [new ColumnDefinition("step", ColumnKind.Number), new ColumnDefinition("site", ColumnKind.Text)],
    };

    // TANYUAN_KILLS asks for more.
    static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("TANYUAN_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 12;

    // The other process writes into the folder of the one that started it, and must not leave one of its own.
    static readonly string? Given = Environment.GetEnvironmentVariable(FolderVariable);

    readonly string folder = Given ?? Directory.CreateTempSubdirectory("tanyuan-index-").FullName;

    public void Dispose()
    {
        if (Given is null)
            Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_writer_killed_again_and_again_loses_no_acknowledged_commit()
    {
        var random = new Random(3);
        var last = 0;
        for (var round = 0; round < Kills; round++)
        {
            using (var process = StartWriter())
            {
                await WaitForAcknowledgedAfter(last, process);
                await Task.Delay(random.Next(150), TestContext.Current.CancellationToken);
                process.Kill();
                await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            }

            var acknowledged = ReadAcknowledged();
            using var writer = IndexWriter.Open(new FileSystemDirectory(folder), Schema);
            Assert.InRange(writer.Progress, acknowledged, acknowledged + 1);
            using var snapshot = writer.Acquire();
            Assert.Equal(ExpectedKeys((int)writer.Progress), snapshot.Documents().Select(document => document.Key).Order());
            Assert.All(snapshot.Documents(), document => Assert.Equal(document.Key / 10, snapshot.NumberOf(0, document.Key)));
            Assert.Empty(IndexChecker.Check(new FileSystemDirectory(folder), TestContext.Current.CancellationToken).Problems);
            last = acknowledged;
        }
    }

    [Fact]
    public async Task The_lock_holds_across_processes_and_goes_with_the_process()
    {
        using (var process = StartWriter())
        {
            await WaitForAcknowledgedAfter(0, process);
            Assert.Equal("index-locked", Assert.Throws<TanyuanException>(() => IndexWriter.Open(new FileSystemDirectory(folder), Schema)).Code);
            Assert.True(Snapshot.Open(new FileSystemDirectory(folder)).Count(new AllQuery()) > 0);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        using var writer = IndexWriter.Open(new FileSystemDirectory(folder), Schema);
        Assert.True(writer.Progress > 0);
    }

    // Runs only in the process that the other tests start.
    [Fact]
    public void Writes_until_killed()
    {
        Assert.SkipWhen(Given is null, "This is the other process of the tests beside it.");

        using var writer = IndexWriter.Open(new FileSystemDirectory(folder), Schema);
        Assert.True(writer.Progress < int.MaxValue);
        var document = new IndexDocument();
        for (var step = (int)writer.Progress + 1; ; step++)
        {
            for (var i = 0; i < 10; i++)
            {
                document.Reset((step * 10) + i, step);
                for (var position = 0; position < 20; position++)
                    document.Add(0, ((step * position) % 97).ToString(CultureInfo.InvariantCulture), position);
                document.Set(0, step);
                document.Set(1, (step % 3).ToString(CultureInfo.InvariantCulture));
                writer.Add(document);
            }

            writer.DeleteGroup(step - 5);
            writer.Commit(step);
            File.AppendAllText(Path.Combine(folder, AcknowledgedName), $"{step}\n");
        }
    }

    static IEnumerable<long> ExpectedKeys(int progress) =>
        Enumerable.Range(Math.Max(1, progress - 4), Math.Min(progress, 5)).SelectMany(step => Enumerable.Range(step * 10, 10)).Select(key => (long)key);

    Process StartWriter()
    {
        var program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
            start.ArgumentList.Add(typeof(ProcessTests).Assembly.Location);
        start.ArgumentList.Add("--filter-method");
        start.ArgumentList.Add($"*.{nameof(Writes_until_killed)}");
        start.Environment[FolderVariable] = folder;

        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    async Task WaitForAcknowledgedAfter(int last, Process process)
    {
        while (ReadAcknowledged() <= last)
        {
            Assert.False(process.HasExited, "The writing process ended by itself.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    // A line may be written just now, so only whole ones count.
    int ReadAcknowledged()
    {
        var path = Path.Combine(folder, AcknowledgedName);
        if (!File.Exists(path))
            return 0;

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        var whole = reader.ReadToEnd();
        return whole[..(whole.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => int.Parse(line, CultureInfo.InvariantCulture)).LastOrDefault();
    }
}
