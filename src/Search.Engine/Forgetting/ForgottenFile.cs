using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Search.Engine.Indexing;

namespace Search.Engine.Forgetting;

/// <summary>The list of what was forgotten, in <c>forgotten.json</c> beside <c>CURRENT</c>; it holds hashes and a secret.</summary>
/// <param name="indexPath">The folder of the index.</param>
internal sealed class ForgottenFile(string indexPath)
{
    public const string Name = "forgotten.json";

    private const int SecretLength = 32;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly string file = Path.Combine(indexPath, Name);

    /// <summary>What must not come back.</summary>
    /// <exception cref="IndexUnavailableException">The file is damaged: then nothing may be written, or it might come back.</exception>
    public Forgotten Read()
    {
        var content = ReadContent();
        return content.Entries.Count == 0 ? Forgotten.Nothing : new Forgotten(content.Entries, content.Secret);
    }

    /// <summary>What would not come back if this were added; nothing is written.</summary>
    public Forgotten With(ForgetTarget target, DateTimeOffset now)
    {
        var content = ReadContent();
        return new Forgotten([.. content.Entries, EntryOf(target, content.Secret, now)], content.Secret);
    }

    /// <summary>Adds a record or a person; survives power loss once it returns.</summary>
    public Forgotten Add(ForgetTarget target, DateTimeOffset now)
    {
        using var alone = WaitForOthers();
        var content = ReadContent();
        var entry = EntryOf(target, content.Secret, now);
        if (!content.Entries.Any(known => IsSame(known, entry)))
            content = Write(content with { Entries = [.. content.Entries, entry] });
        return new Forgotten(content.Entries, content.Secret);
    }

    /// <summary>Lets a record or a person come back; false when it was not in the list.</summary>
    public bool Lift(ForgetTarget target)
    {
        using var alone = WaitForOthers();
        var content = ReadContent();
        var entry = EntryOf(target, content.Secret, default);
        var others = content.Entries.Where(known => !IsSame(known, entry)).ToList();
        if (others.Count == content.Entries.Count)
            return false;
        Write(content with { Entries = others });
        return true;
    }

    private static ForgottenEntry EntryOf(ForgetTarget target, byte[] secret, DateTimeOffset now) =>
        target.Kind == ForgottenKind.Record
            ? ForgottenEntry.OfRecord(target.Text, secret, now)
            : ForgottenEntry.OfSpeaker(target.Text, secret, now);

    private static bool IsSame(ForgottenEntry one, ForgottenEntry other) =>
        one.Kind == other.Kind && one.Hash == other.Hash;

    private ForgottenContent ReadContent()
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(file), ForgottenJson.Default.ForgottenContent)
                ?? throw new JsonException("The file holds null.");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new ForgottenContent(RandomNumberGenerator.GetBytes(SecretLength), []);
        }
        catch (JsonException e)
        {
            var message =
                $"The list of what was forgotten, {file}, is damaged: {e.Message} Restore it from a backup before you write, "
                + "or what was forgotten may come back.";
            throw new IndexUnavailableException(new IndexState(IndexAvailability.Damaged, message, null), e);
        }
    }

    private ForgottenContent Write(ForgottenContent content)
    {
        DurableFile.Replace(file, JsonSerializer.SerializeToUtf8Bytes(content, ForgottenJson.Default.ForgottenContent));
        return content;
    }

    private FileStream WaitForOthers()
    {
        Directory.CreateDirectory(indexPath);
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

/// <summary>The file's content.</summary>
/// <param name="Secret">Goes into every hash.</param>
/// <param name="Entries">In the order in which they came.</param>
internal sealed record ForgottenContent(byte[] Secret, IReadOnlyList<ForgottenEntry> Entries);

/// <summary>Reads and writes the file.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UseStringEnumConverter = true,
    WriteIndented = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(ForgottenContent))]
internal sealed partial class ForgottenJson : JsonSerializerContext;
