using System.Globalization;
using Search.Engine.Searching;
using Search.Service.Api;
using Search.Service.Parameters;
using Search.Service.Problems;

namespace Search.Service.Pages;

/// <summary>The page of hits.</summary>
internal static class SearchPage
{
    /// <summary>Hits with their form, filters and paging.</summary>
    public static HtmlPage Of(PathString pathBase, TimedAnswer answer)
    {
        var (input, response, _) = answer;
        var request = input.Request;
        var first = ((request.Page - 1) * request.HitsPerPage) + 1;
        var main = Html.Of(
            $"""
            {SearchForm.Of(pathBase, request.Query, Kept(request))}
            {FilterChips.Of(pathBase, request)}
            <h1 class="total">{Total(response.TotalHits)}</h1>
            {input.Warnings.Concat(response.Warnings).Select(warning =>
                Html.Of($"""<p class="warning">{warning}</p>""")
            )}
            {response.Suggestions.Select(other => DidYouMean(pathBase, input, response, other))}
            {FacetLists.Of(pathBase, request, response.Facets)}
            {HitList.Of(pathBase, response.Hits, first)}
            {PageNavigation.Of(pathBase, request, response.TotalHits)}
            """
        );
        return new HtmlPage(Title(request), main);
    }

    /// <summary>The form with what is wrong with the address.</summary>
    public static HtmlPage OfFaults(PathString pathBase, SearchInput input)
    {
        var main = Html.Of(
            $"""
            {SearchForm.Of(pathBase, input.Request.Query, [])}
            <h1>This search cannot be answered</h1>
            <ul>{input.Faults.Select(fault => Html.Of($"<li>{fault.Detail}</li>"))}</ul>
            """
        );
        return new HtmlPage("This search cannot be answered", main, ProblemCode.InvalidParameter.Status);
    }

    private static string Title(SearchRequest request) =>
        string.IsNullOrWhiteSpace(request.Query) ? "Talk search" : $"{request.Query} – Talk search";

    private static string Total(int hits) =>
        hits switch
        {
            0 => "Nothing was found.",
            1 => "1 result",
            _ => string.Create(CultureInfo.InvariantCulture, $"{hits:N0} results"),
        };

    private static Html DidYouMean(
        PathString pathBase,
        SearchInput input,
        SearchResponse response,
        SuggestedQuery other
    )
    {
        var request = input.Request;
        var link = $"{pathBase}/search{SearchAddress.Of(request with { Query = other.Query, Page = 1 })}";
        if (response.Interpreted.Corrected.Count == 0)
            return Html.Of($"""<p class="suggestion">Did you mean <a href="{link}">{other.Query}</a>?</p>""");
        var asTyped = $"{pathBase}/search{SearchAddress.Of(request with { CorrectSpelling = false, Page = 1 })}";
        return Html.Of(
            $"""
            <p class="suggestion">Showing results for <a href="{link}">{other.Query}</a>, since not every word of
            <a href="{asTyped}">{request.Query}</a> is in the collection.</p>
            """
        );
    }

    // A new query stays within the filters; it starts at the first page.
    private static IEnumerable<AddressField> Kept(SearchRequest request) =>
        SearchAddress.Fields(request with { Query = "", Page = 1 });
}

/// <summary>The way to the previous and the next page.</summary>
internal static class PageNavigation
{
    public static Html Of(PathString pathBase, SearchRequest request, int totalHits)
    {
        var previous = request.Page > 1 ? Link(pathBase, request, request.Page - 1, "prev", "Previous") : Html.None;
        var next = request.HasNextPage(totalHits)
            ? Link(pathBase, request, request.Page + 1, "next", "Next")
            : Html.None;
        return previous == Html.None && next == Html.None
            ? Html.None
            : Html.Of(
                $"""<nav class="pages" aria-label="Pages">{previous}<span>Page {request.Page}</span>{next}</nav>"""
            );
    }

    private static Html Link(PathString pathBase, SearchRequest request, int page, string relation, string name)
    {
        var address = SearchAddress.Of(request with { Page = page });
        return Html.Of($"""<a rel="{relation}" href="{pathBase}/search{address}">{name}</a>""");
    }
}
