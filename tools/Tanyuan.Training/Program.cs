using Tanyuan.Training;

// Trains the reader: dotnet run -c Release --project tools/Tanyuan.Training -- DATA [OUTPUT]
if (args.Length is < 1 or > 2)
{
    Console.Error.WriteLine("Usage: Tanyuan.Training DATA-FOLDER [src/Tanyuan.Answers/Reading/reader.json]");
    return 2;
}

await new ReaderTraining(Corpus.Load(args[0]), Console.Out).RunAsync(args.Length > 1 ? args[1] : null);
return 0;
