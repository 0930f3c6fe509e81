using Tanyuan.Training;

// Trains the reader, or prints the held-back figures only: dotnet run -c Release --project tools/Tanyuan.Training -- DATA [--reliability DIAGRAM] [OUTPUT]
if (args is not ([_] or [_, not "--reliability"] or [_, "--reliability", _] or [_, "--reliability", _, _]))
{
    Console.Error.WriteLine("Usage: Tanyuan.Training DATA-FOLDER [--reliability docs/reliability.svg] [src/Tanyuan.Answers/Reading/reader.json]");
    return 2;
}

var plot = args is [_, "--reliability", var diagram, ..] ? diagram : null;
await new ReaderTraining(Corpus.Load(args[0]), Console.Out).RunAsync(args.ElementAtOrDefault(plot is null ? 1 : 3), plot);
return 0;
