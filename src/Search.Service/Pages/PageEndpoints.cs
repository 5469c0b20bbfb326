using Search.Engine.Searching;
using Search.Service.Access;
using Search.Service.Api;
using Search.Service.Pages.Discovery;
using Search.Service.Pages.Records;
using Search.Service.Pages.Results;
using Search.Service.Parameters;

namespace Search.Service.Pages;

/// <summary>Pages for people. They ask the engine as the routes of the API do, with the same code and not over the network.</summary>
internal static class PageEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/", Methods.Read, Home).ExcludeFromDescription();
        routes.MapMethods("/search", Methods.Read, Search).ExcludeFromDescription();
        routes
            .MapMethods("/problems", Methods.Read, ProblemsPage.Make)
            .Needs(AccessNeed.Nothing)
            .ExcludeFromDescription();
        routes.MapRecordPages();
        routes.MapDiscovery();
    }

    private static HtmlPage Home(HttpContext context, Site site, SearchEngine engine, AnswerTag tag)
    {
        tag.SetLifetime(context);
        var newest = engine.Search(HomePage.Request, context.RequestAborted);
        return new HomePage(site).Of(engine.Stats(), newest);
    }

    private static HtmlPage Search(
        HttpContext context,
        Site site,
        SearchInputReader reader,
        SearchEngine engine,
        SearchRunner runner,
        AnswerTag tag
    )
    {
        var values = ParameterValues.FromQuery(context.Request.QueryString.Value);
        var input = reader.Search(values);
        var page = new SearchPage(site);
        if (input.Faults.Count > 0)
            return page.OfFaults(input, values);
        tag.SetLifetime(context);
        var asked = input with { Request = FacetLists.AskFor(input.Request) with { Explain = true } };
        var answer = runner.Run(context, asked) with { Input = input };
        return page.Of(answer, CountHits);

        int CountHits(SearchRequest other) =>
            engine.Search(other with { HitsPerPage = 1 }, context.RequestAborted).TotalHits;
    }
}
