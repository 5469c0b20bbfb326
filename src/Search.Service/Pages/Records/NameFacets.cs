using System.Globalization;
using Search.Engine.Searching;

namespace Search.Service.Pages.Records;

/// <summary>What the works of a speaker or a topic are, in numbers that lead further: years, people, topics, events.</summary>
internal sealed class NameFacets(Site site, NameView view)
{
    private const int MostValues = 10;

    /// <summary>How much there is and from when, as one line.</summary>
    /// <example><c>12 talks and 3 interviews, 2011 to 2023</c></example>
    public static string Summary(NameView view)
    {
        var counts = Values(view, FacetField.Kind)
            .OrderByDescending(kind => kind.Value, StringComparer.Ordinal)
            .Select(kind => Counted(kind.Count, kind.Value));
        var years = Values(view, FacetField.Year).Select(year => year.Value).Order(StringComparer.Ordinal).ToList();
        var time = years.Count switch
        {
            0 => "",
            1 => $", {years[0]}",
            _ => $", {years[0]} to {years[^1]}",
        };
        return string.Join(" and ", counts) + time;
    }

    public Html ToHtml()
    {
        var other = view.Field == FacetField.Speaker ? "Speaks with" : "Speakers";
        Html[] lists =
        [
            Years(),
            List(FacetField.Topic, view.Field == FacetField.Topic ? "Topics beside it" : "Topics", site.Topic),
            List(FacetField.Speaker, other, site.Speaker),
            List(FacetField.Event, "Events", EventAddress),
        ];
        return lists.All(list => list == Html.None)
            ? Html.None
            : Html.Of(
                $"""<details class="facets"><summary>Years, people, topics</summary><nav aria-label="Years, people, topics">{lists}</nav></details>"""
            );
    }

    private Html Years()
    {
        var years = Values(view, FacetField.Year)
            .OrderByDescending(year => year.Value, StringComparer.Ordinal)
            .ToList();
        if (years.Count < 2)
            return Html.None;
        var most = years.Max(year => year.Count);
        return Html.Of(
            $"""<section><h2>Years</h2><ul class="years">{years.Select(year => Year(year, most))}</ul></section>"""
        );
    }

    // The bar is drawn, since styles in the markup are forbidden; the number beside it says the same.
    private Html Year(FacetCount year, int most)
    {
        var width = Math.Max(1, 100 * year.Count / most);
        return Html.Of(
            $"""
            <li><a href="{Narrowed("year", year.Value)}"><span>{year.Value}</span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="{width}" height="10"/></svg>
            <small>{year.Count:N0}</small></a></li>

            """
        );
    }

    private Html List(FacetField field, string heading, Func<string, string> address)
    {
        var values = Values(view, field)
            .Where(value => field != view.Field || value.Value != view.Name)
            .Take(MostValues)
            .Select(value =>
                Html.Of(
                    $"""<li><a href="{address(value.Value)}"><span>{Html.Text(value.Value)}</span> <small>{value.Count:N0}</small></a></li>"""
                )
            )
            .ToList();
        return values.Count == 0 ? Html.None : Html.Of($"<section><h2>{heading}</h2><ul>{values}</ul></section>");
    }

    private string EventAddress(string name) => Narrowed("event", name);

    private string Narrowed(string parameter, string value)
    {
        var own = view.Field == FacetField.Speaker ? "speaker" : "topic";
        return site.Search([new(own, view.Name), new(parameter, value)]);
    }

    private static string Counted(int count, string kind) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {kind}{(count == 1 ? "" : "s")}");

    private static IReadOnlyList<FacetCount> Values(NameView view, FacetField field) =>
        view.Works.Facets.FirstOrDefault(facet => facet.Field == field)?.Values ?? [];
}
