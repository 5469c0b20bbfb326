using Search.Service.Problems;

namespace Search.Service.Pages;

/// <summary>What went wrong, for people, and where they can go from here.</summary>
internal sealed class FailurePage(Problem problem) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.CacheControl = "no-store";
        var isBusy = problem.Status == StatusCodes.Status503ServiceUnavailable;
        if (isBusy)
            httpContext.Response.Headers.RetryAfter = "5";
        var site = Site.Of(httpContext);
        var way = isBusy
            ? Html.Of($"<p>Try again in a moment.</p>")
            : Html.Of($"""<p>Search above, or begin at <a href="{site.Home}">the first page</a>.</p>""");
        var main = Html.Of(
            $"""
            <h1>{problem.Title}</h1>
            <p>{Html.Text(problem.Detail)}</p>
            {way}
            """
        );
        return new HtmlPage(problem.Title, main, problem.Status).ExecuteAsync(httpContext);
    }
}
