using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Search.Engine.Backups;

/// <summary>Reads the file of a backup and compares it with its sums.</summary>
internal static class BackupReader
{
    /// <summary>Whether a file begins as a backup does.</summary>
    public static bool IsBackup(string file)
    {
        try
        {
            using var input = File.OpenRead(file);
            using var gzip = new GZipStream(input, CompressionMode.Decompress);
            using var tar = new TarReader(gzip);
            return tar.GetNextEntry()?.Name == BackupEntries.Manifest;
        }
        catch (Exception e) when (IsBroken(e))
        {
            return false;
        }
    }

    /// <summary>Reads all of it and throws when it does not hold just this.</summary>
    /// <exception cref="BackupException">It is damaged.</exception>
    public static void Verify(string file, string sums, CancellationToken cancellationToken)
    {
        var found = Read(file, (_, content) => content.CopyTo(Stream.Null), cancellationToken);
        if (found.Sums != sums)
            throw new BackupException($"{file} was not written as it should be: the disk gave back something else.");
    }

    /// <summary>Gives each file to <paramref name="take"/>, and at the end compares what was given with the sums.</summary>
    /// <param name="file">The backup.</param>
    /// <param name="take">Gets name and content; it must read the content to its end.</param>
    /// <param name="cancellationToken">Looked at between files.</param>
    /// <exception cref="BackupException">It is no backup, damaged, or of a newer program.</exception>
    public static (BackupManifest Manifest, string Sums) Read(
        string file,
        Action<string, Stream> take,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var input = File.OpenRead(file);
            using var gzip = new GZipStream(input, CompressionMode.Decompress);
            using var tar = new TarReader(gzip);
            return Read(file, tar, take, cancellationToken);
        }
        catch (Exception e) when (IsBroken(e))
        {
            throw new BackupException($"{file} is no backup, or damaged: {e.Message}", e);
        }
    }

    private static (BackupManifest Manifest, string Sums) Read(
        string file,
        TarReader tar,
        Action<string, Stream> take,
        CancellationToken cancellationToken
    )
    {
        var found = new StringBuilder();
        BackupManifest? manifest = null;
        while (tar.GetNextEntry() is { } entry)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var content = entry.DataStream ?? Stream.Null;
            if (entry.Name == BackupEntries.Sums)
            {
                CheckSums(file, found.ToString(), content);
                return (manifest ?? throw new BackupException($"{file} is no backup."), found.ToString());
            }
            using var sha = SHA256.Create();
            using (var summed = new CryptoStream(content, sha, CryptoStreamMode.Read, leaveOpen: true))
            {
                if (manifest is null)
                    manifest = ReadManifest(file, entry.Name, summed);
                else
                    take(entry.Name, summed);
                summed.CopyTo(Stream.Null);
            }
            found.Append(Convert.ToHexStringLower(sha.Hash ?? [])).Append("  ").Append(entry.Name).Append('\n');
        }
        throw new BackupException($"{file} is damaged: it breaks off before its end.");
    }

    private static BackupManifest ReadManifest(string file, string name, Stream content)
    {
        var manifest =
            name == BackupEntries.Manifest
                ? JsonSerializer.Deserialize(content, BackupJson.Default.BackupManifest)
                : null;
        if (manifest is null)
            throw new BackupException($"{file} is no backup.");
        return manifest.Format == BackupManifest.CurrentFormat
            ? manifest
            : throw new BackupException($"{file} was made by a newer version of the program; use that one.");
    }

    private static void CheckSums(string file, string found, Stream content)
    {
        using var reader = new StreamReader(content, Encoding.UTF8);
        if (reader.ReadToEnd() != found)
            throw new BackupException($"{file} is damaged: its content does not fit its sums.");
    }

    private static bool IsBroken(Exception e) =>
        e is InvalidDataException or EndOfStreamException or FormatException or JsonException;
}
