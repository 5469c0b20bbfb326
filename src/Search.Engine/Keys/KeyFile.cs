using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Search.Engine.Indexing;

namespace Search.Engine.Keys;

/// <summary>
/// The keys of an index, in <c>keys.json</c> beside <c>CURRENT</c>. Changing them needs no write lock: the file is replaced
/// as a whole, and programs that change it at the same time wait for each other.
/// </summary>
/// <param name="folder">The folder of the index; made when the first key is.</param>
public sealed class KeyFile(string folder)
{
    /// <summary>Its name in the folder of the index.</summary>
    public const string Name = "keys.json";

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly string file = Path.Combine(folder, Name);

    /// <summary>Something that changes whenever the file does; null when there is none.</summary>
    public string? Stamp()
    {
        var info = new FileInfo(file);
        return info.Exists ? $"{info.LastWriteTimeUtc.Ticks}/{info.Length}" : null;
    }

    /// <summary>The keys in the order in which they were made; none when there is no file.</summary>
    /// <exception cref="KeysUnreadableException">The file is damaged or may not be read.</exception>
    public IReadOnlyList<ApiKey> Read()
    {
        try
        {
            var kept = JsonSerializer.Deserialize(File.ReadAllBytes(file), KeyJson.Default.KeptKeys);
            return [.. (kept ?? throw new JsonException("The file holds null.")).Keys.Select(key => key.ToKey())];
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
        catch (Exception e) when (e is JsonException or FormatException or IOException or UnauthorizedAccessException)
        {
            throw new KeysUnreadableException(file, e);
        }
    }

    /// <summary>Makes a key and keeps its hash.</summary>
    /// <exception cref="KeyNameException">There is a key of this name.</exception>
    /// <exception cref="KeysUnreadableException">The file is damaged or may not be read.</exception>
    public NewKey Add(string name, KeyRole role, IReadOnlyList<string> origins, DateTimeOffset now)
    {
        var made = NewKey.Make(name, role, origins, now);
        Change(keys =>
            keys.Any(key => key.Name == name)
                ? throw new KeyNameException($"There is a key of the name {name} already.")
                : [.. keys, made.Kept]
        );
        return made;
    }

    /// <summary>Forgets the key of this name or id.</summary>
    /// <exception cref="KeyNameException">There is none.</exception>
    /// <exception cref="KeysUnreadableException">The file is damaged or may not be read.</exception>
    public ApiKey Revoke(string nameOrId)
    {
        ApiKey? revoked = null;
        Change(keys =>
        {
            revoked =
                keys.FirstOrDefault(key => key.Name == nameOrId)
                ?? keys.FirstOrDefault(key => key.Id == nameOrId)
                ?? throw new KeyNameException($"No key has the name or id {nameOrId}.");
            return [.. keys.Where(key => key != revoked)];
        });
        return revoked!;
    }

    private void Change(Func<IReadOnlyList<ApiKey>, IReadOnlyList<ApiKey>> change)
    {
        Directory.CreateDirectory(folder);
        using var alone = WaitForOthers();
        var keys = new KeptKeys([.. change(Read()).Select(KeptKey.Of)]);
        var json = JsonSerializer.SerializeToUtf8Bytes(keys, KeyJson.Default.KeptKeys);
        DurableFile.Replace(file, json, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private FileStream WaitForOthers()
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
            }
            catch (IOException) when (Stopwatch.GetElapsedTime(start) < LongestWait)
            {
                Thread.Sleep(20);
            }
        }
    }
}

/// <summary>The keys cannot be read. Nothing may pass as long as it is so.</summary>
/// <param name="file">The file.</param>
/// <param name="inner">What the system said.</param>
public sealed class KeysUnreadableException(string file, Exception inner)
    : Exception(
        $"The keys in {file} cannot be read: {inner.Message} Mend the file, or delete it and make new keys.",
        inner
    );

/// <summary>A name that is taken, or that no key has.</summary>
/// <param name="message">One sentence.</param>
public sealed class KeyNameException(string message) : Exception(message);

/// <summary>The file's content.</summary>
internal sealed record KeptKeys(IReadOnlyList<KeptKey> Keys);

/// <summary>One key of the file.</summary>
internal sealed record KeptKey(string Id, string Name, KeyRole Role, string Sha256, DateTimeOffset Created)
{
    private const int HashLength = 32;

    public IReadOnlyList<string> Origins { get; init; } = [];

    public static KeptKey Of(ApiKey key) =>
        new(key.Id, key.Name, key.Role, Convert.ToHexStringLower(key.Sha256.Span), key.Created)
        {
            Origins = key.Origins,
        };

    public ApiKey ToKey()
    {
        var hash = Convert.FromHexString(Sha256);
        return hash.Length == HashLength
            ? new ApiKey(Id, Name, Role, hash, Created) { Origins = Origins }
            : throw new FormatException($"The hash of the key {Name} has {hash.Length} bytes.");
    }
}

/// <summary>Reads and writes the file.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UseStringEnumConverter = true,
    WriteIndented = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(KeptKeys))]
internal sealed partial class KeyJson : JsonSerializerContext;
