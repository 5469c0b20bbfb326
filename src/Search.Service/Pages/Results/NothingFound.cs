using Search.Engine.Searching;

namespace Search.Service.Pages.Results;

/// <summary>What to do when nothing was found: ways that lead to something, each tried before it is offered.</summary>
/// <param name="site">Where it leads.</param>
/// <param name="count">How much a search would find.</param>
internal sealed class NothingFound(Site site, Func<SearchRequest, int> count)
{
    // The last resort stands behind those that keep more of what was asked.
    private const int MostWays = 3;

    public Html Of(SearchRequest request, SearchResponse response)
    {
        var ways = Wider(request, response.Interpreted)
            .Select(Way)
            .Where(way => way != Html.None)
            .Take(MostWays)
            .ToList();
        var wider = ways.Count == 0 ? Html.None : Html.Of($"<ul>{ways}</ul>");
        return Html.Of(
            $"""
            <section class="nothing"><h2>What may help</h2>
            {wider}
            <ul>
            <li>Fewer words, or other words for the same; look at the spelling.</li>
            <li>Words without quotes find texts that have them apart; a word behind a minus sign is left out.</li>
            <li>Look through <a href="{site.Home}">topics and events</a>, or <a href="{site.Search(
                new SearchRequest()
            )}">everything, newest first</a>.</li>
            </ul></section>
            """
        );
    }

    /// <summary>A page behind the last one of an answer.</summary>
    public static Html PageBehindLast(PageNavigation pages) =>
        Html.Of(
            $"""<section class="nothing"><p>There is no page {pages.Page} of it. <a href="{pages.Address(
                pages.Last
            )}">Go to page {pages.Last}</a>, the last.</p></section>"""
        );

    // What the search is restricted by is taken away one by one, and all of it at once where that alone may help.
    private static IEnumerable<(string Name, SearchRequest Request)> Wider(SearchRequest request, InterpretedQuery read)
    {
        request = request with { Page = 1, Facets = [] };
        var ways = new List<(string Name, SearchRequest Request)>();
        if (request.Filter != RecordFilter.None)
            ways.Add(("Without the filters", request with { Filter = RecordFilter.None }));
        if (request.Syntax == QuerySyntax.Simple)
            ways.AddRange(WithoutSigns(request, read));
        var words = string.Join(' ', [.. read.Words, .. read.Phrases]);
        if (ways.Count > 1 && words.Length > 0)
            ways.Add(("With the words alone, in everything", new SearchRequest { Query = words }));
        return ways;
    }

    private static IEnumerable<(string Name, SearchRequest Request)> WithoutSigns(
        SearchRequest request,
        InterpretedQuery read
    )
    {
        var words = string.Join(' ', [.. read.Words, .. read.Phrases]);
        var isRestricted = read.Phrases.Count + read.Excluded.Count + read.Filters.Count > 0;
        if (isRestricted && words.Length > 0)
            yield return ("With the words alone, wherever they stand", request with { Query = words });
        if (request.Match == MatchMode.All)
            yield return ("With some of the words", request with { Match = MatchMode.Auto });
        if (!request.CorrectSpelling)
            yield return ("With words that are spelt nearly so", request with { CorrectSpelling = true });
    }

    private Html Way((string Name, SearchRequest Request) way)
    {
        var hits = count(way.Request);
        return hits == 0
            ? Html.None
            : Html.Of(
                $"""<li><a href="{site.Search(way.Request)}">{way.Name}</a> there {(hits == 1 ? "is 1 result" : $"are {hits:N0} results")}.</li>"""
            );
    }
}
