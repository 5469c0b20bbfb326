using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.ExceptionServices;
using Lucene.Net.Index;
using Lucene.Net.Util;
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
    private readonly Lock writeLock;
    private readonly Lucene.Net.Store.Directory directory;
    private readonly IndexWriter writer;
    private readonly TimeProvider clock;
    private readonly string schema;

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
            (writer, schema) = OpenWriter(options, generation, isNew: current is null);
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
            var plan = new ImportPlan(source, options, new RecordLookup(before));
            Write(plan.Changes(items, progress), options.DryRun, cancellationToken);
            foreach (var change in plan.Removals())
                Apply(change, options.DryRun);
            if (options.DryRun)
                return plan.Summary;
            ResolveWorks(plan.Titles);
            if (plan.HasChanges)
                Commit();
            return plan.Summary;
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
        if (dryRun)
            return;
        var term = RecordBlock.TermOf(change.Id);
        if (change.Record is null)
            writer.DeleteDocuments(term);
        else if (change.IsNew)
            writer.AddDocuments(RecordBlock.Build(change.Record, change.Source, change.Hash));
        else
            writer.UpdateDocuments(term, RecordBlock.Build(change.Record, change.Source, change.Hash));
    }

    private void ResolveWorks(TouchedTitles titles)
    {
        using var after = DirectoryReader.Open(writer, applyAllDeletes: true);
        var resolver = new WorkResolver(after);
        var changes = titles.TooMany ? resolver.ResolveAll() : resolver.Resolve(titles.WithLinkedTalks(after));
        foreach (var change in changes.ToList())
            writer.UpdateNumericDocValue(RecordBlock.TermOf(change.RecordId), IndexFields.Work, change.Work);
    }

    private void Commit()
    {
        writer.SetCommitData(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [IndexSchema.VersionKey] = schema,
                [IndexSchema.TimeKey] = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
            }
        );
        writer.Commit();
        if (unborn is not null)
            folder.MakeCurrent(unborn);
        unborn = null;
    }

    private (IndexWriter Writer, string Schema) OpenWriter(IndexOptions options, string generation, bool isNew)
    {
        try
        {
            // Older terms stay in what was written before: it goes on to say so.
            var found = isNew ? IndexSchema.Current : IndexSchema.Check(folder, directory, generation);
            return (new IndexWriter(directory, WriterConfig(options, isNew)), found);
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
            MergePolicy = new TieredMergePolicy { NoCFSRatio = 0 },
        };
}
