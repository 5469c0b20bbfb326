using System.Text.Json;
using System.Text.Json.Serialization;
using Search.Engine.Indexing;

namespace Search.Service.Writing;

/// <summary>An <c>Idempotency-Key</c> with the request that it stands for.</summary>
/// <param name="Key">The key together with who sent it, as a hash.</param>
/// <param name="Request">Method, address and body, as a hash.</param>
internal sealed record IdempotentRequest(string Key, string Request);

/// <summary>
/// Answers to requests with an <c>Idempotency-Key</c>, in a file beside <c>CURRENT</c>. An answer is written before the commit
/// that makes it true, with that commit's number: after a crash the index itself tells whether it came true.
/// Not for several threads at once.
/// </summary>
internal sealed class IdempotencyLog(string folder, TimeSpan lifetime, TimeProvider clock)
{
    /// <summary>Its name in the folder of the index.</summary>
    public const string Name = "idempotency.jsonl";

    /// <summary>With more than this the oldest are forgotten.</summary>
    private const int MostAnswers = 10_000;

    /// <summary>The same in bytes of their bodies; a larger body is not kept, and its request is simply done again.</summary>
    private const int MostBytes = 8 * 1024 * 1024;

    private const int MostBytesOfOne = 1024 * 1024;

    private readonly string file = Path.Combine(folder, Name);
    private readonly Dictionary<string, KeptAnswer> answers = new(StringComparer.Ordinal);
    private readonly Queue<KeptAnswer> byAge = new();
    private long bytes;
    private int linesInFile;

    /// <summary>Reads the file, and drops what the index does not hold.</summary>
    /// <param name="lastCommit">The number of the last commit of the index.</param>
    public void Open(long lastCommit)
    {
        var kept = ReadFile();
        answers.Clear();
        byAge.Clear();
        bytes = 0;
        foreach (var answer in kept.Where(answer => answer.Commit <= lastCommit))
            Remember(answer);
        Forget();
        if (answers.Count != kept.Count)
            WriteWhole();
    }

    /// <summary>The answer that a request had; <c>null</c> when it is new. The second is true when the key had another request.</summary>
    public (WriteAnswer? Answer, bool IsOther) Find(IdempotentRequest request)
    {
        if (!answers.TryGetValue(request.Key, out var kept) || IsOld(kept))
            return (null, false);
        return kept.Request == request.Request ? (kept.ToAnswer(), false) : (null, true);
    }

    /// <summary>Keeps answers, on the disk when this returns; they hold once the commit of this number is made.</summary>
    public void Keep(IReadOnlyList<(IdempotentRequest Request, WriteAnswer Answer)> given, long commit)
    {
        var now = clock.GetUtcNow();
        var kept = given
            .Where(one => one.Answer.Body.Length <= MostBytesOfOne)
            .Select(one => KeptAnswer.Of(one.Request, one.Answer, commit, now))
            .ToList();
        if (kept.Count == 0)
            return;
        kept.ForEach(Remember);
        Forget();
        if (linesInFile > 2 * (answers.Count + kept.Count))
            WriteWhole();
        else
            Append(kept);
    }

    private void Remember(KeptAnswer answer)
    {
        if (answers.TryGetValue(answer.Key, out var before))
            bytes -= before.Body.Length;
        answers[answer.Key] = answer;
        byAge.Enqueue(answer);
        bytes += answer.Body.Length;
    }

    private void Forget()
    {
        while (byAge.TryPeek(out var oldest) && (IsOld(oldest) || answers.Count > MostAnswers || bytes > MostBytes))
        {
            byAge.Dequeue();
            if (!answers.TryGetValue(oldest.Key, out var current) || !ReferenceEquals(current, oldest))
                continue;
            answers.Remove(oldest.Key);
            bytes -= oldest.Body.Length;
        }
    }

    private bool IsOld(KeptAnswer answer) => clock.GetUtcNow() - answer.At > lifetime;

    private List<KeptAnswer> ReadFile()
    {
        var kept = new List<KeptAnswer>();
        linesInFile = 0;
        foreach (var line in File.Exists(file) ? File.ReadLines(file) : [])
        {
            linesInFile++;
            // A line that broke off belongs to a commit that never came.
            if (Parse(line) is { } answer)
                kept.Add(answer);
        }
        return kept;
    }

    private static KeptAnswer? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, IdempotencyJson.Default.KeptAnswer);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Append(IReadOnlyList<KeptAnswer> kept)
    {
        using var stream = new FileStream(file, FileMode.Append, FileAccess.Write);
        // Behind a line that broke off another would be lost with it.
        if (stream.Position > 0)
            stream.WriteByte((byte)'\n');
        stream.Write(Lines(kept));
        stream.Flush(flushToDisk: true);
        linesInFile += kept.Count + 1;
    }

    private void WriteWhole()
    {
        DurableFile.Replace(file, Lines(answers.Values));
        linesInFile = answers.Count;
    }

    private static byte[] Lines(IEnumerable<KeptAnswer> kept)
    {
        using var lines = new MemoryStream();
        foreach (var answer in kept)
        {
            JsonSerializer.Serialize(lines, answer, IdempotencyJson.Default.KeptAnswer);
            lines.WriteByte((byte)'\n');
        }
        return lines.ToArray();
    }
}

/// <summary>A line of the file.</summary>
internal sealed record KeptAnswer(
    string Key,
    string Request,
    long Commit,
    DateTimeOffset At,
    int Status,
    string? ContentType,
    IReadOnlyDictionary<string, string> Headers,
    byte[] Body
)
{
    public static KeptAnswer Of(IdempotentRequest request, WriteAnswer answer, long commit, DateTimeOffset now) =>
        new(
            request.Key,
            request.Request,
            commit,
            now,
            answer.Status,
            answer.ContentType,
            answer.Headers,
            answer.Body.ToArray()
        );

    public WriteAnswer ToAnswer() =>
        new(
            Status,
            ContentType,
            Body,
            new Dictionary<string, string>(Headers, StringComparer.Ordinal) { ["Idempotency-Replayed"] = "true" }
        );
}

/// <summary>Reads and writes the file.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(KeptAnswer))]
internal sealed partial class IdempotencyJson : JsonSerializerContext;
