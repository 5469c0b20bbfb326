using Microsoft.AspNetCore.Http.HttpResults;
using Search.Service.Access;
using Search.Service.Api;
using Search.Service.OpenApi;
using Search.Service.Parameters;
using Search.Service.Problems;

namespace Search.Service.Insights;

/// <summary><c>/v1/insights</c> and the page <c>/admin</c>, for holders of an admin key.</summary>
internal static class InsightsEndpoints
{
    public static void MapInsights(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/v1/insights", Methods.Read, Insights).Needs(AccessNeed.Admin).DescribeInsights();
        routes.MapMethods("/admin", Methods.Read, Page).Needs(AccessNeed.Admin).ExcludeFromDescription();
    }

    private static Results<Ok<InsightsResult>, ProblemResult> Insights(HttpContext context, InsightsReport report)
    {
        var input = InsightsInput.Read(ParameterValues.FromQuery(context.Request.QueryString.Value));
        if (input.Faults.Count > 0)
            return new ProblemResult(Problem.Of(input.Faults));
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(report.Read(input.Days, input.Limit) with { Warnings = input.Warnings });
    }

    private static IResult Page(HttpContext context, AdminPage page)
    {
        context.Response.Headers.CacheControl = "no-store";
        return page.Make(context.Request);
    }
}
