using System.Globalization;
using Search.Engine.Searching;
using Search.Service.Api;
using Search.Service.Parameters;
using Search.Service.Problems;

namespace Search.Service.Pages.Results;

/// <summary>The page of hits.</summary>
/// <param name="site">Where it leads.</param>
internal sealed class SearchPage(Site site)
{
    /// <summary>Hits with their form, filters and paging.</summary>
    /// <param name="answer">What was asked, without the facets that only the page asked for, and what was found.</param>
    /// <param name="count">How much another search would find.</param>
    public HtmlPage Of(TimedAnswer answer, Func<SearchRequest, int> count)
    {
        var (input, response, _) = answer;
        var request = input.Request;
        var pages = PageNavigation.Of(request, response.TotalHits, page => site.Search(request with { Page = page }));
        var main = Html.Of(
            $"""
            <div class="top">
            <h1>{Heading(request, response.TotalHits)}</h1>
            {FilterChips.Of(site, request)}
            {Understood.Of(site, answer)}
            </div>
            {FacetLists.Of(site, request, response)}
            <div class="list">
            {(response.TotalHits > 1 ? ResultOrder.Of(site, request) : Html.None)}
            {new HitList(site, request).Of(response.Hits)}
            {Missing(request, response, pages, count)}
            {pages.ToHtml()}
            {FollowLink(request)}
            </div>
            """
        );
        return new HtmlPage(Title(request), main)
        {
            Kind = "results",
            Canonical = site.Search(request with { Facets = [] }),
            Form = SearchForm.Of(site, request.Query, Kept(request)),
            Head = Html.Join([pages.ToHead(), FeedLink(request)]),
            Json = site.Path("/v1/search" + SearchAddress.Of(FacetLists.AskFor(request) with { Explain = true })),
        };
    }

    /// <summary>The form with what is wrong with the address.</summary>
    public HtmlPage OfFaults(SearchInput input, ParameterValues values)
    {
        var main = Html.Of(
            $"""
            <h1>This search cannot be answered</h1>
            <ul>{input.Faults.Select(fault => Html.Of($"<li>{Html.Text(fault.Detail)}</li>"))}</ul>
            <p><a href="{site.Search(input.Request)}">Search without {WhatIsFaulty(input)}</a></p>
            """
        );
        var query =
            input.Request.Query.Length > 0 ? input.Request.Query : values["q"].Select(q => q.Text).FirstOrDefault();
        return new HtmlPage("This search cannot be answered", main, ProblemCode.InvalidParameter.Status)
        {
            Form = SearchForm.Of(site, query ?? "", []),
        };
    }

    private static string WhatIsFaulty(SearchInput input) =>
        string.Join(", ", input.Faults.Select(fault => fault.Parameter).Distinct());

    private static string Title(SearchRequest request) =>
        string.IsNullOrWhiteSpace(request.Query) ? "Talks and interviews" : request.Query;

    private static Html Heading(SearchRequest request, int hits)
    {
        var total = hits switch
        {
            0 => "Nothing was found",
            1 => "1 result",
            _ => string.Create(CultureInfo.InvariantCulture, $"{hits:N0} results"),
        };
        return string.IsNullOrWhiteSpace(request.Query)
            ? Html.Of($"{total}")
            : Html.Of($"""{total} for <q>{Html.Text(request.Query.Trim())}</q>""");
    }

    private Html Missing(
        SearchRequest request,
        SearchResponse response,
        PageNavigation pages,
        Func<SearchRequest, int> count
    )
    {
        if (response.Hits.Count > 0)
            return Html.None;
        return response.TotalHits == 0
            ? new NothingFound(site, count).Of(request, response)
            : NothingFound.PageBehindLast(pages);
    }

    private Html FeedLink(SearchRequest request) =>
        Html.Of(
            $"""<link rel="alternate" type="application/atom+xml" title="{Title(request)}" href="{site.Feed(request)}">"""
        );

    private Html FollowLink(SearchRequest request) =>
        Html.Of($"""<p class="follow"><a href="{site.Feed(request)}">Follow this search as a feed</a></p>""");

    // A new query stays within the filters; it starts at the first page.
    private static IEnumerable<AddressField> Kept(SearchRequest request) =>
        SearchAddress.Fields(request with { Query = "", Page = 1, Facets = [] });
}
