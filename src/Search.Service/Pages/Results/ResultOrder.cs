using Search.Engine.Searching;

namespace Search.Service.Pages.Results;

/// <summary>How the hits are put: their order, and what one hit is, as links.</summary>
internal static class ResultOrder
{
    private static readonly (SortOrder Order, string Name)[] Orders =
    [
        (SortOrder.Relevance, "Best"),
        (SortOrder.DateDescending, "Newest"),
        (SortOrder.DateAscending, "Oldest"),
        (SortOrder.TitleAscending, "Title"),
    ];

    private static readonly (HitGroup Group, string Name)[] Groups =
    [
        (HitGroup.Work, "Works"),
        (HitGroup.Passage, "Single answers"),
    ];

    public static Html Of(Site site, SearchRequest request)
    {
        // Without words to rank by, the best are the newest.
        var orders = request.Query.Length == 0 ? Orders.Skip(1) : Orders;
        var effective = request is { Query.Length: 0, Sort: SortOrder.Relevance }
            ? SortOrder.DateDescending
            : request.Sort;
        return Html.Of(
            $"""
            <nav class="order" aria-label="Order of the results"><div><span id="sort">Sort by</span><ul aria-labelledby="sort">
            {orders.Select(order =>
                Choice(site, request with { Sort = order.Order }, order.Name, order.Order == effective)
            )}
            </ul></div><div><span id="show">Show</span><ul aria-labelledby="show">
            {Groups.Select(group =>
                Choice(site, request with { Group = group.Group }, group.Name, group.Group == request.Group)
            )}
            </ul></div></nav>
            """
        );
    }

    private static Html Choice(Site site, SearchRequest request, string name, bool isCurrent)
    {
        var current = isCurrent ? Html.Of($" aria-current=\"true\"") : Html.None;
        return Html.Of(
            $"""<li><a href="{site.Search(request with { Page = 1 })}"{current} rel="nofollow">{name}</a></li>"""
        );
    }
}
