using Search.Engine.Searching;
using Search.Service.Hosting;
using Search.Service.Parameters;

namespace Search.Service.Api;

/// <summary>The <c>Link</c> header of a page of hits.</summary>
internal sealed class PageLinks(PublicAddress address)
{
    // Three addresses of this length fit the 4 KiB that proxies commonly allow for all headers of an answer.
    private const int MaxLinkLength = 1_000;

    /// <summary>
    /// Links to the first, previous and next page where there are such, for a search that has an address of its own. Left
    /// out when the query is so long that the header could be too long for a proxy.
    /// </summary>
    public void Write(HttpContext context, SearchRequest request, int totalHits)
    {
        if (HttpMethods.IsPost(context.Request.Method))
            return;
        var links = new List<string>();
        if (request.Page > 1)
        {
            links.Add(Link(context, request, 1, "first"));
            links.Add(Link(context, request, request.Page - 1, "prev"));
        }
        if (request.HasNextPage(totalHits))
            links.Add(Link(context, request, request.Page + 1, "next"));
        if (links.Count > 0 && links.TrueForAll(link => link.Length <= MaxLinkLength))
            context.Response.Headers.Link = string.Join(", ", links);
    }

    private string Link(HttpContext context, SearchRequest request, int page, string relation)
    {
        var path = context.Request.Path.ToUriComponent() + SearchAddress.Of(request with { Page = page });
        return $"<{address.Of(context.Request, path)}>; rel=\"{relation}\"";
    }
}

/// <summary>Paging.</summary>
internal static class Paging
{
    /// <summary>Whether there is a further page that may be asked for.</summary>
    public static bool HasNextPage(this SearchRequest request, int totalHits) =>
        (long)request.Page * request.HitsPerPage < totalHits
        && (request.Page + 1L) * request.HitsPerPage <= SearchLimits.MaxDepth;
}
