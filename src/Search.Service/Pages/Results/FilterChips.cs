using Search.Engine.Searching;
using Search.Service.Parameters;

namespace Search.Service.Pages.Results;

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

    public static Html Of(Site site, SearchRequest request)
    {
        var fields = SearchAddress.Fields(request with { Page = 1 }).ToList();
        var chips = fields
            .Where(field => CanBeLeft.Contains(field.Name))
            .Select(field => LeaveChip(site, fields, field))
            .ToList();
        if (chips.Count > 1)
            chips.Add(LeaveAllChip(site, request));
        return chips.Count == 0
            ? Html.None
            : Html.Of($"""<nav class="chips" aria-label="Filters in force"><ul>{chips}</ul></nav>""");
    }

    private static Html LeaveChip(Site site, IEnumerable<AddressField> fields, AddressField field)
    {
        var address = site.Search(fields.Where(other => other != field));
        var name = $"{field.Name}: {field.Value}";
        return Html.Of(
            $"""<li><a href="{address}" aria-label="Leave {name}"><span>{Html.Text(name)}</span> <span aria-hidden="true">×</span></a></li>"""
        );
    }

    private static Html LeaveAllChip(Site site, SearchRequest request)
    {
        var address = site.Search(request with { Page = 1, Filter = RecordFilter.None });
        return Html.Of($"""<li class="all"><a href="{address}">Leave all filters</a></li>""");
    }
}
