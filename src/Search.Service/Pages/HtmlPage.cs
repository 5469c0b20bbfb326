using System.Text;

namespace Search.Service.Pages;

/// <summary>Answers with a whole page.</summary>
/// <param name="title">For the window; plain text.</param>
/// <param name="main">What stands in <c>main</c>.</param>
/// <param name="status">The HTTP status.</param>
internal sealed class HtmlPage(string title, Html main, int status = StatusCodes.Status200OK) : IResult
{
    private static readonly UTF8Encoding WithoutMark = new(encoderShouldEmitUTF8Identifier: false);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var request = httpContext.Request;
        var page = Html.Of(
            $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{title}</title>
            <link rel="stylesheet" href="{request.PathBase}/site.css">
            <link rel="icon" href="{request.PathBase}/icon.svg" type="image/svg+xml">
            </head>
            <body>
            <header><a href="{request.PathBase}/">Talk search</a></header>
            <main>
            {main}
            </main>
            <footer><a href="{request.PathBase}/docs">API</a></footer>
            </body>
            </html>

            """
        );
        var body = WithoutMark.GetBytes(page.ToString());
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        httpContext.Response.ContentLength = body.Length;
        return httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }
}
