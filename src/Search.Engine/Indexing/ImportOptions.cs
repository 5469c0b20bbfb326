using Search.Engine.Sources;

namespace Search.Engine.Indexing;

/// <summary>How a source is imported.</summary>
public sealed record ImportOptions
{
    /// <summary>The name under which the sample collection is imported.</summary>
    public const string SampleSource = "sample";

    /// <summary>The owner of records that come over HTTP without the name of a source.</summary>
    public const string ApiSource = "api";

    /// <summary>Remove what the source had before and has no more.</summary>
    public bool Prune { get; init; }

    /// <summary>The only ids that pruning may remove, when a part of the source is imported; null for all of the source.</summary>
    public IReadOnlyCollection<string>? PruneOnly { get; init; }

    /// <summary>Take records over that another source owns, instead of refusing them.</summary>
    public bool TakeOver { get; init; }

    /// <summary>Keep the sample when the first other source comes.</summary>
    public bool KeepSample { get; init; }

    /// <summary>Read and check everything, write nothing.</summary>
    public bool DryRun { get; init; }
}

/// <summary>What an import did, or has done so far.</summary>
public sealed record ImportSummary
{
    /// <summary>Refusals kept with their reasons, and notes kept.</summary>
    public const int MaxRefusedKept = 1_000;

    /// <summary>Items read: added, updated, unchanged and refused ones.</summary>
    public int Read => Added + Updated + Unchanged + RefusedCount;

    /// <summary>Records that were not in the index.</summary>
    public int Added { get; init; }

    /// <summary>Records that differ from what was in the index.</summary>
    public int Updated { get; init; }

    /// <summary>Records that are in the index just so.</summary>
    public int Unchanged { get; init; }

    /// <summary>Records that the source no longer has.</summary>
    public int Removed { get; init; }

    /// <summary>Passages of the added and updated interviews.</summary>
    public int Passages { get; init; }

    /// <summary>Items that were not used.</summary>
    public int RefusedCount { get; init; }

    /// <summary>The first <see cref="MaxRefusedKept"/> of them, with their reasons.</summary>
    public IReadOnlyList<RefusedRecord> Refused { get; init; } = [];

    /// <summary>Oddities that kept no record out, such as text that was decoded wrongly.</summary>
    public int NoteCount { get; init; }

    /// <summary>The first <see cref="MaxRefusedKept"/> of them.</summary>
    public IReadOnlyList<SourceNote> Notes { get; init; } = [];

    /// <summary>Records of the sample that made room.</summary>
    public int SampleRemoved { get; init; }

    /// <summary>Records that were kept out, since they were forgotten; not counted in <see cref="Read"/>.</summary>
    public int Forgotten { get; init; }

    /// <summary>
    /// True when pruning was asked for and not done, since an item was refused whose id could not be read: it may be one
    /// of the records that seem to have vanished.
    /// </summary>
    public bool PruneSkipped { get; init; }
}
