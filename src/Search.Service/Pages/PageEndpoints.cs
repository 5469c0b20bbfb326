using Search.Engine.Searching;
using Search.Service.Access;
using Search.Service.Api;
using Search.Service.Parameters;

namespace Search.Service.Pages;

/// <summary>Pages for people.</summary>
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
    }

    private static HtmlPage Home(HttpContext context, SearchEngine engine, SearchRunner runner, AnswerTag tag)
    {
        tag.SetLifetime(context);
        var newest = runner.Run(context, new SearchInput(new SearchRequest { HitsPerPage = 5 }, [], []));
        return HomePage.Of(context.Request.PathBase, engine.Stats(), newest);
    }

    private static HtmlPage Search(HttpContext context, SearchInputReader reader, SearchRunner runner, AnswerTag tag)
    {
        var pathBase = context.Request.PathBase;
        var input = reader.Search(ParameterValues.FromQuery(context.Request.QueryString.Value));
        if (input.Faults.Count > 0)
            return SearchPage.OfFaults(pathBase, input);
        tag.SetLifetime(context);
        var facetted = input with { Request = FacetLists.AskFor(input.Request) };
        return SearchPage.Of(pathBase, runner.Run(context, facetted) with { Input = input });
    }
}
