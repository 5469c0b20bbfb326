using System.Text.Json;
using Search.Engine.Indexing;
using Search.Service.Api;
using Search.Service.Problems;

namespace Search.Service.Writing;

/// <summary>The answer to a write as it goes out, kept word for word for whoever sends the same request again.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">Of the body; null without one.</param>
/// <param name="Body">In UTF-8; empty without one.</param>
/// <param name="Headers">Beside those that every answer has.</param>
internal sealed record WriteAnswer(
    int Status,
    string? ContentType,
    ReadOnlyMemory<byte> Body,
    IReadOnlyDictionary<string, string> Headers
) : IResult
{
    private static readonly Dictionary<string, string> NoHeaders = [];

    /// <summary>An answer without a body.</summary>
    public static WriteAnswer Of(int status) => new(status, null, default, NoHeaders);

    /// <summary>A problem as an answer.</summary>
    public static WriteAnswer Of(Problem problem) =>
        new(
            problem.Status,
            "application/problem+json",
            JsonSerializer.SerializeToUtf8Bytes(problem, ApiJson.Plain.Problem),
            NoHeaders
        );

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.Headers.CacheControl = "no-store";
        foreach (var (name, value) in Headers)
            response.Headers[name] = value;
        if (ContentType is null)
            return;
        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
        await response.Body.WriteAsync(Body, httpContext.RequestAborted);
    }
}

/// <summary>From what became of a write to what HTTP says of it.</summary>
internal static class WriteOutcomes
{
    /// <summary>The code of a refusal; null when the write was done.</summary>
    public static ProblemCode? Code(WriteStatus status) =>
        status switch
        {
            WriteStatus.NotFound => ProblemCode.NotFound,
            WriteStatus.ConditionFailed => ProblemCode.VersionMismatch,
            WriteStatus.OwnedByOther => ProblemCode.IdOwnedBy,
            WriteStatus.Invalid => ProblemCode.RecordInvalid,
            _ => null,
        };

    /// <summary>The answer to a single write.</summary>
    /// <param name="outcome">What became of it.</param>
    /// <param name="address">Where the record is read.</param>
    public static WriteAnswer ToAnswer(WriteOutcome outcome, string address)
    {
        if (Code(outcome.Status) is { } code)
            return WriteAnswer.Of(Problem.Of(code, outcome.Fault ?? code.Meaning));
        if (outcome.Json is not { } json)
            return WriteAnswer.Of(StatusCodes.Status204NoContent);
        var isNew = outcome.Status == WriteStatus.Added;
        var headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ETag"] = AnswerTag.OfContent(json.Span).ToString(),
            ["Content-Location"] = address,
            ["Search-Source"] = Uri.EscapeDataString(outcome.Source ?? ""),
        };
        if (isNew)
            headers["Location"] = address;
        if (outcome.SampleRemoved > 0)
            headers["Search-Sample-Removed"] = $"{outcome.SampleRemoved}";
        var status = isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        return new WriteAnswer(status, "application/json; charset=utf-8", json, headers);
    }
}
