using Search.Engine.Searching;
using Search.Engine.Suggesting;

namespace Search.Service.Pages.Records;

/// <summary>What to do when there is no such record, speaker or topic: something near its name.</summary>
internal static class Missing
{
    private const int MostHits = 5;

    /// <param name="site">Where it leads.</param>
    /// <param name="kind"><c>record</c>, <c>speaker</c> or <c>topic</c>.</param>
    /// <param name="name">What was asked for; empty when it could not be read.</param>
    /// <param name="engine">Knows what is near.</param>
    public static HtmlPage Page(Site site, string kind, string name, SearchEngine engine)
    {
        var links = name.Length == 0 ? [] : Near(site, Words(name), engine);
        var asked = name.Length == 0 ? Html.None : Html.Of($" called <q>{Html.Text(name)}</q>");
        var list = links.Count == 0 ? Html.None : Html.Of($"<p>Something near it:</p><ul>{links}</ul>");
        var main = Html.Of(
            $"""
            <h1>There is no {kind}{asked}</h1>
            {list}
            <p>Search above, or begin at <a href="{site.Home}">the first page</a>.</p>
            """
        );
        return new HtmlPage($"There is no such {kind}", main, StatusCodes.Status404NotFound)
        {
            Form = SearchForm.Of(site, Words(name), []),
        };
    }

    private static List<Html> Near(Site site, string words, SearchEngine engine)
    {
        var suggested = engine.Suggest(new SuggestRequest { Query = words }).Groups;
        var links = suggested
            .SelectMany(group => group.Items.Select(item => Link(site.Suggested(group.Kind, item), item.Text)))
            .ToList();
        if (links.Count > 0)
            return links;
        var found = engine.Search(new SearchRequest { Query = words, HitsPerPage = MostHits });
        return [.. found.Hits.Select(hit => Link(site.Document(hit.Record.Id), hit.Record.Title))];
    }

    // Ids are mostly made of words and signs between.
    private static string Words(string name) =>
        string.Join(' ', name.Split(['/', '-', '_', '#', ' '], StringSplitOptions.RemoveEmptyEntries).TakeLast(6));

    private static Html Link(string address, string text) =>
        Html.Of($"""<li><a href="{address}">{Html.Text(text)}</a></li>""");
}
