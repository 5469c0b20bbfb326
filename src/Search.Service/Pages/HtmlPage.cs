using System.Text;
using Microsoft.Net.Http.Headers;
using Search.Service.Api;

namespace Search.Service.Pages;

/// <summary>Answers with a whole page.</summary>
/// <param name="title">What the page is; plain text. The window adds the name of the site.</param>
/// <param name="main">What stands in <c>main</c>.</param>
/// <param name="status">The HTTP status.</param>
internal sealed class HtmlPage(string title, Html main, int status = StatusCodes.Status200OK) : IResult
{
    private static readonly UTF8Encoding WithoutMark = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>A class of <c>body</c>, by which the style tells kinds of pages apart.</summary>
    public string Kind { get; init; } = "plain";

    /// <summary>What search engines and messengers show below the title; null for none.</summary>
    public string? Description { get; init; }

    /// <summary>The one address of what the page shows, from the path base on; null when it has none.</summary>
    public string? Canonical { get; init; }

    /// <summary>Whether search engines may list the page: it is worth a visit by itself.</summary>
    public bool IsListed { get; init; }

    /// <summary>More for <c>head</c>: feeds, other forms, neighbours, data.</summary>
    public Html Head { get; init; }

    /// <summary>The form at the top; null for an empty one.</summary>
    public Html? Form { get; init; }

    /// <summary>The same as data, from the path base on; null when there is none.</summary>
    public string? Json { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var body = WithoutMark.GetBytes(Render(Site.Of(httpContext)).ToString());
        var response = httpContext.Response;
        response.StatusCode = status;
        if (status == StatusCodes.Status200OK && IsKnown(httpContext, body))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }

    // Of the page itself: it changes with the collection, the settings and the program, and with nothing else.
    private static bool IsKnown(HttpContext context, byte[] body)
    {
        // Weak, since the body may be compressed on its way.
        var tag = new EntityTagHeaderValue(AnswerTag.OfContent(body).Tag, isWeak: true);
        context.Response.Headers.ETag = tag.ToString();
        return context
            .Request.GetTypedHeaders()
            .IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false));
    }

    private Html Render(Site site) =>
        Html.Of(
            $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{WindowTitle(site)}</title>
            {HeadLinks(site)}
            <link rel="stylesheet" href="{site.Path("/site.css")}">
            <link rel="icon" href="{site.Path("/icon.svg")}" type="image/svg+xml">
            <link rel="search" type="application/opensearchdescription+xml" title="{site.Title}" href="{site.Path(
                "/opensearch.xml"
            )}">
            <script type="module" src="{site.Path("/search-box/talk-search.js")}"></script>
            {Head}
            </head>
            <body class="{Kind}">
            <a class="skip" href="#main">Skip to the content</a>
            <header class="site"><a class="name" href="{site.Home}">{Html.Text(site.Title)}</a>{Form
                ?? SearchForm.Of(site, "", [])}</header>
            <main id="main">
            {main}
            </main>
            <footer class="site"><nav aria-label="About"><ul>
            <li><a href="{site.Path("/search")}">All talks and interviews</a></li>
            {(Json is null ? Html.None : Html.Of($"<li><a href=\"{Json}\">This page as JSON</a></li>"))}
            <li><a href="{site.Path("/docs")}">API</a></li>
            </ul></nav></footer>
            </body>
            </html>

            """
        );

    private string WindowTitle(Site site) => title == site.Title ? title : $"{title} – {site.Title}";

    private Html HeadLinks(Site site)
    {
        var description = Description is null
            ? Html.None
            : Html.Of($"""<meta name="description" content="{Description}">""");
        var canonical = Canonical is null
            ? Html.None
            : Html.Of($"""<link rel="canonical" href="{site.Absolute(Canonical)}">""");
        var robots = IsListed ? Html.None : Html.Of($"""<meta name="robots" content="noindex">""");
        return Html.Join([description, canonical, robots]);
    }
}
