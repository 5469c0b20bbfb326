using Search.Engine.Searching;
using Search.Service.Pages.Records;

namespace Search.Service.Pages.Results;

/// <summary>
/// Values that narrow a search, as links with the number of results that each would leave. The parameter <c>facets</c> of
/// the address names those that are listed at length.
/// </summary>
internal static class FacetLists
{
    private const int FewValues = 8;

    private static readonly (FacetField Field, string Heading)[] Shown =
    [
        (FacetField.Kind, "Kind"),
        (FacetField.Topic, "Topic"),
        (FacetField.Speaker, "Speaker"),
        (FacetField.Event, "Event"),
        (FacetField.Year, "Year"),
        (FacetField.Language, "Language"),
    ];

    /// <summary>The request with the facets that the page shows, whichever it came with.</summary>
    public static SearchRequest AskFor(SearchRequest request) =>
        request with
        {
            Facets = [.. Shown.Select(facet => facet.Field)],
        };

    /// <param name="site">Where it leads.</param>
    /// <param name="request">What the page shows.</param>
    /// <param name="response">What was counted for it.</param>
    public static Html Of(Site site, SearchRequest request, SearchResponse response)
    {
        var lists = response
            .Facets.Where(facet => Narrows(facet, response.TotalHits))
            .Select(facet => List(site, request, facet))
            .ToList();
        return lists.Count == 0
            ? Html.None
            : Html.Of(
                $"""
                <details class="facets"><summary>Filter the results</summary><nav aria-label="Filter the results">
                {lists}
                </nav></details>
                """
            );
    }

    // A single value that all results have is no choice.
    private static bool Narrows(Facet facet, int totalHits) =>
        facet.Values.Count > 1 || facet.Values.Any(value => value.Selected || value.Count < totalHits);

    private static Html List(Site site, SearchRequest request, Facet facet)
    {
        var heading = Array.Find(Shown, shown => shown.Field == facet.Field).Heading;
        var isLong = request.Facets.Contains(facet.Field);
        var values = InOrder(facet)
            .Where((value, place) => isLong || place < FewValues || value.Selected)
            .Select(value => Value(site, request, facet.Field, value));
        return Html.Of(
            $"""
            <section><h2 id="by-{FacetNames.Of(facet.Field)}">{heading}</h2><ul>
            {values}
            </ul>{MoreOrFewer(site, request, facet, heading)}</section>

            """
        );
    }

    // Years are looked for by their order, all else by how much there is.
    private static IEnumerable<FacetCount> InOrder(Facet facet) =>
        facet.Field == FacetField.Year
            ? facet.Values.OrderByDescending(value => value.Value, StringComparer.Ordinal)
            : facet.Values;

    private static Html Value(Site site, SearchRequest request, FacetField field, FacetCount value)
    {
        var filter = FacetSelections.Toggle(request.Filter, field, value);
        var address = site.Search(request with { Page = 1, Filter = filter });
        var current = value.Selected ? Html.Of($" aria-current=\"true\"") : Html.None;
        return Html.Of(
            $"""
            <li><a href="{address}"{current} rel="nofollow"><span>{Name(
                field,
                value.Value
            )}</span> <small>{value.Count:N0}</small></a></li>

            """
        );
    }

    private static Html MoreOrFewer(Site site, SearchRequest request, Facet facet, string heading)
    {
        if (facet.Values.Count <= FewValues)
            return Html.None;
        var isLong = request.Facets.Contains(facet.Field);
        IEnumerable<FacetField> longOnes = isLong
            ? request.Facets.Where(field => field != facet.Field)
            : request.Facets.Append(facet.Field);
        var address = site.Search(request with { Facets = [.. longOnes] });
        var text = isLong ? "Fewer" : "More";
        return Html.Of(
            $"""<a class="more" href="{address}#by-{FacetNames.Of(facet.Field)}" rel="nofollow" aria-label="{text} values of {heading}">{text}</a>"""
        );
    }

    private static Html Name(FacetField field, string value) =>
        field switch
        {
            FacetField.Kind => Html.Text(value == "talk" ? "Talks" : "Interviews"),
            FacetField.Language => Html.Text(LanguageName.Of(value)),
            _ => Html.Text(value),
        };
}
