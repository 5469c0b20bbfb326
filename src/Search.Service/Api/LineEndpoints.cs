using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Search.Engine.Indexing;
using Search.Service.Access;
using Search.Service.OpenApi;
using Search.Service.Parameters;
using Search.Service.Problems;
using Search.Service.Writing;

namespace Search.Service.Api;

/// <summary><c>POST /v1/documents</c>: records as JSON Lines in, one result a line out, in order and while they come in.</summary>
internal static class LineEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(100);

    public static void MapLines(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/documents", Post).Needs(AccessNeed.Admin).DescribeLines();

    private static async Task<IResult> Post(HttpContext context, [AsParameters] WriteParts parts)
    {
        var (input, problem) = WriteParameters.Read(context.Request, WriteParameters.All);
        if (problem is not null)
            return new ProblemResult(problem);
        input = input with { Source = input.Source ?? ImportOptions.ApiSource };
        if (context.Request.Headers.ContainsKey(IdempotencyHeader.Name))
            return await PostWhole(context, parts, input);
        // However long the body is, only some lines of it are in memory at a time.
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
        await Stream(context, parts, input);
        return Results.Empty;
    }

    // The answer is to be kept, so the lines go in and come true as one.
    private static async Task<IResult> PostWhole(HttpContext context, WriteParts parts, WriteInput input)
    {
        var limits = parts.Settings.Value.Write;
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
        var body = await RequestValues.ReadBodyAsync(context.Request, limits.MaxBatchBytes, context.RequestAborted);
        if (body is null)
        {
            var detail = $"With {IdempotencyHeader.Name} a body may have {limits.MaxBatchBytes} bytes.";
            return new ProblemResult(ProblemCode.TooLarge, detail);
        }
        var (idempotent, problem) = IdempotencyHeader.Read(context.Request, body);
        if (problem is not null)
            return new ProblemResult(problem);
        using var stream = new MemoryStream(body, writable: false);
        var lines = new RequestLines(stream, limits.MaxRecordBytes);
        var batch = LineBatch.WithoutLimit(input);
        await lines.FillAsync(batch, context.RequestAborted);
        return await parts.Queue.WriteAsync(batch.ToWork(idempotent));
    }

    private static async Task Stream(HttpContext context, WriteParts parts, WriteInput input)
    {
        var lines = new RequestLines(context.Request.Body, parts.Settings.Value.Write.MaxRecordBytes);
        var results = new ResultLines(context.Response.BodyWriter, context.RequestAborted);
        bool more;
        do
        {
            var batch = new LineBatch(input);
            more = await FillAsync(lines, batch, results.HasBegun, context.RequestAborted);
            if (batch.IsEmpty)
                continue;
            var answer = await WriteAsync(parts.Queue, batch, results.HasBegun, context.RequestAborted);
            Begin(context.Response);
            await results.WriteAsync(answer.Body);
        } while (more);
        Begin(context.Response);
        await results.FinishAsync();
    }

    private static void Begin(HttpResponse response)
    {
        if (response.HasStarted)
            return;
        response.ContentType = "application/x-ndjson; charset=utf-8";
        response.Headers.CacheControl = "no-store";
    }

    // A body that breaks off after the first results can only be told of by one more.
    private static async Task<bool> FillAsync(
        RequestLines lines,
        LineBatch batch,
        bool hasBegun,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await lines.FillAsync(batch, cancellationToken);
        }
        catch (BadHttpRequestException) when (hasBegun || !batch.IsEmpty)
        {
            batch.Refuse(lines.Number, ProblemCode.BadRequest, "The body breaks off here; nothing behind it was read.");
            return false;
        }
    }

    // Before the first result a full queue is a plain 503. Later it makes the client wait, and only in the end is an answer.
    private static async Task<WriteAnswer> WriteAsync(
        WriteQueue queue,
        LineBatch batch,
        bool hasBegun,
        CancellationToken cancellationToken
    )
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return await queue.WriteAsync(batch.ToWork());
            }
            catch (WritesBusyException) when (hasBegun && Stopwatch.GetElapsedTime(start) < Patience)
            {
                await Task.Delay(BetweenTries, cancellationToken);
            }
            catch (Exception exception) when (hasBegun && exception is not OperationCanceledException)
            {
                return batch.ToAnswer(ExceptionAnswer.Describe(exception));
            }
        }
    }
}
