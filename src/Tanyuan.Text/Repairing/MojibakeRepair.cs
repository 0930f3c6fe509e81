using Tanyuan.Text.Repairing.Mojibake;

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
        var layers = TakeOffLayers(RepairedText.Unchanged(text));
        var controls = layers.Then(ControlLayer.Repair);
        return ReferenceEquals(controls, layers) ? layers : TakeOffLayers(controls);
    }

    static RepairedText TakeOffLayers(RepairedText text)
    {
        // A line that is damaged throughout comes first: what repairs single runs must not take it apart.
        for (var layer = 0; layer < MostLayers; layer++)
        {
            var next = text.Then(LegacyLayer.Repair);
            if (ReferenceEquals(next, text))
                next = text.Then(WesternLayer.Repair);
            if (ReferenceEquals(next, text))
                next = text.Then(LatinLayer.Repair).Then(GbkLayer.Repair);
            if (ReferenceEquals(next, text))
                break;
            text = next;
        }

        return text;
    }
}
