using System.Text.Json;
using System.Text.Json.Serialization;
using Search.Engine.Documents;
using Search.Engine.Indexing;
using Search.Service.Api;
using Search.Service.Parameters;
using Search.Service.Problems;

namespace Search.Service.Writing;

/// <summary>Lines of a body that are written together. Those that cannot be used are refused one by one, the others go in.</summary>
internal sealed class LineBatch(WriteInput input, int mostLines = 500, int mostBytes = 1024 * 1024)
{
    private readonly List<Line> lines = [];
    private long bytes;

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => lines.Count == 0;

    /// <summary>Whether it should be written before more is read.</summary>
    public bool IsFull => lines.Count >= mostLines || bytes >= mostBytes;

    /// <summary>A batch for a body that is taken as a whole.</summary>
    public static LineBatch WithoutLimit(WriteInput input) => new(input, int.MaxValue, int.MaxValue);

    /// <summary>Adds a line, counted from 1; white space alone is passed over.</summary>
    public void Add(long number, ReadOnlySpan<byte> text)
    {
        if (text.TrimStart(" \t\r\n"u8).IsEmpty)
            return;
        bytes += text.Length;
        var parsed = RecordJson.Parse(text);
        lines.Add(
            parsed.IsRecord
                ? new Line(number, parsed.Id, input.ApplyTo(new PutRecord(parsed.Record)), null, null)
                : new Line(number, parsed.Id, null, CodeOf(text), $"The line cannot be used: {parsed.Fault}.")
        );
    }

    /// <summary>Refuses a line that cannot even be read.</summary>
    public void Refuse(long number, ProblemCode code, string reason) =>
        lines.Add(new Line(number, null, null, code, reason));

    /// <summary>The work that the lines are.</summary>
    public QueuedWrites ToWork(IdempotentRequest? idempotent = null) =>
        new([.. lines.Select(line => line.Write).OfType<RecordWrite>()], bytes, ToAnswer)
        {
            WaitForRefresh = input.WaitForRefresh,
            Idempotent = idempotent,
        };

    /// <summary>The answer when none of the lines could be written.</summary>
    public WriteAnswer ToAnswer(Problem problem) =>
        Answer(lines.Select(line => line.Write is null ? line.Refused() : line.Refused(problem.Code, problem.Detail)));

    private WriteAnswer ToAnswer(IReadOnlyList<WriteOutcome> outcomes)
    {
        var next = 0;
        return Answer([.. lines.Select(line => line.Write is null ? line.Refused() : line.Done(outcomes[next++]))]);
    }

    private static WriteAnswer Answer(IEnumerable<LineResult> results)
    {
        using var body = new MemoryStream();
        foreach (var result in results)
        {
            JsonSerializer.Serialize(body, result, ApiJson.Plain.LineResult);
            body.WriteByte((byte)'\n');
        }
        return new WriteAnswer(
            StatusCodes.Status200OK,
            "application/x-ndjson; charset=utf-8",
            body.ToArray(),
            new Dictionary<string, string>(StringComparer.Ordinal)
        );
    }

    private static ProblemCode CodeOf(ReadOnlySpan<byte> text) =>
        RecordBody.Malformed(text) is null ? ProblemCode.RecordInvalid : ProblemCode.MalformedJson;

    private sealed record Line(long Number, string? Id, RecordWrite? Write, ProblemCode? Code, string? Reason)
    {
        public LineResult Refused() => Refused(Code?.Name, Reason);

        public LineResult Refused(string? code, string? reason) =>
            new(Number, Id, "refused") { Code = code, Error = reason };

        public LineResult Done(WriteOutcome outcome) =>
            WriteOutcomes.Code(outcome.Status) is { } code
                ? Refused(code.Name, $"{outcome.Fault} ({code.Name})")
                : new LineResult(Number, Id, outcome.Status.ToString().ToLowerInvariant())
                {
                    SampleRemoved = outcome.SampleRemoved > 0 ? outcome.SampleRemoved : null,
                };
    }
}

/// <summary>What became of one line.</summary>
/// <param name="Line">Its number in the body, from 1; empty lines count.</param>
/// <param name="Id">The record's id; null when it could not be read.</param>
/// <param name="Status"><c>added</c>, <c>updated</c>, <c>unchanged</c> or <c>refused</c>.</param>
internal sealed record LineResult(long Line, string? Id, string Status)
{
    /// <summary>The code of the problem, when it was refused.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Code { get; init; }

    /// <summary>Why it was refused, in a sentence.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Error { get; init; }

    /// <summary>Records of the sample that made room for this one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? SampleRemoved { get; init; }
}

/// <summary>Puts what the request says of all its writes on each.</summary>
internal static class WriteInputExtensions
{
    public static RecordWrite ApplyTo(this WriteInput input, RecordWrite write) =>
        write with
        {
            Source = input.Source,
            TakeOver = input.TakeOver,
            KeepSample = input.KeepSample,
        };
}
