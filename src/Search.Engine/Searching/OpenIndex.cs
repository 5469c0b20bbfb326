using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Search.Engine.Indexing;
using Search.Engine.Scoring;

namespace Search.Engine.Searching;

/// <summary>A generation that is open for searching, and follows the commits made to it.</summary>
internal sealed class OpenIndex : IDisposable
{
    private readonly IndexFolder folder;
    private readonly Lucene.Net.Store.Directory directory;
    private readonly SearcherManager manager;

    private OpenIndex(
        IndexFolder folder,
        string generation,
        Lucene.Net.Store.Directory directory,
        SearcherManager manager,
        string schema
    )
    {
        this.folder = folder;
        this.directory = directory;
        this.manager = manager;
        Generation = generation;
        Schema = schema;
    }

    /// <summary>The name of its folder.</summary>
    public string Generation { get; }

    /// <summary>The schema it was written in.</summary>
    public string Schema { get; }

    /// <summary>Opens the newest commit of a generation.</summary>
    /// <exception cref="IndexUnavailableException">It is damaged, or of another schema.</exception>
    public static OpenIndex Open(IndexFolder folder, string generation)
    {
        var files = folder.Open(generation);
        try
        {
            var schema = IndexSchema.Check(folder, files, generation);
            var searchers = new SearcherManager(files, new SnapshotFactory());
            return new OpenIndex(folder, generation, files, searchers, schema);
        }
        catch (Exception e) when (IndexSchema.IsDamage(e))
        {
            files.Dispose();
            throw folder.Damaged(e.Message, generation, e);
        }
    }

    /// <summary>The schema of a generation that need not be open; null when it cannot be read.</summary>
    public static string? SchemaOf(IndexFolder folder, string generation)
    {
        try
        {
            using var files = folder.Open(generation);
            return IndexSchema.Check(folder, files, generation);
        }
        catch (Exception e) when (e is IndexUnavailableException || IndexSchema.IsDamage(e))
        {
            return null;
        }
    }

    /// <summary>A snapshot to search; dispose the lease when the answer is made.</summary>
    public SnapshotLease Acquire() => new(manager);

    /// <summary>Opens a newer commit when there is one; says whether there was.</summary>
    /// <exception cref="IndexUnavailableException">The newer commit is damaged; the one that was open goes on.</exception>
    public bool Refresh()
    {
        try
        {
            using var before = Acquire();
            manager.MaybeRefreshBlocking();
            using var after = Acquire();
            return !ReferenceEquals(before.Snapshot, after.Snapshot);
        }
        catch (Exception e) when (IndexSchema.IsDamage(e))
        {
            throw folder.Damaged(e.Message, Generation, e);
        }
    }

    /// <summary>
    /// Changes with every commit and generation. The time of the commit is in it, since a generation that was deleted may have
    /// left its name to another.
    /// </summary>
    public string Version(IndexSnapshot snapshot)
    {
        var reader = (DirectoryReader)snapshot.IndexReader;
        reader.IndexCommit.UserData.TryGetValue(IndexSchema.TimeKey, out var time);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Generation}.{reader.Version:x}.{ShortHash.Of(time ?? "")}"
        );
    }

    /// <summary>The commit that searches see.</summary>
    public IndexCommit LastCommit()
    {
        using var lease = Acquire();
        return ((DirectoryReader)lease.Snapshot.IndexReader).IndexCommit;
    }

    /// <summary>When a commit was made; the beginning of time when it does not say.</summary>
    public static DateTimeOffset TimeOf(IndexCommit commit) =>
        commit.UserData.TryGetValue(IndexSchema.TimeKey, out var time)
        && DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, out var parsed)
            ? parsed
            : DateTimeOffset.MinValue;

    /// <summary>Lets go of the files once the last lease has ended.</summary>
    public void Dispose()
    {
        manager.Dispose();
        directory.Dispose();
    }

    private sealed class SnapshotFactory : SearcherFactory
    {
        private readonly SegmentColumnCache columns = new();
        private readonly PostingsCache postings = new();

        public override IndexSearcher NewSearcher(IndexReader reader)
        {
            postings.KeepOnly(reader.Leaves.Select(leaf => leaf.AtomicReader.CoreCacheKey).ToHashSet());
            return new IndexSnapshot(reader, columns, postings);
        }
    }
}

/// <summary>Keeps a snapshot open while it is used.</summary>
internal sealed class SnapshotLease : IDisposable
{
    private readonly SearcherManager manager;

    public SnapshotLease(SearcherManager manager)
    {
        this.manager = manager;
        Snapshot = (IndexSnapshot)manager.Acquire();
    }

    /// <summary>Valid until the lease is disposed.</summary>
    public IndexSnapshot Snapshot { get; }

    public void Dispose() => manager.Release(Snapshot);
}
