using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Search.Engine.Searching;
using Search.Service.Api;
using Search.Service.Parameters;
using Search.Service.Problems;

namespace Search.Service.Pages.Discovery;

/// <summary>What machines read to find the pages: browsers, feed readers and search engines.</summary>
internal static class DiscoveryEndpoints
{
    private const int EntriesPerFeed = 20;

    public static void MapDiscovery(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/opensearch.xml", Methods.Read, OpenSearch).ExcludeFromDescription();
        routes.MapMethods("/opensearch/suggestions", Methods.Read, Suggestions).ExcludeFromDescription();
        routes.MapMethods("/feed", Methods.Read, ReadFeed).ExcludeFromDescription();
        routes.MapMethods("/sitemap.xml", Methods.Read, ReadSitemap).ExcludeFromDescription();
        routes.MapMethods("/robots.txt", Methods.Read, Robots).ExcludeFromDescription();
    }

    private static XmlAnswer OpenSearch(HttpContext context, Site site, AnswerTag tag)
    {
        tag.SetLifetime(context);
        return new OpenSearchDescription(site).ToAnswer();
    }

    private static IResult Suggestions(
        HttpContext context,
        Site site,
        SearchEngine engine,
        SuggestInputReader reader,
        AnswerTag tag
    )
    {
        var input = reader.Read(ParameterValues.FromQuery(context.Request.QueryString.Value));
        if (input.Faults.Count > 0)
            return new ProblemResult(Problem.Of(input.Faults));
        if (tag.IsKnown(context, $"opensearch {engine.SuggestVersion()}\n{site.Origin}{input.Identity}"))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var suggestions = OpenSearchSuggestions.Of(site, engine.Suggest(input.Request));
        return TypedResults.Content(suggestions.ToJsonString(), "application/x-suggestions+json; charset=utf-8");
    }

    private static IResult ReadFeed(
        HttpContext context,
        Site site,
        SearchInputReader reader,
        SearchRunner runner,
        AnswerTag tag
    )
    {
        var values = ParameterValues.FromQuery(context.Request.QueryString.Value);
        if (!values[SearchParameters.Sort.Name].Any())
            values.Add(
                SearchParameters.Sort.Name,
                new ParameterValue(SearchParameters.Sort.NameOf(SortOrder.DateDescending))
            );
        if (!values[SearchParameters.HitsPerPage.Name].Any())
            values.Add(SearchParameters.HitsPerPage.Name, new ParameterValue($"{EntriesPerFeed}"));
        var input = reader.Search(values);
        if (input.Faults.Count > 0)
            return new FailurePage(Problem.Of(input.Faults));
        tag.SetLifetime(context);
        return new Feed(site).Of(runner.Run(context, input with { Request = input.Request with { Facets = [] } }));
    }

    private static IResult ReadSitemap(HttpContext context, Site site, SearchEngine engine, AnswerTag tag)
    {
        tag.SetLifetime(context);
        var sitemap = new Sitemap(site, SiteAddresses.Of(site, engine, context.RequestAborted));
        var part = ParameterValues.FromQuery(context.Request.QueryString.Value)["part"];
        if (part.Count == 0)
            return sitemap.Whole();
        var isNumber = int.TryParse(part[0].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return isNumber && sitemap.Part(number) is { } map
            ? map
            : new FailurePage(Problem.Of(ProblemCode.NotFound, "There is no such part of the site map."));
    }

    private static ContentHttpResult Robots(HttpContext context, Site site, AnswerTag tag)
    {
        tag.SetLifetime(context);
        return TypedResults.Text(RobotsText.Of(site));
    }
}
