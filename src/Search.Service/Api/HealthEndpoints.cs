using Microsoft.AspNetCore.Http.HttpResults;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Service.Access;
using Search.Service.Hosting;
using Search.Service.OpenApi;
using Search.Service.Problems;

namespace Search.Service.Api;

/// <summary><c>/health/live</c> (the process runs) and <c>/health/ready</c> (it answers searches at full speed).</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/health/live", Methods.Read, Live).Needs(AccessNeed.Nothing).DescribeLive();
        routes.MapMethods("/health/ready", Methods.Read, Ready).Needs(AccessNeed.Nothing).DescribeReady();
    }

    private static Ok<HealthResult> Live(HttpResponse response) => Uncached(response, "live");

    private static Results<Ok<HealthResult>, ProblemResult> Ready(
        HttpResponse response,
        Readiness readiness,
        SearchEngine engine
    ) =>
        (readiness.WhyNot ?? readiness.Damage ?? WhyNoAnswer(engine)) is { } reason
            ? new ProblemResult(ProblemCode.IndexUnavailable, reason)
            : Uncached(response, "ready");

    // An open index may have lost its disk since: whoever asks is told by a search, not by a memory of one.
    private static string? WhyNoAnswer(SearchEngine engine)
    {
        try
        {
            engine.Rank(new SearchRequest { Query = "readiness", CorrectSpelling = false }, depth: 1);
            return null;
        }
        catch (IndexUnavailableException exception)
        {
            return IndexMessage.ForUsers(exception.State);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "The files of the index cannot be read.";
        }
    }

    private static Ok<HealthResult> Uncached(HttpResponse response, string status)
    {
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new HealthResult(status));
    }
}

/// <summary>The state of the service.</summary>
/// <param name="Status"><c>live</c> or <c>ready</c>.</param>
internal sealed record HealthResult(string Status);
