using Search.Engine.Searching;
using Search.Service.Parameters;

namespace Search.Service.Pages;

/// <summary>Values that narrow a search, as links with the number of results that each would leave.</summary>
internal static class FacetLists
{
    private const int MostValues = 8;

    private static readonly (FacetField Field, string Heading)[] Shown =
    [
        (FacetField.Kind, "Kind"),
        (FacetField.Topic, "Topic"),
        (FacetField.Event, "Event"),
        (FacetField.Year, "Year"),
    ];

    /// <summary>The request with the facets that the page shows, whichever it came with.</summary>
    public static SearchRequest AskFor(SearchRequest request) =>
        request with
        {
            Facets = [.. Shown.Select(facet => facet.Field)],
            FacetLimit = MostValues,
        };

    /// <param name="pathBase">Where the service is mounted.</param>
    /// <param name="request">What the page shows.</param>
    /// <param name="facets">What was counted for it.</param>
    public static Html Of(PathString pathBase, SearchRequest request, IReadOnlyList<Facet> facets)
    {
        var lists = facets
            .Where(facet => facet.Values.Count > 0)
            .Select(facet => List(pathBase, request, facet))
            .ToList();
        return lists.Count == 0
            ? Html.None
            : Html.Of($"""<nav class="facets" aria-label="Narrow the results"><dl>{lists}</dl></nav>""");
    }

    private static Html List(PathString pathBase, SearchRequest request, Facet facet)
    {
        var heading = Array.Find(Shown, shown => shown.Field == facet.Field).Heading;
        var values = facet.Values.Select(value => Value(pathBase, request, facet.Field, value));
        return Html.Of(
            $"""
            <div><dt>{heading}</dt><dd><ul>
            {values}
            </ul></dd></div>

            """
        );
    }

    private static Html Value(PathString pathBase, SearchRequest request, FacetField field, FacetCount value)
    {
        var filter = FacetSelections.Toggle(request.Filter, field, value);
        var address = SearchAddress.Of(request with { Page = 1, Filter = filter, Facets = [] });
        var current = value.Selected ? "true" : "false";
        return Html.Of(
            $"""<li><a href="{pathBase}/search{address}" aria-current="{current}">{value.Value}</a> {value.Count}</li>"""
        );
    }
}
