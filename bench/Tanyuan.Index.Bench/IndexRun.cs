using System.Diagnostics;
using System.Text;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Bench;

/// <summary>Indexes a corpus, from its text to a durable commit, and says what that took.</summary>
static class IndexRun
{
    const long BufferBytes = 152L << 20;

    internal static readonly IndexSchema Schema = new([new FieldDefinition("body", Positions: true)]);

    internal static int Run(string corpus, string folder, int threads, int mostSegments)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);

        var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        var documents = 0L;
        using (var writer = IndexWriter.Open(new FileSystemDirectory(folder), Schema, new IndexWriterOptions { BufferBytes = BufferBytes }))
        {
            documents = AddAll(corpus, writer, threads);
            writer.Commit(1);
            writer.WaitForMerges();
            if (mostSegments > 0)
            {
                writer.Merge(mostSegments);
                writer.Commit(2);
            }
        }

        var seconds = clock.Elapsed.TotalSeconds;
        process.Refresh();
        var cpu = (process.TotalProcessorTime - before).TotalSeconds;
        var megabytes = new FileInfo(corpus).Length / 1e6;
        var size = new DirectoryInfo(folder).GetFiles().Sum(file => file.Length) / 1e6;
        Console.WriteLine(
            $"tanyuan index: {documents} documents, {megabytes:0.0} MB, {threads} thread(s): {seconds:0.00} s, {cpu:0.00} CPU s, "
            + $"{megabytes / seconds:0.00} MB/s, {megabytes / cpu:0.00} MB per CPU s, {documents / seconds:0} documents/s, "
            + $"index {size:0.0} MB = {size / megabytes:0.000} of the text, peak memory {process.PeakWorkingSet64 / 1e6:0} MB");
        return 0;
    }

    static long AddAll(string corpus, IndexWriter writer, int threads)
    {
        using var reader = new StreamReader(corpus, Encoding.UTF8, false, 1 << 20);
        var next = 0L;
        char[] rest = [];
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ =>
        {
            var document = new IndexDocument();
            var lines = new LineBatch();
            while (true)
            {
                long first;
                lock (reader)
                {
                    if (!lines.Read(reader, ref rest))
                        return;
                    first = next;
                    next += lines.Count;
                }

                for (var i = 0; i < lines.Count; i++)
                    Add(writer, document, first + i, lines[i]);
            }
        });
        return next;
    }

    static void Add(IndexWriter writer, IndexDocument document, long key, ReadOnlySpan<char> line)
    {
        document.Reset(key, key);
        Bigrams.Analyze(line, document, 0);
        writer.Add(document);
    }
}
