using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Search.Tests.Browser;

/// <summary>Somebody's own site, of another origin than the service. Every address is a page of it.</summary>
public sealed class ConferenceSite : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, SitePage> pages = new();
    private readonly LocalServer server;

    public ConferenceSite() => server = new LocalServer(Answer);

    /// <summary>Ends with a slash.</summary>
    public Uri Address => server.Address;

    /// <summary>The policy that a page with the box needs, and no more.</summary>
    /// <param name="service">Where the box comes from.</param>
    public static string StrictPolicy(Uri service) =>
        $"default-src 'none'; script-src {service}search-box/; connect-src {service}; "
        + "require-trusted-types-for 'script'; trusted-types 'none'";

    /// <summary>Puts a page up and gives its address.</summary>
    public Uri Add(string body, string head = "", string? policy = null, string language = "en")
    {
        var path = $"/page-{pages.Count}-{Guid.NewGuid():N}";
        var html = $"""
            <!doctype html>
            <html lang="{language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>A conference</title>
            {head}
            </head>
            <body><main><h1>A conference</h1>{body}</main></body>
            </html>
            """;
        pages[path] = new SitePage(html, policy);
        return new Uri(Address, path);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private Task Answer(HttpContext context)
    {
        var page = pages.GetValueOrDefault(
            context.Request.Path,
            new SitePage("<!doctype html><title>Original</title>", null)
        );
        context.Response.ContentType = "text/html; charset=utf-8";
        if (page.Policy is not null)
            context.Response.Headers.ContentSecurityPolicy = page.Policy;
        return context.Response.WriteAsync(page.Html);
    }

    private sealed record SitePage(string Html, string? Policy);
}
