using Search.Engine.Indexing;
using IndexOptions = Search.Engine.Indexing.IndexOptions;

namespace Search.Engine.Generations;

/// <summary>Serves the older generation again, also where the live one or <c>CURRENT</c> is damaged.</summary>
public static class IndexRollback
{
    /// <summary>Takes the write lock and does it; a service that reads the index follows by itself.</summary>
    /// <exception cref="IndexLockedException">Another program writes.</exception>
    /// <exception cref="IndexUnavailableException">There is no older generation, or it is damaged too.</exception>
    public static RollbackSummary Run(IndexOptions options, string holder)
    {
        ArgumentNullException.ThrowIfNull(options);
        var folder = new IndexFolder(options.Path);
        using var writeLock = folder.TakeWriteLock(holder);
        return Run(folder, options, TimeProvider.System);
    }

    /// <summary>The same for who holds the lock; the live generation must not be open for writing.</summary>
    internal static RollbackSummary Run(IndexFolder folder, IndexOptions options, TimeProvider clock)
    {
        var live = Live(folder);
        var target = Target(folder, live);
        if (GenerationCheck.Run(folder, target).Damage is [var damage, ..])
            throw Impossible(folder, $"The generation {target} cannot be served: {damage}");
        var summary = BringAlong(folder, options, clock, live, target);
        folder.Swap(target, live);
        return summary;
    }

    private static string? Live(IndexFolder folder)
    {
        try
        {
            return folder.Current();
        }
        catch (IndexUnavailableException)
        {
            // That is why somebody rolls back.
            return null;
        }
    }

    private static string Target(IndexFolder folder, string? live) =>
        folder.Previous(live)
        ?? folder.Committed().FirstOrDefault(name => name != live)
        ?? throw Impossible(folder, "No older generation is kept.");

    private static RollbackSummary BringAlong(
        IndexFolder folder,
        IndexOptions options,
        TimeProvider clock,
        string? live,
        string target
    )
    {
        if (live is null || GenerationCheck.Checksums(folder, live).Damage.Count > 0)
            return new RollbackSummary(live, target, 0, WritesAreLost: true);
        try
        {
            using var from = GenerationWriter.Open(folder, options, clock, live);
            using var to = GenerationWriter.Open(folder, options, clock, target);
            if (from.Origin != target && to.Origin != live)
                return new RollbackSummary(live, target, 0, WritesAreLost: false) { IsOtherCollection = true };
            return new RollbackSummary(live, target, BringAlong(from, to), WritesAreLost: false);
        }
        catch (Exception e) when (e is IndexUnavailableException || IndexSchema.IsDamage(e))
        {
            return new RollbackSummary(live, target, 0, WritesAreLost: true);
        }
    }

    private static int BringAlong(GenerationWriter from, GenerationWriter to)
    {
        using var source = from.Read();
        using var before = to.Read();
        var ids = RecordCopy.Differing(source, before);
        var titles = new TouchedTitles();
        foreach (var change in RecordCopy.Changes(ids, source, before, titles))
            to.Apply(change);
        to.ResolveWorks(titles);
        to.LastCommit = Math.Max(to.LastCommit, from.LastCommit);
        to.Commit();
        return ids.Count;
    }

    private static IndexUnavailableException Impossible(IndexFolder folder, string why) =>
        new(new IndexState(IndexAvailability.Damaged, $"The index in {folder.Path} is left as it is: {why}", null));
}

/// <summary>What a rollback did.</summary>
/// <param name="From">The generation that was live and is now kept; null when none could be told.</param>
/// <param name="To">The live one.</param>
/// <param name="BroughtAlong">Records that were written since the two were parted, and are now in both.</param>
/// <param name="WritesAreLost">True when what was written since could not be read: the newer generation is damaged.</param>
public sealed record RollbackSummary(string? From, string To, int BroughtAlong, bool WritesAreLost)
{
    /// <summary>True when the two are different collections, as after a restore: then nothing is brought along.</summary>
    public bool IsOtherCollection { get; init; }
}
