using Tanyuan.Answers.Bench;

return args switch
{
    ["records", var corpus, var path] => Records.Write(corpus, path),
    ["questions", var corpus, var path, var count] => QuestionSet.Write(corpus, path, int.Parse(count, null)),
    ["ask", var folder, var questions, ..] => await AskRun.RunAsync(folder, questions),
    ["tag", var corpus, var megacharacters] => TagRun.Run(corpus, double.Parse(megacharacters, System.Globalization.CultureInfo.InvariantCulture)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        records CORPUS FILE           a corpus, one document a line, as JSON Lines for `tanyuan add`
        questions CORPUS FILE COUNT   questions on it as JSON Lines
        ask LIBRARY QUESTIONS         asks them of a library: cold once, then warm, with percentiles
        tag CORPUS MEGACHARACTERS     tags that much of a corpus on one thread
        """);
    return 2;
}
