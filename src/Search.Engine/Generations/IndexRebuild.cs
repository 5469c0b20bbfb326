using Lucene.Net.Index;
using Search.Engine.Indexing;
using IndexOptions = Search.Engine.Indexing.IndexOptions;

namespace Search.Engine.Generations;

/// <summary>
/// Makes a new generation of the records that the live one has stored, while that one is searched and written. What is
/// written meanwhile is noted and brought along before the new one is swapped in. Started and finished by the
/// <see cref="IndexSession"/>; <see cref="Copy"/> may run on another thread.
/// </summary>
public sealed class IndexRebuild : IDisposable
{
    /// <summary>So few written records are brought along while writing waits.</summary>
    private const int FewTouched = 500;

    private const int MostRounds = 5;

    private readonly IndexFolder folder;
    private readonly GenerationWriter live;
    private readonly DirectoryReader snapshot;
    private readonly GenerationWriter target;
    private readonly Lock noting = new();
    private HashSet<string> touched = new(StringComparer.Ordinal);
    private int copied;
    private bool isSwapped;
    private bool isDisposed;

    internal IndexRebuild(IndexFolder folder, IndexOptions options, GenerationWriter live, TimeProvider clock)
    {
        this.folder = folder;
        this.live = live;
        snapshot = live.Read();
        try
        {
            Total = new RecordLookup(snapshot).AllHeads().Count();
            target = GenerationWriter.Create(folder, options, clock, origin: live.Name);
        }
        catch
        {
            snapshot.Dispose();
            throw;
        }
    }

    /// <summary>The generation that is being made.</summary>
    public string Generation => target.Name;

    /// <summary>Records to copy.</summary>
    public int Total { get; }

    /// <summary>Records copied so far.</summary>
    public int Copied => Volatile.Read(ref copied);

    /// <summary>Copies all records, commits them and checks every file. Takes about as long as indexing them.</summary>
    /// <param name="threads">That analyse at the same time; fewer leave more to those who search.</param>
    /// <param name="cancellationToken">Looked at between records.</param>
    /// <exception cref="IndexUnavailableException">The new generation has a fault; the live one goes on.</exception>
    public void Copy(int threads, CancellationToken cancellationToken = default)
    {
        var heads = new RecordLookup(snapshot).AllHeads().Select(RecordCopy.Whole);
        GenerationWriter.InParallel(heads, threads, CopyOne, cancellationToken);
        target.ResolveAllWorks();
        target.Commit();
        cancellationToken.ThrowIfCancellationRequested();
        Verify(snapshot);
        for (var round = 0; round < MostRounds && touched.Count > FewTouched; round++)
            BringAlong();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // A second time the name may belong to another generation.
        if (isDisposed)
            return;
        isDisposed = true;
        snapshot.Dispose();
        if (isSwapped)
            return;
        target.Dispose();
        folder.DiscardGeneration(target.Name);
    }

    /// <summary>Notes that a record was written to the live generation; call it after the write.</summary>
    internal void Note(string id)
    {
        lock (noting)
            touched.Add(id);
    }

    /// <summary>Brings the rest along and makes the new generation the live one. Nobody may write meanwhile.</summary>
    internal GenerationWriter Finish()
    {
        BringAlong();
        target.LastCommit = Math.Max(target.LastCommit, live.LastCommit);
        target.Commit();
        using (var all = live.Read())
            CompareCounts(all);
        folder.Swap(target.Name, live.Name);
        isSwapped = true;
        return target;
    }

    private void CopyOne(RecordChange change)
    {
        target.Apply(change);
        Interlocked.Increment(ref copied);
    }

    private void BringAlong()
    {
        var ids = TakeTouched();
        if (ids.Count == 0)
            return;
        var titles = new TouchedTitles();
        using var from = live.Read();
        using var to = target.Read();
        foreach (var change in RecordCopy.Changes(ids, from, to, titles))
            target.Apply(change);
        target.ResolveWorks(titles);
    }

    private HashSet<string> TakeTouched()
    {
        lock (noting)
        {
            var taken = touched;
            touched = new HashSet<string>(StringComparer.Ordinal);
            return taken;
        }
    }

    // Every file, the counts, and whether records are found by their words.
    private void Verify(DirectoryReader expected)
    {
        CompareCounts(expected);
        var report = GenerationCheck.Run(folder, target.Name);
        if (report.Damage.Count > 0)
            throw Faulty(report.Damage[0]);
        using var made = target.Read();
        if (GenerationCheck.FindUnfindable(made) is { } id)
            throw Faulty($"The record {id} is not found by the words of its title.");
    }

    private void CompareCounts(DirectoryReader expected)
    {
        using var made = target.Read();
        if (made.NumDocs != expected.NumDocs)
            throw Faulty($"It holds {made.NumDocs} documents where the live one holds {expected.NumDocs}.");
    }

    private IndexUnavailableException Faulty(string what)
    {
        var message = $"The rebuilt generation {target.Name} is not used: {what} The live one goes on.";
        return new IndexUnavailableException(new IndexState(IndexAvailability.Damaged, message, target.Name));
    }
}

/// <summary>What a rebuild did.</summary>
/// <param name="From">The generation before, kept for a rollback.</param>
/// <param name="To">The live one.</param>
/// <param name="Records">In it.</param>
public sealed record RebuildSummary(string From, string To, int Records);
