using Search.Engine.Sources;

namespace Search.Engine.Indexing;

/// <summary>
/// The one writer of an index, from opening to disposing. Nothing is visible before a commit, and a commit is whole: killing
/// the process at any time leaves the last one.
/// </summary>
public sealed class IndexSession : IDisposable
{
    /// <summary>Takes the write lock, and makes the folder and the first generation when there is none.</summary>
    /// <exception cref="IndexLockedException">Another process holds it.</exception>
    /// <exception cref="IndexUnavailableException">The index is damaged or of a newer schema.</exception>
    public IndexSession(IndexOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
    }

    /// <summary>
    /// Puts the items of one source into the index: adds, updates what changed, keeps what did not, and commits once at
    /// the end. With <see cref="ImportOptions.Prune"/> what the source no longer has is removed. The first import of
    /// another source removes the sample, unless it is kept.
    /// </summary>
    public ImportSummary Import(
        string source,
        IEnumerable<ImportItem> items,
        ImportOptions options,
        IProgress<ImportSummary>? progress = null,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException();

    /// <summary>Removes the records with these ids; gives the number of those that were there. Commits.</summary>
    public int Remove(IReadOnlyCollection<string> ids) => throw new NotSupportedException();

    /// <summary>Removes all that a source owns; gives the number of records. Commits.</summary>
    public int RemoveSource(string source) => throw new NotSupportedException();

    /// <inheritdoc/>
    public void Dispose() { }
}

/// <summary>How a source is imported.</summary>
public sealed record ImportOptions
{
    /// <summary>The name under which the sample collection is imported.</summary>
    public const string SampleSource = "sample";

    /// <summary>Remove what the source had before and has no more.</summary>
    public bool Prune { get; init; }

    /// <summary>Take records over that another source owns, instead of refusing them.</summary>
    public bool TakeOver { get; init; }

    /// <summary>Keep the sample when the first other source comes.</summary>
    public bool KeepSample { get; init; }

    /// <summary>Read and check everything, write nothing.</summary>
    public bool DryRun { get; init; }
}

/// <summary>What an import did, or has done so far.</summary>
/// <param name="Read">Items read: all of the following but removed ones, and duplicates among the refused.</param>
/// <param name="Added">Records that were not in the index.</param>
/// <param name="Updated">Records that differ from what was in the index.</param>
/// <param name="Unchanged">Records that are in the index just so.</param>
/// <param name="Removed">Records that the source no longer has.</param>
/// <param name="Refused">Items that were not used, each with its reason; at most <see cref="MaxRefusedKept"/> are kept.</param>
/// <param name="RefusedCount">How many items were not used.</param>
/// <param name="SampleRemoved">Records of the sample that made room.</param>
public sealed record ImportSummary(
    int Read,
    int Added,
    int Updated,
    int Unchanged,
    int Removed,
    IReadOnlyList<RefusedRecord> Refused,
    int RefusedCount,
    int SampleRemoved
)
{
    /// <summary>Refusals kept with their reasons.</summary>
    public const int MaxRefusedKept = 1_000;
}
