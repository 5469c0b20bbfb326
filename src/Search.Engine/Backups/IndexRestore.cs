using Lucene.Net.Store;
using Search.Engine.Generations;
using Search.Engine.Indexing;

namespace Search.Engine.Backups;

/// <summary>
/// Puts the index of a backup in as a new generation: read whole against its sums and checked before it is swapped in. What
/// was live is kept for a rollback.
/// </summary>
public static class IndexRestore
{
    /// <summary>Does it; a service that reads the index follows by itself.</summary>
    /// <param name="options">Where the index is.</param>
    /// <param name="file">The backup.</param>
    /// <param name="force">Also where there is an index already.</param>
    /// <param name="withKeys">Put the keys of the backup in the place of those here; without it they come only where there are none.</param>
    /// <param name="cancellationToken">Looked at between files.</param>
    /// <exception cref="BackupException">The backup cannot be used, or there is an index and no <paramref name="force"/>.</exception>
    /// <exception cref="IndexLockedException">Another program writes.</exception>
    public static RestoreSummary Run(
        IndexOptions options,
        string file,
        bool force = false,
        bool withKeys = false,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        var folder = new IndexFolder(options.Path);
        using var writeLock = folder.TakeWriteLock("search-indexer restore");
        if (!force && folder.Generations().Count > 0 && !IsFree(folder))
            throw new BackupException(
                $"There is an index in {folder.Path}. With --force it is replaced, and kept for search-indexer rollback."
            );
        var before = LiveBefore(folder);
        var generation = folder.NextName();
        var half = folder.HalfPath(generation);
        try
        {
            var beside = new Dictionary<string, byte[]>(StringComparer.Ordinal);
            var manifest = Unpack(file, half, beside, cancellationToken);
            Check(folder, half, file, manifest);
            System.IO.Directory.Move(half, folder.InFolder(generation));
            var keys = PutBeside(folder, beside, withKeys);
            folder.Swap(generation, before);
            folder.Sweep();
            return new RestoreSummary(generation, manifest.Records, manifest.Created, keys);
        }
        finally
        {
            if (System.IO.Directory.Exists(half))
                System.IO.Directory.Delete(half, recursive: true);
        }
    }

    // What a killed first import left, and nothing that was ever committed.
    private static bool IsFree(IndexFolder folder) =>
        folder.Committed().Count == 0 && !File.Exists(folder.InFolder("CURRENT"));

    private static string? LiveBefore(IndexFolder folder)
    {
        try
        {
            return folder.Current();
        }
        catch (IndexUnavailableException)
        {
            // A damaged CURRENT is one of the reasons to restore.
            return null;
        }
    }

    private static BackupManifest Unpack(
        string file,
        string half,
        Dictionary<string, byte[]> beside,
        CancellationToken cancellationToken
    )
    {
        System.IO.Directory.CreateDirectory(half);
        var read = BackupReader.Read(file, (name, content) => Put(name, content, half, beside), cancellationToken);
        DurableFile.FlushFolder(half);
        return read.Manifest;
    }

    private static void Put(string name, Stream content, string half, Dictionary<string, byte[]> beside)
    {
        var plain = Path.GetFileName(name);
        if (name == BackupEntries.Index + plain && plain.Length > 0)
        {
            using var output = new FileStream(Path.Combine(half, plain), FileMode.CreateNew, FileAccess.Write);
            content.CopyTo(output);
            output.Flush(flushToDisk: true);
        }
        else if (name == BackupEntries.Beside + plain && IsKnown(plain))
        {
            using var buffer = new MemoryStream();
            content.CopyTo(buffer);
            beside[plain] = buffer.ToArray();
        }
        else
        {
            throw new BackupException($"The backup holds {name}, which does not belong there. Nothing was restored.");
        }
    }

    private static bool IsKnown(string name) =>
        name == BackupEntries.KeysFile || BackupEntries.BesideFiles.Contains(name, StringComparer.Ordinal);

    private static void Check(IndexFolder folder, string half, string file, BackupManifest manifest)
    {
        var name = Path.GetFileName(half);
        using (var directory = new NIOFSDirectory(half))
        {
            try
            {
                IndexSchema.Check(folder, directory, name);
            }
            catch (IndexUnavailableException)
            {
                throw new BackupException(
                    $"{file} holds schema {manifest.Schema}, and this program reads {IndexSchema.Current}. "
                        + "Restore it with the program that made it, export, and index the export."
                );
            }
        }
        var report = GenerationCheck.Run(folder, name);
        if (report.Damage is [var damage, ..])
            throw new BackupException($"{file} is not restored, its index is damaged: {damage}");
        if (report.Records != manifest.Records)
            throw new BackupException($"{file} is not restored: it should hold {manifest.Records} records.");
    }

    // What is here stays; a revoked key must not come back unasked.
    private static RestoredKeys PutBeside(IndexFolder folder, Dictionary<string, byte[]> beside, bool withKeys)
    {
        foreach (var (name, content) in beside.Where(file => file.Key != BackupEntries.KeysFile))
        {
            if (!File.Exists(folder.InFolder(name)))
                DurableFile.Replace(folder.InFolder(name), content);
        }
        if (!beside.TryGetValue(BackupEntries.KeysFile, out var keys))
            return RestoredKeys.None;
        var file = folder.InFolder(BackupEntries.KeysFile);
        if (File.Exists(file) && !withKeys)
            return RestoredKeys.KeptOwn;
        DurableFile.Replace(file, keys, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return RestoredKeys.FromBackup;
    }
}

/// <summary>What became of the keys at a restore.</summary>
public enum RestoredKeys
{
    /// <summary>The backup holds none.</summary>
    None,

    /// <summary>There were keys already, and they stay.</summary>
    KeptOwn,

    /// <summary>Those of the backup are in force.</summary>
    FromBackup,
}

/// <summary>What a restore did.</summary>
/// <param name="Generation">The new live one.</param>
/// <param name="Records">In it.</param>
/// <param name="Created">When the backup was taken.</param>
/// <param name="Keys">What became of the keys.</param>
public sealed record RestoreSummary(string Generation, int Records, DateTimeOffset Created, RestoredKeys Keys);
