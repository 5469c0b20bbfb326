using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Search.Engine.Indexing;

namespace Search.Engine.Backups;

/// <summary>Writes the file of a backup.</summary>
internal static class BackupWriter
{
    /// <summary>Writes all entries and flushes the file to the disk; gives what stands in <see cref="BackupEntries.Sums"/>.</summary>
    public static string Write(
        string file,
        IndexFolder folder,
        OpenCommit commit,
        bool withKeys,
        CancellationToken cancellationToken
    )
    {
        var mode = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            mode.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var output = new FileStream(file, mode);
        string sums;
        using (var gzip = new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true))
        using (var tar = new TarWriter(gzip, TarEntryFormat.Pax))
            sums = Write(tar, folder, commit, withKeys, cancellationToken);
        output.Flush(flushToDisk: true);
        return sums;
    }

    private static string Write(
        TarWriter tar,
        IndexFolder folder,
        OpenCommit commit,
        bool withKeys,
        CancellationToken cancellationToken
    )
    {
        var sums = new StringBuilder();
        using var beside = new BesideFiles(folder, withKeys);
        var manifest = new BackupManifest(
            BackupManifest.CurrentFormat,
            commit.Schema,
            commit.Generation,
            commit.Records,
            TimeProvider.System.GetUtcNow(),
            beside.HasKeys
        );
        using (
            var json = new MemoryStream(
                JsonSerializer.SerializeToUtf8Bytes(manifest, BackupJson.Default.BackupManifest)
            )
        )
            Add(tar, BackupEntries.Manifest, json, sums);
        foreach (var (name, content) in beside.Files)
            Add(tar, BackupEntries.Beside + name, content, sums);
        foreach (var content in commit.Files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Add(tar, BackupEntries.Index + Path.GetFileName(content.Name), content, sums);
        }
        using var list = new MemoryStream(Encoding.UTF8.GetBytes(sums.ToString()));
        tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, BackupEntries.Sums) { DataStream = list });
        return sums.ToString();
    }

    private static void Add(TarWriter tar, string name, Stream content, StringBuilder sums)
    {
        var sum = Convert.ToHexStringLower(SHA256.HashData(content));
        content.Position = 0;
        tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = content });
        sums.Append(sum).Append("  ").Append(name).Append('\n');
    }

    /// <summary>Files beside <c>CURRENT</c>, read at once so that they cannot change half way.</summary>
    private sealed class BesideFiles : IDisposable
    {
        public BesideFiles(IndexFolder folder, bool withKeys)
        {
            string[] names = withKeys
                ? [.. BackupEntries.BesideFiles, BackupEntries.KeysFile]
                : [.. BackupEntries.BesideFiles];
            Files =
            [
                .. names
                    .Where(name => File.Exists(folder.InFolder(name)))
                    .Select(name => (name, new MemoryStream(File.ReadAllBytes(folder.InFolder(name))))),
            ];
            HasKeys = Files.Any(file => file.Name == BackupEntries.KeysFile);
        }

        public IReadOnlyList<(string Name, MemoryStream Content)> Files { get; }

        public bool HasKeys { get; }

        public void Dispose()
        {
            foreach (var (_, content) in Files)
                content.Dispose();
        }
    }
}
