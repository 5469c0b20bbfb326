using Lucene.Net.Index;
using Microsoft.Extensions.Logging;
using Search.Engine.Indexing;
using Search.Engine.Measuring;

namespace Search.Engine.Searching;

/// <summary>
/// The index that searches are answered from: follows commits and generations, and goes on with what is open while there is
/// nothing better. Reading is safe for many threads, refreshing is not.
/// </summary>
internal sealed partial class ServedIndex(IndexFolder folder, EngineMeter meter, ILogger logger) : IDisposable
{
    private readonly CommitHistory commits = new();

    private volatile OpenIndex? open;
    private volatile IndexState? state;

    /// <summary>Whether there is one, and if not, why. After a failed refresh what was open before still answers.</summary>
    public IndexState State => state ?? Missing();

    /// <summary>The last commits that searches have come to see, the newest first.</summary>
    public IReadOnlyList<SeenCommit> RecentCommits => commits.Newest;

    /// <summary>Whether it was written with other rules for words than this program has.</summary>
    public bool NeedsRebuild => open is { } index && index.Schema != IndexSchema.Current;

    /// <summary>Whether it should be rebuilt unasked: not where a rebuilt generation is kept, since then somebody has rolled back.</summary>
    public bool ShouldRebuild =>
        open is { } index
        && index.Schema != IndexSchema.Current
        && folder.Previous(index.Generation) is var kept
        && (kept is null || OpenIndex.SchemaOf(folder, kept) != IndexSchema.Current);

    /// <summary>Looks for a newer commit or generation; true when there was one. Never throws.</summary>
    public bool Refresh()
    {
        try
        {
            return RefreshOrOpen();
        }
        catch (IndexUnavailableException e)
        {
            if (state?.Message != e.State.Message)
                LogIndexUnavailable(e.State.Message, e);
            state = e.State;
            return false;
        }
    }

    /// <summary>Reads from one snapshot.</summary>
    /// <exception cref="IndexUnavailableException">There is no index, or it is damaged.</exception>
    public TResult Read<TResult>(Func<OpenIndex, IndexSnapshot, TResult> read)
    {
        using var lease = Acquire(out var index);
        return read(index, lease.Snapshot);
    }

    /// <summary>A snapshot to read from for longer.</summary>
    /// <exception cref="IndexUnavailableException">There is no index, or it is damaged.</exception>
    // Between reading the field and taking the lease another generation may come and close this one: then look again.
    public SnapshotLease Acquire(out OpenIndex index)
    {
        while (true)
        {
            index = open ?? throw new IndexUnavailableException(State);
            try
            {
                return index.Acquire();
            }
            catch (ObjectDisposedException) when (!ReferenceEquals(index, open)) { }
        }
    }

    public void Dispose() => open?.Dispose();

    private bool RefreshOrOpen()
    {
        var generation = folder.Current();
        if (generation is null)
        {
            if (open is null)
                state = Missing();
            return false;
        }
        try
        {
            return RefreshOrOpen(generation);
        }
        // Between reading its name and opening its files others may have come and swept it away: then look again.
        catch (IndexUnavailableException) when (folder.Current() is { } other && other != generation)
        {
            return RefreshOrOpen(other);
        }
    }

    private bool RefreshOrOpen(string generation)
    {
        if (open is { } index && index.Generation == generation)
        {
            var before = index.LastCommit();
            var newer = index.Refresh();
            state = Ready(index);
            if (newer)
                NoteRefresh(index, before);
            return newer;
        }
        var closing = open;
        var next = OpenIndex.Open(folder, generation);
        if (closing is not null)
            Prepare(next);
        open = next;
        state = Ready(next);
        LogIndexOpened(generation);
        closing?.Dispose();
        NoteCommit(next, lag: null);
        return true;
    }

    private void NoteRefresh(OpenIndex index, IndexCommit before)
    {
        var now = index.LastCommit();
        NoteCommit(index, meter.Refreshed(now.Generation - before.Generation, OpenIndex.TimeOf(now)));
    }

    private void NoteCommit(OpenIndex index, TimeSpan? lag)
    {
        using var lease = index.Acquire();
        var reader = (DirectoryReader)lease.Snapshot.IndexReader;
        commits.Add(new SeenCommit(OpenIndex.TimeOf(reader.IndexCommit), lag, reader.NumDocs, index.Generation));
    }

    // Who searches must not pay for the swap: the columns of all facets are read before anybody waits for them.
    private static void Prepare(OpenIndex next)
    {
        using var lease = next.Acquire();
        foreach (var field in new[] { IndexFields.Topic, IndexFields.Speaker, IndexFields.Event, IndexFields.Language })
            lease.Snapshot.FacetOrdinals(field);
    }

    private IndexState Missing() =>
        new(
            IndexAvailability.Missing,
            $"There is no index in {folder.Path} yet. Index something with: search-indexer index PATH",
            null
        );

    private static IndexState Ready(OpenIndex index) =>
        new(IndexAvailability.Ready, $"Serving {index.Generation}.", index.Generation);

    [LoggerMessage(EventName = "IndexOpened", Level = LogLevel.Information, Message = "Serving index {Generation}")]
    private partial void LogIndexOpened(string generation);

    [LoggerMessage(EventName = "IndexUnavailable", Level = LogLevel.Error, Message = "{Problem}")]
    private partial void LogIndexUnavailable(string problem, Exception exception);
}
