using Lucene.Net.Index;
using Search.Engine.Forgetting;
using Search.Engine.Generations;
using Search.Engine.Insights;
using Search.Engine.Sources;
using Lock = Lucene.Net.Store.Lock;

namespace Search.Engine.Indexing;

/// <summary>
/// The one writer of an index, from opening to disposing. Nothing is visible before a commit, and a commit is whole: killing
/// the process at any time leaves the last one. Not for several threads at once.
/// </summary>
public sealed class IndexSession : IDisposable
{
    private readonly IndexFolder folder;
    private readonly IndexOptions options;
    private readonly TimeProvider clock;
    private readonly Lock writeLock;
    private GenerationWriter live;
    private IndexRebuild? rebuild;

    // The first generation is not named before its first commit: an index that exists has something in it.
    private bool isUnborn;

    /// <summary>
    /// Takes the write lock, sweeps away what a killed writer left, and makes the folder and the first generation when there
    /// is none.
    /// </summary>
    /// <param name="options">Where the index is.</param>
    /// <param name="holder">Who writes, for the message that a second writer gets; such as "search-indexer".</param>
    /// <param name="clock">For the time of commits.</param>
    /// <exception cref="IndexLockedException">Another process holds it.</exception>
    /// <exception cref="IndexUnavailableException">The index is damaged or of another schema.</exception>
    public IndexSession(IndexOptions options, string holder = "a program", TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        this.clock = clock ?? TimeProvider.System;
        folder = new IndexFolder(options.Path);
        writeLock = folder.TakeWriteLock(holder);
        try
        {
            folder.Sweep();
            live = OpenLive();
        }
        catch
        {
            writeLock.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Puts the items of one source into the index: adds, updates what changed, keeps what did not, and commits once at
    /// the end. With <see cref="ImportOptions.Prune"/> what the source no longer has is removed, unless a refused item might
    /// have been one of these. The first import of another source removes the sample, unless it is kept.
    /// </summary>
    /// <exception cref="SourceException">A file cannot be read; nothing of this import is kept, and the session has ended.</exception>
    public ImportSummary Import(
        string source,
        IEnumerable<ImportItem> items,
        ImportOptions options,
        IProgress<ImportSummary>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            using var before = live.Read();
            var gate = new ForgettingGate(new ForgottenFile(folder.Path).Read());
            var plan = new ImportPlan(source, options, new RecordLookup(before));
            Write(plan.Changes(gate.Pass(items), progress), options.DryRun, cancellationToken);
            foreach (var change in plan.Removals())
                Apply(change, options.DryRun);
            var summary = plan.Summary with { Forgotten = gate.KeptOut };
            if (options.DryRun)
                return summary;
            live.ResolveWorks(plan.Titles);
            if (plan.HasChanges)
                Commit();
            return summary;
        }
        catch
        {
            live.Dispose();
            throw;
        }
    }

    /// <summary>The number of the last commit; 0 before the first.</summary>
    public long LastCommit => live.LastCommit;

    /// <summary>
    /// Makes single changes, each with the earlier ones in sight, and commits them all at once; without anything to change
    /// it commits nothing. After an exception the session has ended and none of them is kept.
    /// </summary>
    /// <param name="writes">In the order in which they were asked for.</param>
    /// <param name="beforeCommit">
    /// Gets what became of each write and the number of the commit that makes it last, before that commit: what it keeps
    /// elsewhere can be told by the number to have happened. What it throws keeps the commit from being made.
    /// </param>
    /// <returns>What became of each write, in order.</returns>
    public IReadOnlyList<WriteOutcome> Write(
        IReadOnlyList<RecordWrite> writes,
        Action<IReadOnlyList<WriteOutcome>, long>? beforeCommit = null
    )
    {
        ArgumentNullException.ThrowIfNull(writes);
        try
        {
            using var before = live.Read();
            var plan = new WritePlan(new RecordLookup(before), new ForgottenFile(folder.Path).Read());
            IReadOnlyList<WriteOutcome> outcomes = [.. writes.Select(plan.Add)];
            var changes = plan.Changes();
            Write(changes, dryRun: false, CancellationToken.None);
            if (changes.Count > 0)
                live.ResolveWorks(plan.Titles);
            beforeCommit?.Invoke(outcomes, LastCommit + (changes.Count > 0 ? 1 : 0));
            if (changes.Count > 0)
                Commit();
            return outcomes;
        }
        catch
        {
            live.Dispose();
            throw;
        }
    }

    /// <summary>Removes the records with these ids; gives the number of those that were there. Commits.</summary>
    public int Remove(IReadOnlyCollection<string> ids)
    {
        using var before = live.Read();
        var records = new RecordLookup(before);
        return Remove(ids.Distinct(StringComparer.Ordinal).Select(records.Find).OfType<RecordHead>().ToList());
    }

    /// <summary>Removes all that a source owns; gives the number of records. Commits.</summary>
    public int RemoveSource(string source)
    {
        using var before = live.Read();
        return Remove(new RecordLookup(before).Heads(new Term(IndexFields.Source, source)).ToList());
    }

    /// <summary>
    /// Removes a record or a person for good: from the live generation and the older ones, down to the bytes on disk, and
    /// from the counts of queries; and notes it, so that no later import brings it back. When it is interrupted, doing it
    /// again does the rest. Backups made before still hold it.
    /// </summary>
    /// <param name="target">What is to be forgotten.</param>
    /// <param name="dryRun">Only say what would be done in the live generation.</param>
    /// <exception cref="InvalidOperationException">The index is being rebuilt; the new generation would still hold it.</exception>
    public ForgetSummary Forget(ForgetTarget target, bool dryRun = false)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (rebuild is not null && !dryRun)
            throw new InvalidOperationException("The index is being rebuilt. Forget it when that is done.");
        var file = new ForgottenFile(folder.Path);
        var forgotten = dryRun ? file.With(target, clock.GetUtcNow()) : file.Add(target, clock.GetUtcNow());
        var plan = ForgetIn(live, forgotten, dryRun);
        var summary = new ForgetSummary { Removed = plan.Removed, Changed = plan.Changed };
        if (dryRun)
            return summary;
        if (!isUnborn)
            Commit();
        var (done, discarded) = ForgetInOlder(forgotten);
        return summary with
        {
            Generations = done,
            Discarded = discarded,
            Queries = new QueryCountFolder(folder.Path).Remove(target.Finder()),
        };
    }

    /// <summary>Lets a record or a person that was forgotten come back with a later import; false when it was not forgotten.</summary>
    public bool LiftForgetting(ForgetTarget target) => new ForgottenFile(folder.Path).Lift(target);

    /// <summary>
    /// Begins to make a new generation of the stored records. Call <see cref="IndexRebuild.Copy"/>, on any thread, and then
    /// <see cref="Finish"/>; writing may go on in between and reaches both generations.
    /// </summary>
    /// <exception cref="InvalidOperationException">One is under way, or there is no index.</exception>
    public IndexRebuild StartRebuild()
    {
        if (rebuild is not null)
            throw new InvalidOperationException("The index is being rebuilt already.");
        if (isUnborn)
            throw new InvalidOperationException("There is no index yet that could be rebuilt.");
        return rebuild = new IndexRebuild(folder, options, live, clock);
    }

    /// <summary>Makes the rebuilt generation the live one and keeps the one before for a rollback.</summary>
    public RebuildSummary Finish(IndexRebuild finished)
    {
        ArgumentNullException.ThrowIfNull(finished);
        if (finished != rebuild)
            throw new InvalidOperationException("This rebuild belongs to another session.");
        var before = live;
        live = finished.Finish();
        Abandon(finished);
        before.Dispose();
        folder.Sweep();
        using var reader = live.Read();
        return new RebuildSummary(before.Name, live.Name, new RecordLookup(reader).AllHeads().Count());
    }

    /// <summary>Gives a rebuild up; nothing of it stays.</summary>
    public void Abandon(IndexRebuild abandoned)
    {
        ArgumentNullException.ThrowIfNull(abandoned);
        if (abandoned == rebuild)
            rebuild = null;
        abandoned.Dispose();
    }

    /// <summary>Rebuilds from start to end; nothing else is written meanwhile.</summary>
    /// <param name="started">Gets the rebuild, to watch how far it is.</param>
    /// <param name="threads">That analyse at the same time; all cores when null.</param>
    /// <param name="cancellationToken">Looked at between records.</param>
    public RebuildSummary Rebuild(
        Action<IndexRebuild>? started = null,
        int? threads = null,
        CancellationToken cancellationToken = default
    )
    {
        var making = StartRebuild();
        try
        {
            started?.Invoke(making);
            making.Copy(threads ?? Environment.ProcessorCount, cancellationToken);
            return Finish(making);
        }
        finally
        {
            Abandon(making);
        }
    }

    /// <summary>
    /// Serves the older generation again and keeps the newer in its place. What was written since they were parted is brought
    /// along, unless they are two collections, as after a restore.
    /// </summary>
    /// <exception cref="IndexUnavailableException">There is no older generation, or it is damaged.</exception>
    public RollbackSummary Rollback()
    {
        if (rebuild is { } running)
            Abandon(running);
        live.Dispose();
        var summary = IndexRollback.Run(folder, options, clock);
        live = OpenLive();
        return summary;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            if (rebuild is { } running)
                Abandon(running);
            // Everything worth keeping is committed; what is not belongs to an import that failed.
            live.Dispose();
            if (isUnborn)
                folder.DiscardGeneration(live.Name);
        }
        finally
        {
            writeLock.Dispose();
        }
    }

    private int Remove(IReadOnlyList<RecordHead> heads)
    {
        if (heads.Count == 0)
            return 0;
        var titles = new TouchedTitles();
        foreach (var head in heads)
        {
            titles.Add(head.Read());
            Apply(new RecordChange(head.Id, head.Source, null, 0, IsNew: false), dryRun: false);
        }
        live.ResolveWorks(titles);
        Commit();
        return heads.Count;
    }

    private void Write(IEnumerable<RecordChange> changes, bool dryRun, CancellationToken cancellationToken) =>
        GenerationWriter.InParallel(
            changes,
            Environment.ProcessorCount,
            change => Apply(change, dryRun),
            cancellationToken
        );

    private void Apply(RecordChange change, bool dryRun)
    {
        if (dryRun)
            return;
        live.Apply(change);
        rebuild?.Note(change.Id);
    }

    // Deleting only marks; what was deleted leaves the disk when its segment is written anew. That is done even where nothing
    // is to be removed: an earlier try may have been interrupted.
    private static ForgetPlan ForgetIn(GenerationWriter generation, Forgotten forgotten, bool dryRun)
    {
        using var before = generation.Read();
        var plan = ForgetPlan.Of(before, forgotten);
        if (dryRun)
            return plan;
        foreach (var change in plan.Changes)
            generation.Apply(change);
        generation.ResolveWorks(plan.Titles);
        generation.Purge();
        return plan;
    }

    private (IReadOnlyList<string> Done, IReadOnlyList<string> Discarded) ForgetInOlder(Forgotten forgotten)
    {
        var (done, discarded) = (new List<string>(), new List<string>());
        foreach (var generation in GenerationSummary.All(folder).Where(found => found.Name != live.Name))
        {
            if (TryForgetIn(generation.Name, forgotten))
            {
                done.Add(generation.Name);
                continue;
            }
            folder.DiscardGeneration(generation.Name);
            discarded.Add(generation.Name);
        }
        return (done, discarded);
    }

    private bool TryForgetIn(string generation, Forgotten forgotten)
    {
        try
        {
            using var older = GenerationWriter.Open(folder, options, clock, generation);
            ForgetIn(older, forgotten, dryRun: false);
            older.Commit();
            return true;
        }
        // What cannot be read cannot be cleaned.
        catch (Exception e) when (e is IndexUnavailableException || IndexSchema.IsDamage(e))
        {
            return false;
        }
    }

    private void Commit()
    {
        live.Commit();
        if (isUnborn)
            folder.MakeCurrent(live.Name);
        isUnborn = false;
    }

    private GenerationWriter OpenLive()
    {
        var current = folder.Current();
        isUnborn = current is null;
        return current is null
            ? GenerationWriter.Create(folder, options, clock)
            : GenerationWriter.Open(folder, options, clock, current);
    }
}
