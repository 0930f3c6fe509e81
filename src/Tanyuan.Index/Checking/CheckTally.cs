using Tanyuan.Text;

namespace Tanyuan.Index.Checking;

/// <summary>What a check has counted and found wrong so far.</summary>
sealed class CheckTally
{
    internal List<string> Problems { get; } = [];

    /// <summary>The keys of the live documents seen.</summary>
    internal HashSet<long> Keys { get; } = [];

    internal long Documents { get; set; }

    internal long DeletedDocuments { get; set; }

    internal long Terms { get; set; }

    internal long Postings { get; set; }

    internal long Bytes { get; set; }

    /// <summary>Runs a part of the check; what it throws because the index is damaged becomes a problem.</summary>
    internal void Try(Action check)
    {
        try
        {
            check();
        }
        catch (TanyuanException error)
        {
            Problems.Add(error.Message);
        }
        catch (FileNotFoundException error)
        {
            Problems.Add(error.Message);
        }
    }
}
