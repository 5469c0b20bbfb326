using Search.Service.Parameters;

namespace Search.Service.Pages;

/// <summary>The search form; works as it is, without JavaScript.</summary>
internal static class SearchForm
{
    /// <param name="pathBase">Where the service is mounted.</param>
    /// <param name="query">What stands in the box.</param>
    /// <param name="kept">Parameters that a new query keeps.</param>
    public static Html Of(PathString pathBase, string query, IEnumerable<AddressField> kept) =>
        Html.Of(
            $"""
            <form role="search" action="{pathBase}/search">
            <label for="q">Search talks and interviews</label>
            <div class="box"><input type="search" id="q" name="{SearchParameters.Query.Name}" value="{query}" autocomplete="off">
            <button>Search</button></div>
            {kept.Select(field => Html.Of($"""<input type="hidden" name="{field.Name}" value="{field.Value}">"""))}
            </form>
            """
        );
}
