using Lucene.Net.Index;
using Search.Engine.Generations;
using Search.Engine.Indexing;
using IndexOptions = Search.Engine.Indexing.IndexOptions;

namespace Search.Engine.Backups;

/// <summary>
/// Writes the newest commit of the live generation into one compressed file. Takes no lock: the files of the commit are held
/// open, so a writer that goes on meanwhile cannot take them away.
/// </summary>
public static class IndexBackup
{
    private const int MostTries = 20;

    /// <summary>
    /// Checks the index, writes the backup beside <paramref name="file"/>, reads it back against its sums and only then
    /// renames it into place. An older backup of that name is replaced; any other file is not.
    /// </summary>
    /// <param name="options">Where the index is.</param>
    /// <param name="file">The backup.</param>
    /// <param name="withKeys">Include the keys' hashes: whoever has the file can then not use them, but a restore lets them in.</param>
    /// <param name="cancellationToken">Looked at between files.</param>
    /// <exception cref="BackupException">The index is damaged, or another file stands there.</exception>
    /// <exception cref="IndexUnavailableException">There is no index.</exception>
    public static BackupSummary Write(
        IndexOptions options,
        string file,
        bool withKeys = false,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrEmpty(file);
        if (File.Exists(file) && !BackupReader.IsBackup(file))
            throw new BackupException($"{file} is there and is no backup. Choose another name.");
        if (IndexCheck.Checksums(options, cancellationToken) is [var damage, ..])
            throw new BackupException($"The index is damaged and was not backed up: {damage}");
        var folder = new IndexFolder(options.Path);
        using var commit = OpenNewest(folder);
        var half = file + ".new";
        try
        {
            var sums = BackupWriter.Write(half, folder, commit, withKeys, cancellationToken);
            BackupReader.Verify(half, sums, cancellationToken);
            File.Move(half, file, overwrite: true);
        }
        catch
        {
            File.Delete(half);
            throw;
        }
        DurableFile.FlushFolder(Path.GetDirectoryName(Path.GetFullPath(file)) ?? ".");
        return new BackupSummary(file, commit.Generation, commit.Records, new FileInfo(file).Length);
    }

    private static OpenCommit OpenNewest(IndexFolder folder)
    {
        for (var attempt = 1; ; attempt++)
        {
            var generation =
                folder.Current()
                ?? throw new IndexUnavailableException(
                    new IndexState(IndexAvailability.Missing, $"There is no index in {folder.Path}.", null)
                );
            try
            {
                return OpenCommit.Newest(folder, generation);
            }
            // A commit came between reading its name and opening its files.
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException && attempt < MostTries)
            {
                Thread.Sleep(attempt);
            }
            catch (Exception e) when (IndexSchema.IsDamage(e))
            {
                throw folder.Damaged(e.Message, generation, e);
            }
        }
    }
}

/// <summary>What a backup holds.</summary>
/// <param name="File">Where it is.</param>
/// <param name="Generation">That was live.</param>
/// <param name="Records">Talks and interviews in it.</param>
/// <param name="SizeBytes">Of the file.</param>
public sealed record BackupSummary(string File, string Generation, int Records, long SizeBytes);

/// <summary>One commit with all its files open, which keeps them from going.</summary>
internal sealed class OpenCommit : IDisposable
{
    private OpenCommit(string generation, string schema, int records, IReadOnlyList<FileStream> files)
    {
        Generation = generation;
        Schema = schema;
        Records = records;
        Files = files;
    }

    public string Generation { get; }

    public string Schema { get; }

    public int Records { get; }

    /// <summary>The file that names the others comes last.</summary>
    public IReadOnlyList<FileStream> Files { get; }

    /// <exception cref="FileNotFoundException">A newer commit has taken its place.</exception>
    public static OpenCommit Newest(IndexFolder folder, string generation)
    {
        using var directory = folder.Open(generation);
        var schema = IndexSchema.Check(folder, directory, generation);
        // An open reader holds the files of one commit on its own, so that they are all there to be opened again.
        using var reader = DirectoryReader.Open(directory);
        var files = new List<FileStream>();
        try
        {
            var names = reader
                .IndexCommit.FileNames.OrderBy(name => name == reader.IndexCommit.SegmentsFileName)
                .ThenBy(name => name, StringComparer.Ordinal);
            foreach (var name in names)
                files.Add(Open(Path.Combine(folder.InFolder(generation), name)));
            var records = new RecordLookup(reader).AllHeads().Count();
            return new OpenCommit(generation, schema, records, files);
        }
        catch
        {
            files.ForEach(file => file.Dispose());
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var file in Files)
            file.Dispose();
    }

    private static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
}
