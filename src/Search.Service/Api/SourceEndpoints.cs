using Search.Service.Access;
using Search.Service.OpenApi;
using Search.Service.Problems;
using Search.Service.Writing;

namespace Search.Service.Api;

/// <summary><c>DELETE /v1/sources/{name}</c>: all records that a source owns, in one commit.</summary>
internal static class SourceEndpoints
{
    // "v1" and "sources".
    private const int SegmentsBeforeName = 2;

    // A catch-all, since names of sources are often paths.
    public static void MapSources(this IEndpointRouteBuilder routes) =>
        routes.MapDelete("/v1/sources/{**name}", Delete).Needs(AccessNeed.Admin).DescribeDeleteSource();

    private static async Task<IResult> Delete(HttpContext context, WriteQueue queue)
    {
        if (!RawPath.TryReadRest(context.Request, SegmentsBeforeName, out var name))
            return new ProblemResult(ProblemCode.NotFound, "The address names no source.");
        var removed = await queue.RunAsync(session => session.RemoveSource(name));
        if (removed == 0)
            return new ProblemResult(ProblemCode.NotFound, "No source has this name. See /v1/sources.");
        context.Response.Headers["Search-Removed"] = $"{removed}";
        return TypedResults.NoContent();
    }
}
