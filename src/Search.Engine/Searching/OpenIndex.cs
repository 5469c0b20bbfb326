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
        SearcherManager manager
    )
    {
        this.folder = folder;
        this.directory = directory;
        this.manager = manager;
        Generation = generation;
    }

    /// <summary>The name of its folder.</summary>
    public string Generation { get; }

    /// <summary>Opens the newest commit of a generation.</summary>
    /// <exception cref="IndexUnavailableException">It is damaged, or of another schema.</exception>
    public static OpenIndex Open(IndexFolder folder, string generation)
    {
        var files = folder.Open(generation);
        try
        {
            IndexSchema.Check(folder, files, generation);
            return new OpenIndex(folder, generation, files, new SearcherManager(files, new SnapshotFactory()));
        }
        catch (Exception e) when (IndexSchema.IsDamage(e))
        {
            files.Dispose();
            throw folder.Damaged(e.Message, generation, e);
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

    /// <summary>Changes with every commit and generation.</summary>
    public string Version(IndexSnapshot snapshot)
    {
        var commit = ((DirectoryReader)snapshot.IndexReader).Version;
        return string.Create(CultureInfo.InvariantCulture, $"{Generation}.{commit:x}");
    }

    /// <summary>The commit that searches see.</summary>
    public IndexCommit LastCommit()
    {
        using var lease = Acquire();
        return ((DirectoryReader)lease.Snapshot.IndexReader).IndexCommit;
    }

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
