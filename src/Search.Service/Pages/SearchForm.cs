using Search.Service.Parameters;

namespace Search.Service.Pages;

/// <summary>
/// The search form; works as it is, without JavaScript. Where there is JavaScript, the search box takes its place, without
/// moving anything.
/// </summary>
internal static class SearchForm
{
    /// <param name="site">Where it leads.</param>
    /// <param name="query">What stands in the box.</param>
    /// <param name="kept">Parameters that a new query keeps.</param>
    public static Html Of(Site site, string query, IEnumerable<AddressField> kept) =>
        Html.Of(
            $"""
            <talk-search links="service"><form role="search" action="{site.Path("/search")}">
            <label for="q">Search talks and interviews</label>
            <div class="box"><input type="search" id="q" name="{SearchParameters.Query.Name}" value="{query}" placeholder="Search talks and interviews" autocomplete="off" enterkeyhint="search">
            <button>Search</button></div>
            {kept.Select(field => Html.Of($"""<input type="hidden" name="{field.Name}" value="{field.Value}">"""))}
            </form></talk-search>
            """
        );
}
