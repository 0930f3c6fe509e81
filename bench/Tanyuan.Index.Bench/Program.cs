using Tanyuan.Index.Bench;

return args switch
{
    ["corpus", var path, var documents, ..] => Corpus.Write(path, int.Parse(documents, null), Option(args, "--words", WordSource.UsualVocabulary), Seed(args)),
    ["queries", var corpus, var path, ..] => QuerySet.Write(corpus, path, Seed(args)),
    ["index", var corpus, var folder, ..] => IndexRun.Run(corpus, folder, Threads(args), Option(args, "--segments", 0)),
    ["merge", var folder] => MergeRun.Run(folder),
    ["size", var folder] => SizeRun.Run(folder),
    ["search", var folder, var queries, ..] => SearchRun.Run(folder, queries, args.Contains("--check"), Option(args, "--passes", SearchRun.Passes)),
    ["columns", var documents, ..] => ColumnRun.Run(int.Parse(documents, null), Seed(args)),
    _ => Usage(),
};

static int Seed(string[] args) => Option(args, "--seed", 1);

static int Threads(string[] args) => Option(args, "--threads", 1);

static int Option(string[] args, string name, int otherwise)
{
    var place = Array.IndexOf(args, name);
    return place < 0 ? otherwise : int.Parse(args[place + 1], null);
}

static int Usage()
{
    Console.Error.WriteLine("""
        corpus FILE DOCUMENTS [--words N] [--seed N]
                                           writes a corpus of so many different words, one document a line
        queries CORPUS FILE [--seed N]     writes queries for it: class, tab, terms
        index CORPUS FOLDER [--threads N] [--segments N]
                                           indexes it and commits; merges down to so many segments, and commits again
        merge FOLDER                       merges the segments of an index into one, three times, and leaves it as it is
        size FOLDER                        says where the bytes of an index are
        columns DOCUMENTS [--seed N]       times conditions, orders and groups over documents it makes
        search FOLDER QUERIES [--passes N] times the queries; with --check compares each with the exhaustive scorer instead
        """);
    return 2;
}
