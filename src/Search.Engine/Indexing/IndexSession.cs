using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.ExceptionServices;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Search.Engine.Forgetting;
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
    private readonly Lock writeLock;
    private readonly Lucene.Net.Store.Directory directory;
    private readonly IndexWriter writer;
    private readonly TimeProvider clock;

    // The first generation is not named before its first commit: an index that exists has something in it.
    private string? unborn;

    /// <summary>Takes the write lock, and makes the folder and the first generation when there is none.</summary>
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
        System.IO.Directory.CreateDirectory(options.Path);
        writeLock = folder.TakeWriteLock(
            string.Create(CultureInfo.InvariantCulture, $"{holder}, process {Environment.ProcessId}")
        );
        try
        {
            var current = folder.Current();
            var generation = current ?? folder.NextName();
            System.IO.Directory.CreateDirectory(System.IO.Path.Combine(options.Path, generation));
            directory = folder.Open(generation);
            writer = OpenWriter(options, generation, isNew: current is null);
            LastCommit = ReadSequence();
            unborn = current is null ? generation : null;
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
            using var before = DirectoryReader.Open(writer, applyAllDeletes: true);
            var gate = new ForgettingGate(new ForgottenFile(folder.Path).Read());
            var plan = new ImportPlan(source, options, new RecordLookup(before));
            Write(plan.Changes(gate.Pass(items), progress), options.DryRun, cancellationToken);
            foreach (var change in plan.Removals())
                Apply(change, options.DryRun);
            var summary = plan.Summary with { Forgotten = gate.KeptOut };
            if (options.DryRun)
                return summary;
            ResolveWorks(plan.Titles);
            if (plan.HasChanges)
                Commit();
            return summary;
        }
        catch
        {
            writer.Rollback();
            throw;
        }
    }

    /// <summary>The number of the last commit; 0 before the first.</summary>
    public long LastCommit { get; private set; }

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
            using var before = DirectoryReader.Open(writer, applyAllDeletes: true);
            var plan = new WritePlan(new RecordLookup(before), new ForgottenFile(folder.Path).Read());
            IReadOnlyList<WriteOutcome> outcomes = [.. writes.Select(plan.Add)];
            var changes = plan.Changes();
            Write(changes, dryRun: false, CancellationToken.None);
            if (changes.Count > 0)
                ResolveWorks(plan.Titles);
            beforeCommit?.Invoke(outcomes, LastCommit + (changes.Count > 0 ? 1 : 0));
            if (changes.Count > 0)
                Commit();
            return outcomes;
        }
        catch
        {
            writer.Rollback();
            throw;
        }
    }

    /// <summary>Removes the records with these ids; gives the number of those that were there. Commits.</summary>
    public int Remove(IReadOnlyCollection<string> ids)
    {
        using var before = DirectoryReader.Open(writer, applyAllDeletes: true);
        var records = new RecordLookup(before);
        return Remove(ids.Distinct(StringComparer.Ordinal).Select(records.Find).OfType<RecordHead>().ToList());
    }

    /// <summary>Removes all that a source owns; gives the number of records. Commits.</summary>
    public int RemoveSource(string source)
    {
        using var before = DirectoryReader.Open(writer, applyAllDeletes: true);
        return Remove(new RecordLookup(before).Heads(new Term(IndexFields.Source, source)).ToList());
    }

    /// <summary>
    /// Removes a record or a person for good: from the live generation and the older ones, down to the bytes on disk, and
    /// from the counts of queries; and notes it, so that no later import brings it back. When it is interrupted, doing it
    /// again does the rest. Backups made before still hold it.
    /// </summary>
    /// <param name="target">What is to be forgotten.</param>
    /// <param name="dryRun">Only say what would be done in the live generation.</param>
    public ForgetSummary Forget(ForgetTarget target, bool dryRun = false)
    {
        ArgumentNullException.ThrowIfNull(target);
        var file = new ForgottenFile(folder.Path);
        var forgotten = dryRun ? file.With(target, clock.GetUtcNow()) : file.Add(target, clock.GetUtcNow());
        var plan = ForgetIn(writer, forgotten, dryRun);
        var summary = new ForgetSummary { Removed = plan.Removed, Changed = plan.Changed };
        if (dryRun)
            return summary;
        if (unborn is null)
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

    /// <inheritdoc/>
    public void Dispose()
    {
        // Everything worth keeping is committed; what is not belongs to an import that failed. Rolling back also frees
        // the lock where Dispose could leave it behind (lucenenet issue 1284).
        writer.Rollback();
        directory.Dispose();
        if (unborn is not null)
            folder.Discard(unborn);
        writeLock.Dispose();
    }

    private int Remove(IReadOnlyList<RecordHead> heads)
    {
        if (heads.Count == 0)
            return 0;
        var titles = new TouchedTitles();
        foreach (var head in heads)
        {
            titles.Add(head.Read());
            writer.DeleteDocuments(RecordBlock.TermOf(head.Id));
        }
        ResolveWorks(titles);
        Commit();
        return heads.Count;
    }

    // Analysing and inverting run on every core; deciding what to do stays in order, one item at a time.
    private void Write(IEnumerable<RecordChange> changes, bool dryRun, CancellationToken cancellationToken)
    {
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = Environment.ProcessorCount,
            CancellationToken = cancellationToken,
        };
        var stream = Partitioner.Create(changes, EnumerablePartitionerOptions.NoBuffering);
        try
        {
            Parallel.ForEach(stream, parallel, change => Apply(change, dryRun));
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }
    }

    private void Apply(RecordChange change, bool dryRun)
    {
        if (!dryRun)
            Apply(writer, change);
    }

    private static void Apply(IndexWriter writer, RecordChange change)
    {
        var term = RecordBlock.TermOf(change.Id);
        if (change.Record is null)
            writer.DeleteDocuments(term);
        else if (change.IsNew)
            writer.AddDocuments(RecordBlock.Build(change.Record, change.Source, change.Hash));
        else
            writer.UpdateDocuments(term, RecordBlock.Build(change.Record, change.Source, change.Hash));
    }

    private void ResolveWorks(TouchedTitles titles) => ResolveWorks(writer, titles);

    private static void ResolveWorks(IndexWriter writer, TouchedTitles titles)
    {
        using var after = DirectoryReader.Open(writer, applyAllDeletes: true);
        var resolver = new WorkResolver(after);
        var changes = titles.TooMany ? resolver.ResolveAll() : resolver.Resolve(titles.WithLinkedTalks(after));
        foreach (var change in changes.ToList())
            writer.UpdateNumericDocValue(RecordBlock.TermOf(change.RecordId), IndexFields.Work, change.Work);
    }

    // Deleting only marks; what was deleted leaves the disk when its segment is written anew. That is done even where nothing
    // is to be removed: an earlier try may have been interrupted.
    private static ForgetPlan ForgetIn(IndexWriter writer, Forgotten forgotten, bool dryRun)
    {
        using var before = DirectoryReader.Open(writer, applyAllDeletes: true);
        var plan = ForgetPlan.Of(before, forgotten);
        if (dryRun)
            return plan;
        foreach (var change in plan.Changes)
            Apply(writer, change);
        ResolveWorks(writer, plan.Titles);
        writer.ForceMergeDeletes(doWait: true);
        return plan;
    }

    private (IReadOnlyList<string> Done, IReadOnlyList<string> Discarded) ForgetInOlder(Forgotten forgotten)
    {
        var (done, discarded) = (new List<string>(), new List<string>());
        foreach (var generation in GenerationSummary.All(folder).Where(g => !g.IsCurrent && g.Name != unborn))
        {
            if (TryForgetIn(generation.Name, forgotten))
            {
                done.Add(generation.Name);
                continue;
            }
            folder.Discard(generation.Name);
            discarded.Add(generation.Name);
        }
        return (done, discarded);
    }

    private bool TryForgetIn(string generation, Forgotten forgotten)
    {
        using var files = folder.Open(generation);
        try
        {
            IndexSchema.Check(folder, files, generation);
            using var older = new IndexWriter(files, WriterConfig(options, isNew: false));
            ForgetIn(older, forgotten, dryRun: false);
            older.SetCommitData(older.CommitData);
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
        writer.SetCommitData(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [IndexSchema.VersionKey] = IndexSchema.Version.ToString(CultureInfo.InvariantCulture),
                [IndexSchema.TimeKey] = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
                [IndexSchema.SequenceKey] = (LastCommit + 1).ToString(CultureInfo.InvariantCulture),
            }
        );
        writer.Commit();
        LastCommit++;
        if (unborn is not null)
            folder.MakeCurrent(unborn);
        unborn = null;
    }

    private long ReadSequence() =>
        writer.CommitData.TryGetValue(IndexSchema.SequenceKey, out var text)
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? sequence
            : 0;

    private IndexWriter OpenWriter(IndexOptions options, string generation, bool isNew)
    {
        try
        {
            if (!isNew)
                IndexSchema.Check(folder, directory, generation);
            return new IndexWriter(directory, WriterConfig(options, isNew));
        }
        // The library's own lock on the generation: whoever has it did not ask for the folder's.
        catch (Lucene.Net.Store.LockObtainFailedException e)
        {
            directory.Dispose();
            throw folder.Locked(e);
        }
        catch (Exception e) when (IndexSchema.IsDamage(e))
        {
            directory.Dispose();
            throw folder.Damaged(e.Message, generation, e);
        }
    }

    private static IndexWriterConfig WriterConfig(IndexOptions options, bool isNew) =>
        new(LuceneVersion.LUCENE_48, IndexSchema.CreateAnalyzer())
        {
            OpenMode = isNew ? OpenMode.CREATE : OpenMode.APPEND,
            Similarity = new FineNormSimilarity(),
            RAMBufferSizeMB = options.WriterBufferMiB,
            UseCompoundFile = false,
            // What is forgotten must go from every segment, however little of it that is.
            MergePolicy = new TieredMergePolicy { NoCFSRatio = 0, ForceMergeDeletesPctAllowed = 0 },
        };
}
