using Search.Engine.Searching;
using Search.Service.Parameters;

namespace Search.Service.Pages;

/// <summary>What a search is narrowed to, as links that leave one thing each.</summary>
internal static class FilterChips
{
    private static readonly string[] CanBeLeft =
    [
        SearchParameters.Kinds.Name,
        SearchParameters.Topics.Name,
        SearchParameters.Speakers.Name,
        SearchParameters.Events.Name,
        SearchParameters.Languages.Name,
        SearchParameters.Years.Name,
        SearchParameters.From.Name,
        SearchParameters.To.Name,
        SearchParameters.Filter.Name,
    ];

    public static Html Of(PathString pathBase, SearchRequest request)
    {
        var fields = SearchAddress.Fields(request with { Page = 1, Facets = [] }).ToList();
        var chips = fields
            .Where(field => CanBeLeft.Contains(field.Name))
            .Select(field => LeaveChip(pathBase, fields, field))
            .ToList();
        return chips.Count == 0
            ? Html.None
            : Html.Of($"""<nav class="chips" aria-label="Filters"><ul>{chips}</ul></nav>""");
    }

    private static Html LeaveChip(PathString pathBase, IEnumerable<AddressField> fields, AddressField field)
    {
        var address = SearchAddress.Of(fields.Where(other => other != field));
        var name = $"{field.Name}: {field.Value}";
        return Html.Of($"""<li><a href="{pathBase}/search{address}" aria-label="Leave {name}">{name} ×</a></li>""");
    }
}
