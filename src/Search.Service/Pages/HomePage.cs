using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Service.Pages.Records;

namespace Search.Service.Pages;

/// <summary>The first page: the form, what there is to search, and the newest of it.</summary>
/// <param name="site">Where it leads.</param>
internal sealed class HomePage(Site site)
{
    /// <summary>What the page counts and lists.</summary>
    public static SearchRequest Request { get; } =
        new()
        {
            HitsPerPage = 6,
            SnippetWords = 20,
            Facets = [FacetField.Topic, FacetField.Event],
            FacetLimit = 24,
        };

    /// <param name="stats">How much there is.</param>
    /// <param name="newest">The answer to <see cref="Request"/>.</param>
    public HtmlPage Of(IndexStats stats, SearchResponse newest)
    {
        var main = Html.Of(
            $"""
            <div class="hero"><h1>{Html.Text(site.Title)}</h1>
            <p class="total">{Counts(stats)}</p>
            {SearchForm.Of(site, "", [])}</div>
            {List(newest, FacetField.Topic, "Topics", site.Topic)}
            {List(newest, FacetField.Event, "Events", site.Event)}
            <section class="latest"><h2>Latest</h2>
            {WorkList.Of(site, newest.Hits, withText: true)}
            <p class="follow"><a href="{site.Search(new SearchRequest())}">Everything, newest first</a>
            <a href="{site.Feed(new SearchRequest())}">Follow as a feed</a></p></section>
            """
        );
        return new HtmlPage(site.Title, main)
        {
            Kind = "home",
            Canonical = site.Home,
            IsListed = true,
            Description = $"Search {Counts(stats)}.",
            Form = Html.None,
            Head = Html.Join([Feed(), new JsonLd(site).OfSite()]),
            Json = site.Path("/v1/search" + Parameters.SearchAddress.Of(Request)),
        };
    }

    private static Html Counts(IndexStats stats) =>
        stats.Talks + stats.Interviews == 0
            ? Html.Of($"nothing yet: the collection is empty")
            : Html.Of($"{stats.Talks:N0} talks and {stats.Interviews:N0} interviews with {stats.Passages:N0} answers");

    private static Html List(SearchResponse newest, FacetField field, string name, Func<string, string> address)
    {
        var values = newest.Facets.Where(facet => facet.Field == field).SelectMany(facet => facet.Values).ToList();
        return values.Count == 0
            ? Html.None
            : Html.Of($"""<section><h2>{name}</h2><ul class="tags">{values.Select(Value)}</ul></section>""");

        Html Value(FacetCount value) =>
            Html.Of(
                $"""
                <li><a href="{address(value.Value)}"><bdi>{Html.Text(
                    value.Value
                )}</bdi> <small>{value.Count:N0}</small></a></li>

                """
            );
    }

    private Html Feed() =>
        Html.Of(
            $"""<link rel="alternate" type="application/atom+xml" title="{site.Title}" href="{site.Feed(new SearchRequest())}">"""
        );
}
