using System.Globalization;
using Search.Engine.Documents;
using Search.Engine.Searching;
using Search.Service.Api;
using Search.Service.Parameters;
using Search.Service.Problems;

namespace Search.Service.Pages;

/// <summary>The page of hits.</summary>
internal static class SearchPage
{
    /// <summary>Hits with their form, filters and paging.</summary>
    public static HtmlPage Of(PathString pathBase, TimedAnswer answer)
    {
        var (input, response, _) = answer;
        var request = input.Request;
        var first = ((request.Page - 1) * request.HitsPerPage) + 1;
        var main = Html.Of(
            $"""
            {SearchForm.Of(pathBase, request.Query, Kept(request))}
            {FilterChips.Of(pathBase, request)}
            <p class="total" role="status">{Total(response.TotalHits)}</p>
            {input.Warnings.Concat(response.Warnings).Select(warning =>
                Html.Of($"""<p class="warning">{warning}</p>""")
            )}
            {HitList.Of(pathBase, response.Hits, first)}
            {PageNavigation.Of(pathBase, request, response.TotalHits)}
            """
        );
        return new HtmlPage(Title(request), main);
    }

    /// <summary>The form with what is wrong with the address.</summary>
    public static HtmlPage OfFaults(PathString pathBase, SearchInput input)
    {
        var main = Html.Of(
            $"""
            {SearchForm.Of(pathBase, input.Request.Query, [])}
            <h1>This search cannot be answered</h1>
            <ul>{input.Faults.Select(fault => Html.Of($"<li>{fault.Detail}</li>"))}</ul>
            """
        );
        return new HtmlPage("This search cannot be answered", main, ProblemCode.InvalidParameter.Status);
    }

    private static string Title(SearchRequest request) =>
        string.IsNullOrWhiteSpace(request.Query) ? "Talk search" : $"{request.Query} – Talk search";

    private static string Total(int hits) =>
        hits switch
        {
            0 => "Nothing was found.",
            1 => "1 result",
            _ => string.Create(CultureInfo.InvariantCulture, $"{hits:N0} results"),
        };

    // A new query stays within the chosen kind and topic; it starts at the first page, by relevance.
    private static IEnumerable<(string Name, string Value)> Kept(SearchRequest request) =>
        [
            .. request.Filter.Kinds.Select(kind => (SearchParameters.Kinds.Name, SearchAddress.NameOf(kind))),
            .. request.Filter.Topics.Select(topic => (SearchParameters.Topics.Name, topic)),
        ];
}

/// <summary>Choosing a kind, and leaving a topic.</summary>
internal static class FilterChips
{
    public static Html Of(PathString pathBase, SearchRequest request)
    {
        (string Name, IReadOnlyList<RecordKind> Kinds)[] choices =
        [
            ("Everything", []),
            ("Talks", [RecordKind.Talk]),
            ("Interviews", [RecordKind.Interview]),
        ];
        return Html.Of(
            $"""
            <nav class="chips" aria-label="Filters"><ul>
            {choices.Select(choice => KindChip(pathBase, request, choice.Name, choice.Kinds))}
            {request.Filter.Topics.Select(topic => TopicChip(pathBase, request, topic))}
            </ul></nav>
            """
        );
    }

    private static Html KindChip(
        PathString pathBase,
        SearchRequest request,
        string name,
        IReadOnlyList<RecordKind> kinds
    )
    {
        var isChosen = request.Filter.Kinds.SequenceEqual(kinds);
        var target = request with { Page = 1, Filter = request.Filter with { Kinds = kinds } };
        var current = isChosen ? "true" : "false";
        return Html.Of(
            $"""<li><a href="{pathBase}/search{SearchAddress.Of(target)}" aria-current="{current}">{name}</a></li>"""
        );
    }

    private static Html TopicChip(PathString pathBase, SearchRequest request, string topic)
    {
        var rest = request.Filter.Topics.Where(other => other != topic).ToList();
        var target = request with { Page = 1, Filter = request.Filter with { Topics = rest } };
        return Html.Of(
            $"""<li><a href="{pathBase}/search{SearchAddress.Of(target)}" aria-label="Leave topic {topic}">{topic} ×</a></li>"""
        );
    }
}

/// <summary>The way to the previous and the next page.</summary>
internal static class PageNavigation
{
    public static Html Of(PathString pathBase, SearchRequest request, int totalHits)
    {
        var previous = request.Page > 1 ? Link(pathBase, request, request.Page - 1, "prev", "Previous") : Html.None;
        var next = request.HasNextPage(totalHits)
            ? Link(pathBase, request, request.Page + 1, "next", "Next")
            : Html.None;
        return previous == Html.None && next == Html.None
            ? Html.None
            : Html.Of(
                $"""<nav class="pages" aria-label="Pages">{previous}<span>Page {request.Page}</span>{next}</nav>"""
            );
    }

    private static Html Link(PathString pathBase, SearchRequest request, int page, string relation, string name)
    {
        var address = SearchAddress.Of(request with { Page = page });
        return Html.Of($"""<a rel="{relation}" href="{pathBase}/search{address}">{name}</a>""");
    }
}
