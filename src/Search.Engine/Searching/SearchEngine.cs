using Search.Engine.Documents;
using Search.Engine.Indexing;

namespace Search.Engine.Searching;

/// <summary>
/// A collection that can be searched: follows the commits of whoever writes, answers from a snapshot. Safe for many
/// threads; one a process.
/// </summary>
public sealed class SearchEngine : IDisposable
{
    /// <summary>Opens the index of <paramref name="options"/>. Never throws for a missing or damaged one: see <see cref="State"/>.</summary>
    public SearchEngine(IndexOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
    }

    /// <summary>Whether it answers, and if not, why.</summary>
    public IndexState State => throw new NotSupportedException();

    /// <summary>Answers one search.</summary>
    /// <exception cref="IndexUnavailableException">There is no index, or it is damaged.</exception>
    public SearchResponse Search(SearchRequest request, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    /// <summary>The record with this id, and the source that owns it; null when there is none. Not for passages' ids.</summary>
    /// <exception cref="IndexUnavailableException">There is no index, or it is damaged.</exception>
    public StoredRecord? Find(string id) => throw new NotSupportedException();

    /// <summary>All records by id, each as one line of JSON (UTF-8, no line end), from one snapshot.</summary>
    /// <exception cref="IndexUnavailableException">There is no index, or it is damaged.</exception>
    public IEnumerable<ReadOnlyMemory<byte>> Export(CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    /// <summary>The sources by name, with what each owns.</summary>
    /// <exception cref="IndexUnavailableException">There is no index, or it is damaged.</exception>
    public IReadOnlyList<SourceSummary> Sources() => throw new NotSupportedException();

    /// <summary>Counts and versions of what is served.</summary>
    /// <exception cref="IndexUnavailableException">There is no index, or it is damaged.</exception>
    public IndexStats Stats() => throw new NotSupportedException();

    /// <summary>Looks for a newer commit or generation and serves it; true when there was one.</summary>
    public bool Refresh() => throw new NotSupportedException();

    /// <inheritdoc/>
    public void Dispose() { }
}

/// <summary>A record as it stands in the index.</summary>
/// <param name="Record">The record.</param>
/// <param name="Json">The whole source record as one line of JSON, unknown members included.</param>
/// <param name="Source">The source that owns it.</param>
/// <param name="Also">The other records of the same work.</param>
public sealed record StoredRecord(
    Record Record,
    ReadOnlyMemory<byte> Json,
    string Source,
    IReadOnlyList<RelatedForm> Also
);
