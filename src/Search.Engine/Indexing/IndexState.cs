namespace Search.Engine.Indexing;

/// <summary>Where the index is and how it is written.</summary>
public sealed class IndexOptions
{
    /// <summary>The folder that holds <c>CURRENT</c> and the generations.</summary>
    public required string Path { get; init; }

    /// <summary>Memory that the writer fills before it flushes a segment, in MiB; 16 to 1024. More makes fewer segments.</summary>
    public double WriterBufferMiB { get; init; } = 64;
}

/// <summary>Whether an index answers.</summary>
/// <param name="Availability">Whether it can be searched.</param>
/// <param name="Message">One plain sentence: what is served, or what is wrong and what to do.</param>
/// <param name="Generation">The folder that is served; null when none is.</param>
public sealed record IndexState(IndexAvailability Availability, string Message, string? Generation)
{
    /// <summary>Of a damaged index: another generation that <c>rollback</c> can serve in its place; null when there is none.</summary>
    public string? Fallback { get; init; }
}

/// <summary>Whether an index can be searched.</summary>
public enum IndexAvailability
{
    /// <summary>It answers.</summary>
    Ready,

    /// <summary>Nothing has been indexed yet.</summary>
    Missing,

    /// <summary>Files are damaged or missing.</summary>
    Damaged,

    /// <summary>It was written by a version of the program whose files this one does not read.</summary>
    SchemaDiffers,
}

/// <summary>There is no index that could answer.</summary>
/// <param name="state">Why.</param>
/// <param name="inner">What the index library said.</param>
public sealed class IndexUnavailableException(IndexState state, Exception? inner = null)
    : Exception(state.Message, inner)
{
    /// <summary>Why.</summary>
    public IndexState State { get; } = state;
}

/// <summary>Another process writes to the index.</summary>
/// <param name="path">The index folder.</param>
/// <param name="holder">Who holds it, in plain words, such as "search-service, process 4711".</param>
/// <param name="inner">What the index library said.</param>
public sealed class IndexLockedException(string path, string holder, Exception? inner = null)
    : Exception(
        $"Another program is writing to the index in {path}: {holder}. Wait until it has ended, or stop it.",
        inner
    )
{
    /// <summary>Who holds it.</summary>
    public string Holder { get; } = holder;
}

/// <summary>What one source owns.</summary>
/// <param name="Name">The source's name.</param>
/// <param name="Talks">Talks.</param>
/// <param name="Interviews">Interviews.</param>
/// <param name="Passages">Passages of those interviews.</param>
public sealed record SourceSummary(string Name, int Talks, int Interviews, int Passages);

/// <summary>Counts and versions of what is served.</summary>
/// <param name="Talks">Talks.</param>
/// <param name="Interviews">Interviews.</param>
/// <param name="Passages">Passages.</param>
/// <param name="Works">Works: a talk and the interview about it are one.</param>
/// <param name="Version">Changes whenever an answer could.</param>
/// <param name="SchemaVersion">
/// Of the files on disk: a version, a dot, and a hash of what decides terms. Where the hash is not this program's, words may be
/// missed until the index is rebuilt.
/// </param>
/// <param name="Generation">The folder that is served.</param>
/// <param name="Segments">Parts that the index has on disk.</param>
/// <param name="SizeBytes">On disk.</param>
/// <param name="LastCommit">When it was last written.</param>
public sealed record IndexStats(
    int Talks,
    int Interviews,
    int Passages,
    int Works,
    string Version,
    string SchemaVersion,
    string Generation,
    int Segments,
    long SizeBytes,
    DateTimeOffset LastCommit
);
