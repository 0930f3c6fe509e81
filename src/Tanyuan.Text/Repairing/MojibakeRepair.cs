namespace Tanyuan.Text.Repairing;

/// <summary>
/// Undoes double encoding: UTF-8 text that some program read in another charset and wrote again, up to several times over.
/// Every layer is taken off only where the bytes prove it and the text becomes clearly likelier.
/// </summary>
internal static class MojibakeRepair
{
    public const string Rule = "mojibake";

    const int MostLayers = 4;

    public static RepairedText Repair(string text)
    {
        var repaired = RepairedText.Unchanged(text);
        for (var layer = 0; layer < MostLayers; layer++)
        {
            var next = repaired.Then(LatinLayer.Repair).Then(GbkLayer.Repair);
            if (ReferenceEquals(next, repaired))
                break;
            repaired = next;
        }

        return repaired;
    }
}
