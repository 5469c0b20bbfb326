using Microsoft.Extensions.Options;
using Search.Engine.Searching;
using Search.Engine.Suggesting;
using Search.Service.Hosting;
using Search.Service.Parameters;
using Search.Service.Settings;

namespace Search.Service.Pages;

/// <summary>Where pages lead: every address of this service that a page writes is made here.</summary>
/// <param name="Title">The name of the whole, for headings and windows.</param>
/// <param name="PathBase">The path that the service is mounted at, encoded; empty at the top.</param>
/// <param name="Origin">Scheme and host as users see them, such as <c>https://talks.example.org</c>.</param>
internal sealed record Site(string Title, string PathBase, string Origin)
{
    /// <summary>The first page.</summary>
    public string Home => $"{PathBase}/";

    /// <summary>Of the service as the answer to a request calls it; an endpoint takes it as a parameter.</summary>
    public static Site Of(HttpContext context)
    {
        var services = context.RequestServices;
        var title = services.GetRequiredService<IOptions<SearchSettings>>().Value.Pages.Title;
        var origin = services.GetRequiredService<PublicAddress>().OriginOf(context.Request);
        return new Site(title, context.Request.PathBase.ToUriComponent(), origin);
    }

    /// <summary>Lets an endpoint ask for it.</summary>
    public static ValueTask<Site?> BindAsync(HttpContext context) => ValueTask.FromResult<Site?>(Of(context));

    /// <summary>A path that begins with <c>/</c>, and may go on with a query string.</summary>
    public string Path(string path) => PathBase + path;

    /// <summary>With scheme and host, for those who read it elsewhere.</summary>
    public string Absolute(string path) => Origin + path;

    /// <summary>The page of hits of a search.</summary>
    public string Search(SearchRequest request) => Path("/search" + SearchAddress.Of(request));

    /// <summary>A search by its fields, some left out.</summary>
    public string Search(IEnumerable<AddressField> fields) => Path("/search" + SearchAddress.Of(fields));

    /// <summary>The feed of a search, whatever page of it is shown.</summary>
    public string Feed(SearchRequest request) =>
        Path("/feed" + SearchAddress.Of(request with { Page = 1, Facets = [], Explain = false }));

    /// <summary>The page of a record.</summary>
    public string Document(string id) => Path($"/documents/{Uri.EscapeDataString(id)}");

    /// <summary>The page of a record that was found by a search, whose words are marked there.</summary>
    public string Document(string id, SearchRequest foundBy) =>
        Document(id) + SearchAddress.Of(foundBy with { Facets = [], Explain = false });

    /// <summary>All by one speaker.</summary>
    public string Speaker(string name) => Named("speakers", name) ?? Search([new("speaker", name)]);

    /// <summary>All on one topic.</summary>
    public string Topic(string name) => Named("topics", name) ?? Search([new("topic", name)]);

    /// <summary>All of one event.</summary>
    public string Event(string name) => Search([new("event", name)]);

    /// <summary>Where a suggestion leads.</summary>
    public string Suggested(SuggestionKind kind, Suggestion item) =>
        kind switch
        {
            SuggestionKind.Speaker => Speaker(item.Text),
            SuggestionKind.Topic => Topic(item.Text),
            SuggestionKind.Talk or SuggestionKind.Interview when item.Id is not null => Document(item.Id),
            _ => Search(new SearchRequest { Query = item.Text }),
        };

    // Browsers take these two away from a path, however they are written.
    private string? Named(string kind, string name) =>
        name is "." or ".." ? null : Path($"/{kind}/{Uri.EscapeDataString(name)}");
}
