using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.ExceptionServices;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Search.Engine.Indexing;
using IndexOptions = Search.Engine.Indexing.IndexOptions;

namespace Search.Engine.Generations;

/// <summary>
/// Writes one generation, be it live or not. Nothing lasts before a commit. Changes of different records may come from
/// several threads.
/// </summary>
internal sealed class GenerationWriter : IDisposable
{
    private readonly Lucene.Net.Store.Directory directory;
    private readonly IndexWriter writer;
    private readonly TimeProvider clock;

    private GenerationWriter(
        string name,
        string schema,
        Lucene.Net.Store.Directory directory,
        IndexWriter writer,
        TimeProvider clock
    )
    {
        Name = name;
        Schema = schema;
        this.directory = directory;
        this.writer = writer;
        this.clock = clock;
        LastCommit = ReadSequence();
        Origin = writer.CommitData.TryGetValue(IndexSchema.OriginKey, out var origin) ? origin : null;
    }

    /// <summary>The name of its folder.</summary>
    public string Name { get; }

    /// <summary>The schema that its commits tell.</summary>
    public string Schema { get; }

    /// <summary>The number of the last commit; 0 before the first. It never goes down, not even from one generation to the next.</summary>
    public long LastCommit { get; set; }

    /// <summary>The generation that this one was rebuilt from: both hold the same collection. Null when it was not rebuilt.</summary>
    public string? Origin { get; init; }

    /// <summary>Begins an empty generation.</summary>
    public static GenerationWriter Create(
        IndexFolder folder,
        IndexOptions options,
        TimeProvider clock,
        string? origin = null
    )
    {
        var name = folder.NextName();
        System.IO.Directory.CreateDirectory(folder.InFolder(name));
        return Open(folder, options, clock, name, isNew: true, origin);
    }

    /// <summary>Goes on with one that was committed.</summary>
    /// <exception cref="IndexUnavailableException">It is damaged, or of another schema.</exception>
    public static GenerationWriter Open(IndexFolder folder, IndexOptions options, TimeProvider clock, string name) =>
        Open(folder, options, clock, name, isNew: false, null);

    /// <summary>All that was written so far, committed or not.</summary>
    public DirectoryReader Read() => DirectoryReader.Open(writer, applyAllDeletes: true);

    /// <summary>Puts one record in, or takes it out.</summary>
    public void Apply(RecordChange change)
    {
        var term = RecordBlock.TermOf(change.Id);
        if (change.Record is null)
            writer.DeleteDocuments(term);
        else if (change.IsNew)
            writer.AddDocuments(RecordBlock.Build(change.Record, change.Source, change.Hash));
        else
            writer.UpdateDocuments(term, RecordBlock.Build(change.Record, change.Source, change.Hash));
    }

    /// <summary>
    /// Does something with each item on several threads: analysing and inverting run on every core, while deciding what to do
    /// stays in order, one item at a time.
    /// </summary>
    public static void InParallel<TItem>(
        IEnumerable<TItem> items,
        int threads,
        Action<TItem> apply,
        CancellationToken cancellationToken
    )
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        var stream = Partitioner.Create(items, EnumerablePartitionerOptions.NoBuffering);
        try
        {
            Parallel.ForEach(stream, parallel, apply);
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }
    }

    /// <summary>Says anew which records are one work, where titles were touched.</summary>
    public void ResolveWorks(TouchedTitles titles)
    {
        using var after = Read();
        var resolver = new WorkResolver(after);
        Assign(titles.TooMany ? resolver.ResolveAll() : resolver.Resolve(titles.WithLinkedTalks(after)));
    }

    /// <summary>The same for all records.</summary>
    public void ResolveAllWorks()
    {
        using var after = Read();
        Assign(new WorkResolver(after).ResolveAll());
    }

    /// <summary>Takes what was deleted off the disk, with the next commit: its segments are written anew.</summary>
    public void Purge() => writer.ForceMergeDeletes(doWait: true);

    /// <summary>Makes everything so far last, whatever happens to the process or the machine.</summary>
    public void Commit()
    {
        var data = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [IndexSchema.VersionKey] = Schema,
            [IndexSchema.TimeKey] = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
            [IndexSchema.SequenceKey] = (LastCommit + 1).ToString(CultureInfo.InvariantCulture),
        };
        if (Origin is not null)
            data[IndexSchema.OriginKey] = Origin;
        writer.SetCommitData(data);
        writer.Commit();
        LastCommit++;
    }

    /// <summary>Forgets what was not committed and ends the writer.</summary>
    // Rolling back also frees Lucene's own lock where disposing could leave it behind (lucenenet issue 1284).
    public void Dispose()
    {
        writer.Rollback();
        directory.Dispose();
    }

    private void Assign(IEnumerable<WorkChange> changes)
    {
        foreach (var change in changes.ToList())
            writer.UpdateNumericDocValue(RecordBlock.TermOf(change.RecordId), IndexFields.Work, change.Work);
    }

    private long ReadSequence() =>
        writer.CommitData.TryGetValue(IndexSchema.SequenceKey, out var text)
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? sequence
            : 0;

    private static GenerationWriter Open(
        IndexFolder folder,
        IndexOptions options,
        TimeProvider clock,
        string name,
        bool isNew,
        string? origin
    )
    {
        var files = folder.Open(name);
        try
        {
            // Older terms stay in what was written before: it goes on to say so.
            var schema = isNew ? IndexSchema.Current : IndexSchema.Check(folder, files, name);
            var lucene = new IndexWriter(files, Config(options, isNew));
            return isNew
                ? new GenerationWriter(name, schema, files, lucene, clock) { Origin = origin }
                : new GenerationWriter(name, schema, files, lucene, clock);
        }
        catch (Exception e)
        {
            files.Dispose();
            // The library's own lock on the generation: whoever has it did not ask for the folder's.
            if (e is Lucene.Net.Store.LockObtainFailedException)
                throw folder.Locked(e);
            if (IndexSchema.IsDamage(e))
                throw folder.Damaged(e.Message, name, e);
            throw;
        }
    }

    private static IndexWriterConfig Config(IndexOptions options, bool isNew) =>
        new(LuceneVersion.LUCENE_48, IndexSchema.CreateAnalyzer())
        {
            OpenMode = isNew ? OpenMode.CREATE : OpenMode.APPEND,
            Similarity = new FineNormSimilarity(),
            RAMBufferSizeMB = options.WriterBufferMiB,
            UseCompoundFile = false,
            // What is forgotten must go from every segment, however little of it that is.
            MergePolicy = new TieredMergePolicy { NoCFSRatio = 0, ForceMergeDeletesPctAllowed = 0 },
            MergeScheduler = new PatientMergeScheduler(),
        };
}
