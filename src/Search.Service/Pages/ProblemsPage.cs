using Search.Service.Problems;

namespace Search.Service.Pages;

/// <summary>What the codes of problems mean; the <c>type</c> of a problem leads here.</summary>
internal static class ProblemsPage
{
    public static HtmlPage Make() =>
        new("Problems – Talk search", Html.Of($"<h1>Problems</h1><dl>{ProblemCode.All.Select(Entry)}</dl>"));

    private static Html Entry(ProblemCode code) =>
        Html.Of(
            $"""
            <dt id="{code.Name}"><code>{code.Name}</code> ({code.Status})</dt>
            <dd>{code.Title}. {code.Meaning}</dd>

            """
        );
}

/// <summary>What went wrong, for people.</summary>
internal sealed class FailurePage(Problem problem) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.CacheControl = "no-store";
        var main = Html.Of(
            $"""
            <h1>{problem.Title}</h1>
            <p>{problem.Detail}</p>
            """
        );
        return new HtmlPage(problem.Title, main, problem.Status).ExecuteAsync(httpContext);
    }
}
