using System.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Search.Engine.Searching;
using Search.Service.Access;
using Search.Service.OpenApi;
using Search.Service.Parameters;
using Search.Service.Problems;

namespace Search.Service.Api;

/// <summary><c>/v1/documents/{id}/related</c> and <c>/v1/related</c>: works that are like a record, or like a pasted text.</summary>
internal static class RelatedEndpoints
{
    // "v1" and "documents".
    private const int SegmentsBeforeId = 2;

    public static void MapRelated(this IEndpointRouteBuilder routes)
    {
        routes
            .MapMethods("/v1/documents/{id}/related", Methods.Read, ToRecord)
            .Needs(AccessNeed.ReadInScope)
            .DescribeRelated();
        // Ids hold slashes and people type them as they are. The id of a record that ends in "/related" itself is read as
        // encodeURIComponent makes it: its last slash is encoded then, and this does not take it for a border.
        routes
            .Map(EndsInSegment.OfDocument("related"), ToRecord)
            .WithMetadata(new HttpMethodMetadata(Methods.Read))
            .Needs(AccessNeed.ReadInScope)
            .ExcludeFromDescription();
        routes.MapPost("/v1/related", ToText).Needs(AccessNeed.ReadInScope).DescribeRelatedToText();
    }

    private static Results<Ok<RelatedResult>, StatusCodeHttpResult, ProblemResult> ToRecord(
        HttpContext context,
        SearchEngine engine,
        AnswerTag tag
    )
    {
        if (!RawPath.TryReadBeforeLast(context.Request, SegmentsBeforeId, out var id))
            return NotFound();
        var values = ParameterValues.FromQuery(context.Request.QueryString.Value);
        return Answer(context, engine, tag, RelatedInput.ToStored(id, values));
    }

    private static async Task<Results<Ok<RelatedResult>, StatusCodeHttpResult, ProblemResult>> ToText(
        HttpContext context,
        SearchEngine engine,
        AnswerTag tag,
        RequestValues request
    )
    {
        var (values, problem) = await request.ReadAsync(context.Request, context.RequestAborted);
        return problem is null
            ? Answer(context, engine, tag, RelatedInput.ToPasted(values))
            : new ProblemResult(problem);
    }

    private static Results<Ok<RelatedResult>, StatusCodeHttpResult, ProblemResult> Answer(
        HttpContext context,
        SearchEngine engine,
        AnswerTag tag,
        RelatedInput input
    )
    {
        if (input.Faults.Count > 0)
            return new ProblemResult(Problem.Of(input.Faults));
        input = input.Within(Caller.Of(context));
        var start = Stopwatch.GetTimestamp();
        if (tag.IsKnown(context, $"related\n{input.Identity}"))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        if (engine.Related(input.Request, context.RequestAborted) is not { } response)
        {
            context.Response.Headers.ETag = default;
            return NotFound();
        }
        return TypedResults.Ok(
            new RelatedResult(
                response.Words,
                Math.Round(Stopwatch.GetElapsedTime(start).TotalMilliseconds, 2),
                [.. response.Hits.Select(hit => new RelatedResultHit(ResultMapping.ToHit(hit.Hit), hit.Similarity))],
                [.. input.Warnings, .. response.Warnings]
            )
        );
    }

    private static ProblemResult NotFound() => new(ProblemCode.NotFound, "No record has this id.");
}
