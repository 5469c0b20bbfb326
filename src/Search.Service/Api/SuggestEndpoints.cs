using Microsoft.AspNetCore.Http.HttpResults;
using Search.Engine.Searching;
using Search.Service.Access;
using Search.Service.OpenApi;
using Search.Service.Parameters;
using Search.Service.Problems;

namespace Search.Service.Api;

/// <summary><c>/v1/suggest</c>: what someone who types may mean.</summary>
internal static class SuggestEndpoints
{
    public static void MapSuggest(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/v1/suggest", Methods.Read, Suggest).Needs(AccessNeed.ReadInScope).DescribeSuggest();

    private static Results<Ok<SuggestResult>, StatusCodeHttpResult, ProblemResult> Suggest(
        HttpContext context,
        SearchEngine engine,
        SuggestInputReader reader,
        AnswerTag tag
    )
    {
        var input = reader
            .Read(ParameterValues.FromQuery(context.Request.QueryString.Value))
            .Within(Caller.Of(context));
        if (input.Faults.Count > 0)
            return new ProblemResult(Problem.Of(input.Faults));
        // Suggestions follow the index, so an answer may be older than the index is.
        if (tag.IsKnown(context, $"suggest {engine.SuggestVersion()}\n{input.Identity}"))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return TypedResults.Ok(engine.Suggest(input.Request).ToResult(input.Warnings));
    }
}
