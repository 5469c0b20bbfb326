using Search.Engine.Searching;

namespace Search.Service.Pages.Results;

/// <summary>The way through the pages of an answer.</summary>
/// <param name="Page">The one that is shown, from 1.</param>
/// <param name="Last">The last one that can be asked for.</param>
/// <param name="Address">Where a page is.</param>
internal sealed record PageNavigation(int Page, int Last, Func<int, string> Address)
{
    // Around the page that is shown.
    private const int Neighbours = 1;

    /// <summary>Of an answer with so many hits.</summary>
    public static PageNavigation Of(SearchRequest request, int totalHits, Func<int, string> address)
    {
        var pages = (totalHits + request.HitsPerPage - 1) / request.HitsPerPage;
        var reachable = SearchLimits.MaxDepth / request.HitsPerPage;
        return new PageNavigation(request.Page, Math.Min(pages, reachable), address);
    }

    /// <summary>Links for people; nothing when there is one page.</summary>
    public Html ToHtml()
    {
        if (Last < 2)
            return Html.None;
        var previous = Page > 1 && Page <= Last ? Link(Page - 1, "Previous", "prev") : Html.None;
        var next = Page < Last ? Link(Page + 1, "Next", "next") : Html.None;
        return Html.Of($"""<nav class="pages" aria-label="Pages"><ul>{previous}{Numbers()}{next}</ul></nav>""");
    }

    /// <summary>The same for the head of the page.</summary>
    public Html ToHead()
    {
        var previous =
            Page > 1 && Page <= Last ? Html.Of($"""<link rel="prev" href="{Address(Page - 1)}">""") : Html.None;
        var next = Page < Last ? Html.Of($"""<link rel="next" href="{Address(Page + 1)}">""") : Html.None;
        return Html.Join([previous, next]);
    }

    private IEnumerable<Html> Numbers()
    {
        var shown = 0;
        for (var number = 1; number <= Last; number++)
        {
            if (number != 1 && number != Last && Math.Abs(number - Page) > Neighbours)
                continue;
            if (number > shown + 1)
                yield return Html.Of($"<li aria-hidden=\"true\">…</li>");
            shown = number;
            yield return number == Page
                ? Html.Of($"""<li><a href="{Address(number)}" aria-current="page">{number}</a></li>""")
                : Html.Of($"""<li><a href="{Address(number)}" aria-label="Page {number}">{number}</a></li>""");
        }
    }

    private Html Link(int page, string name, string relation) =>
        Html.Of($"""<li><a rel="{relation}" href="{Address(page)}">{name}</a></li>""");
}
