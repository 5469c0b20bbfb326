using Search.Engine.Indexing;
using Search.Service.Api;

namespace Search.Service.Pages;

/// <summary>The first page: the form, what there is to search, and the newest of it.</summary>
internal static class HomePage
{
    public static HtmlPage Of(PathString pathBase, IndexStats stats, TimedAnswer newest)
    {
        var main = Html.Of(
            $"""
            <h1>Talk search</h1>
            {SearchForm.Of(pathBase, "", [])}
            <p class="total">{stats.Talks} talks and {stats.Interviews} interviews with {stats.Passages} answers.</p>
            <h2>Newest</h2>
            {HitList.Of(pathBase, newest.Response.Hits, first: 1)}
            """
        );
        return new HtmlPage("Talk search", main);
    }
}
