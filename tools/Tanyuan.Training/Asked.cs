namespace Tanyuan.Training;

/// <summary>What a question is asked of.</summary>
internal enum Asked
{
    /// <summary>A library of all passages.</summary>
    Passages,

    /// <summary>The same, with the titles taken away.</summary>
    UntitledPassages,

    /// <summary>Passages without the one that answers it.</summary>
    PassagesWithoutIts,

    /// <summary>Passages whose sentences that answer it are cut out.</summary>
    CutPassages,

    /// <summary>A few pages made of passages.</summary>
    Pages,

    /// <summary>Pages without the passage that answers it.</summary>
    PagesWithoutIts,

    /// <summary>Pages whose sentences that answer it are cut out.</summary>
    CutPages,

    /// <summary>Passages with a decoy beside the sentence that answers it.</summary>
    PassagesWithDecoy,

    /// <summary>Passages with a decoy in the place of the sentence that answers it.</summary>
    DecoyedPassages,

    /// <summary>Pages with a decoy beside the sentence that answers it.</summary>
    PagesWithDecoy,

    /// <summary>Pages with a decoy in the place of the sentence that answers it.</summary>
    DecoyedPages,
}
