using Microsoft.Extensions.Options;
using Search.Engine.Documents;
using Search.Engine.Indexing;
using Search.Service.Access;
using Search.Service.Hosting;
using Search.Service.OpenApi;
using Search.Service.Parameters;
using Search.Service.Problems;
using Search.Service.Settings;
using Search.Service.Writing;

namespace Search.Service.Api;

/// <summary><c>PUT</c>, <c>PATCH</c> and <c>DELETE /v1/documents/{id}</c>. Answered when the change is on the disk.</summary>
internal static class WriteEndpoints
{
    // "v1" and "documents".
    private const int SegmentsBeforeId = 2;

    private const string Route = "/v1/documents/{**id}";

    public static void MapWrites(this IEndpointRouteBuilder routes)
    {
        routes.MapPut(Route, Put).Needs(AccessNeed.Admin).DescribePut();
        routes.MapPatch(Route, Patch).Needs(AccessNeed.Admin).DescribePatch();
        routes.MapDelete(Route, Delete).Needs(AccessNeed.Admin).DescribeDelete();
    }

    private static Task<IResult> Put(HttpContext context, [AsParameters] WriteParts parts) =>
        Write(
            context,
            parts,
            WriteParameters.All,
            (id, body) =>
            {
                var (record, problem) = RecordBody.Read(body, id);
                return (record is null ? null : new PutRecord(record), problem);
            }
        );

    private static Task<IResult> Patch(HttpContext context, [AsParameters] WriteParts parts) =>
        Write(
            context,
            parts,
            WriteParameters.All,
            (id, body) => (new PatchRecord(id, body), RecordBody.Malformed(body.Span))
        );

    private static Task<IResult> Delete(HttpContext context, [AsParameters] WriteParts parts) =>
        Write(context, parts, WriteParameters.OfDelete, (id, _) => (new DeleteRecord(id), null));

    private static async Task<IResult> Write(
        HttpContext context,
        WriteParts parts,
        IReadOnlyList<Parameter> known,
        Func<string, ReadOnlyMemory<byte>, (RecordWrite?, Problem?)> read
    )
    {
        var request = context.Request;
        if (!RawPath.TryReadRest(request, SegmentsBeforeId, out var id))
            return new ProblemResult(ProblemCode.NotFound, "The address names no record.");
        if (RecordId.Fault(id) is { } fault)
            return new ProblemResult(ProblemCode.RecordInvalid, $"The id in the address {fault}.");
        var (input, problem) = WriteParameters.Read(request, known);
        if (problem is not null)
            return new ProblemResult(problem);
        var most = parts.Settings.Value.Write.MaxRecordBytes;
        if (await RequestValues.ReadBodyAsync(request, most, context.RequestAborted) is not { } body)
            return new ProblemResult(ProblemCode.TooLarge, $"A record may have {most} bytes.");
        (var write, problem) = read(id, body);
        if (write is null || problem is not null)
            return new ProblemResult(problem ?? Problem.Of(ProblemCode.RecordInvalid, "There is no record."));
        (var condition, problem) = Preconditions.Read(request);
        if (problem is not null)
            return new ProblemResult(problem);
        (var idempotent, problem) = IdempotencyHeader.Read(request, body);
        if (problem is not null)
            return new ProblemResult(problem);
        var address = parts.Address.Of(request, $"/v1/documents/{Uri.EscapeDataString(id)}");
        return await parts.Queue.WriteAsync(
            new QueuedWrites(
                [input.ApplyTo(write) with { Condition = condition }],
                body.Length,
                outcomes => WriteOutcomes.ToAnswer(outcomes[0], address)
            )
            {
                WaitForRefresh = input.WaitForRefresh,
                Idempotent = idempotent,
            }
        );
    }
}

/// <summary>What a write is made with.</summary>
internal sealed record WriteParts(WriteQueue Queue, PublicAddress Address, IOptions<SearchSettings> Settings);
