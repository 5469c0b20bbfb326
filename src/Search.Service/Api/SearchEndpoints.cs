using Microsoft.AspNetCore.Http.HttpResults;
using Search.Service.Access;
using Search.Service.OpenApi;
using Search.Service.Parameters;
using Search.Service.Problems;

namespace Search.Service.Api;

/// <summary><c>/v1/search</c> and <c>/v1/answers</c>: the same parameters by query string and by JSON body.</summary>
internal static class SearchEndpoints
{
    public static void MapSearch(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/v1/search", Methods.Read, Search).Needs(AccessNeed.ReadInScope).DescribeSearch("search");
        routes.MapPost("/v1/search", Search).Needs(AccessNeed.ReadInScope).DescribeSearch("searchByBody");
        routes
            .MapMethods("/v1/answers", Methods.Read, Answers)
            .Needs(AccessNeed.ReadInScope)
            .DescribeAnswers("answers");
        routes.MapPost("/v1/answers", Answers).Needs(AccessNeed.ReadInScope).DescribeAnswers("answersByBody");
    }

    private static Task<Results<Ok<SearchResult<ResultHit>>, StatusCodeHttpResult, ProblemResult>> Search(
        HttpContext context,
        [AsParameters] SearchParts parts
    ) => Answer(context, parts, parts.Reader.Search, ResultMapping.ToResult);

    private static Task<Results<Ok<SearchResult<AnswerHit>>, StatusCodeHttpResult, ProblemResult>> Answers(
        HttpContext context,
        [AsParameters] SearchParts parts
    ) => Answer(context, parts, parts.Reader.Answers, ResultMapping.ToAnswers);

    private static async Task<Results<Ok<SearchResult<THit>>, StatusCodeHttpResult, ProblemResult>> Answer<THit>(
        HttpContext context,
        SearchParts parts,
        Func<ParameterValues, SearchInput> read,
        Func<TimedAnswer, SearchResult<THit>> toResult
    )
    {
        var (values, problem) = await parts.Values.ReadAsync(context.Request, context.RequestAborted);
        if (problem is not null)
            return new ProblemResult(problem);
        var input = read(values).Within(Caller.Of(context));
        if (input.Faults.Count > 0)
            return new ProblemResult(Problem.Of(input.Faults));
        if (parts.Tag.IsKnown(context, $"{context.Request.Path}{input.Identity}"))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var answer = parts.Runner.Run(context, input);
        if (answer.Response.Partial)
            AnswerTag.KeepNowhere(context);
        parts.Links.Write(context, input.Request, answer.Response.TotalHits);
        return TypedResults.Ok(toResult(answer));
    }
}

/// <summary>What an answer is made with.</summary>
internal sealed record SearchParts(
    RequestValues Values,
    SearchInputReader Reader,
    AnswerTag Tag,
    SearchRunner Runner,
    PageLinks Links
);
