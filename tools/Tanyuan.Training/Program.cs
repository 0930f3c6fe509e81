using Tanyuan.Training;

// Trains the reader. First the examples for the network (tools/network/train_reader.py), then the rest on top of the networks:
//   dotnet run -c Release --project tools/Tanyuan.Training -- DATA --export EXAMPLES
//   dotnet run -c Release --project tools/Tanyuan.Training -- DATA --networks FOLDER [OUTPUT [DIAGRAM]]
if (args is not ([_, "--export", _] or [_, "--networks", _] or [_, "--networks", _, _] or [_, "--networks", _, _, _]))
{
    Console.Error.WriteLine("Usage: Tanyuan.Training DATA-FOLDER --export EXAMPLES.jsonl");
    Console.Error.WriteLine("       Tanyuan.Training DATA-FOLDER --networks FOLDER-OF-FOLD-NETWORKS [src/Tanyuan.Answers/Reading/reader.json [docs/reliability.svg]]");
    return 2;
}

var training = new ReaderTraining(Corpus.Load(args[0]), Console.Out);
if (args[1] == "--export")
    await training.ExportAsync(args[2]);
else
    await training.RunAsync(args[2], args.ElementAtOrDefault(3), args.ElementAtOrDefault(4));
return 0;
