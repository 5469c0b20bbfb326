using Scalar.AspNetCore;

namespace Search.Service.Hosting;

/// <summary>Headers that keep browsers from doing more with an answer than it is meant for.</summary>
internal static class SecurityHeaders
{
    private const string ForPages =
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

    private const string ForData = "default-src 'none'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(Write, context.Response);
                return next(context);
            }
        );

    private static Task Write(object state)
    {
        var response = (HttpResponse)state;
        // Its headers take the place of those that the browser keeps with the page, and it does not say what it is.
        if (response.StatusCode == StatusCodes.Status304NotModified)
            return Task.CompletedTask;
        var isPage = response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) ?? false;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = isPage ? PolicyOfPage(response.HttpContext) : ForData;
        if (isPage)
            response.Headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        return Task.CompletedTask;
    }

    // The reader of the API's documentation is a script that styles itself; it leaves a nonce with its request.
    private static string PolicyOfPage(HttpContext context) =>
        context.Items[ScalarOptions.NonceHttpContextItemKey] is string nonce
            ? $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; "
                + "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; form-action 'self'; "
                + "base-uri 'none'; frame-ancestors 'self'"
            : ForPages;
}
