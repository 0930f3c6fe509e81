using Tanyuan.Pages;

namespace Tanyuan.Library.Adding;

/// <summary>Counts what an add does.</summary>
internal sealed class AddTally
{
    public int Pages { get; set; }

    public int Added { get; set; }

    public int Updated { get; set; }

    public int Renamed { get; set; }

    public int Unchanged { get; set; }

    public int Duplicates { get; set; }

    public int Reprints { get; set; }

    public List<Quarantine> Quarantined { get; } = [];

    public AddReport ToReport() => new(Pages, Added, Updated, Renamed, Unchanged, Duplicates, Quarantined) { Reprints = Reprints };
}
