using System.Text.Json;
using System.Text.Json.Serialization;

namespace Search.Engine.Backups;

/// <summary>The first entry of a backup: what it is.</summary>
/// <param name="Format">Goes up when an older program could not restore it.</param>
/// <param name="Schema">Of the index in it.</param>
/// <param name="Generation">That was live.</param>
/// <param name="Records">Talks and interviews.</param>
/// <param name="Created">When it was taken.</param>
/// <param name="HasKeys">Whether the keys are in it.</param>
internal sealed record BackupManifest(
    int Format,
    string Schema,
    string Generation,
    int Records,
    DateTimeOffset Created,
    bool HasKeys
)
{
    public const int CurrentFormat = 1;
}

/// <summary>Names inside a backup, which is a tar file in gzip: the manifest first, the sums of all before last.</summary>
internal static class BackupEntries
{
    public const string Manifest = "backup.json";

    /// <summary>As the command sha256sum writes and checks them.</summary>
    public const string Sums = "SHA256SUMS";

    /// <summary>Before the names of Lucene's files.</summary>
    public const string Index = "index/";

    /// <summary>Before the names of files that lie beside <c>CURRENT</c>.</summary>
    public const string Beside = "beside/";

    /// <summary>The keys, which come along only when asked for.</summary>
    public const string KeysFile = Keys.KeyFile.Name;

    /// <summary>What else of the folder belongs to the collection and not to the running programs.</summary>
    public static readonly IReadOnlyList<string> BesideFiles = ["synonyms.txt", "forgotten.json"];
}

/// <summary>A backup cannot be used or not be made; nothing was changed.</summary>
/// <param name="message">What is wrong, and what helps.</param>
/// <param name="inner">What was met.</param>
public sealed class BackupException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Reads and writes the manifest.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(BackupManifest))]
internal sealed partial class BackupJson : JsonSerializerContext;
