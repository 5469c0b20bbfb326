using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Search.Tests.Browser;

/// <summary>A search service that answers as a test says: late, out of order, or not at all.</summary>
public sealed class ScriptedSearch : IAsyncDisposable
{
    private readonly ConcurrentQueue<SearchCall> calls = new();
    private readonly LocalServer server;

    /// <param name="script">The answer to a call; it may take its time.</param>
    public ScriptedSearch(Func<SearchCall, Task<SearchReply>> script) =>
        server = new LocalServer(context => AnswerAsync(context, script));

    public ScriptedSearch(Func<SearchCall, SearchReply> script)
        : this(call => Task.FromResult(script(call))) { }

    public Uri Address => server.Address;

    public IReadOnlyList<SearchCall> Calls => [.. calls];

    public IEnumerable<SearchCall> CallsFor(string route) => calls.Where(call => call.Route == route);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, Func<SearchCall, Task<SearchReply>> script)
    {
        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlAllowHeaders = "*,Authorization";
        headers.AccessControlExposeHeaders = "Retry-After";
        if (HttpMethods.IsOptions(context.Request.Method))
            return;
        var route = context.Request.Path.Value!.Split('/')[^1];
        var query = context.Request.Query["q"].ToString();
        var number = calls.Count(call => call.Route == route && call.Query == query) + 1;
        var call = new SearchCall(route, query, number, context.Request.Headers.Authorization);
        calls.Enqueue(call);
        var reply = await script(call);
        if (reply.RetryAfter is not null)
            headers.RetryAfter = reply.RetryAfter;
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(reply.Body);
    }
}

/// <summary>A request of the box.</summary>
/// <param name="Route"><c>suggest</c>, <c>answers</c> or <c>search</c>.</param>
/// <param name="Query">What was asked.</param>
/// <param name="Number">Which request for it this is, from 1.</param>
/// <param name="Key">The header <c>Authorization</c>.</param>
public sealed record SearchCall(string Route, string Query, int Number, string? Key);

/// <summary>An answer.</summary>
public sealed record SearchReply(int Status, string Body = "{}", string? RetryAfter = null)
{
    /// <summary>What the route answers when a talk of this title is all there is.</summary>
    public static SearchReply Talk(SearchCall call, string title) =>
        call.Route == "suggest"
            ? new(
                200,
                $$"""{"query":{{Json(call.Query)}},"groups":[{"name":"talks","items":[{"text":{{Json(title)}},"ranges":[],"id":"t","url":null,"totalHits":null}]}]}"""
            )
            : Nothing(call);

    /// <summary>What the route answers when there is nothing.</summary>
    public static SearchReply Nothing(SearchCall call) =>
        new(200, $$"""{"query":{{Json(call.Query)}},"groups":[],"totalHits":0,"hits":[],"suggestions":[]}""");

    private static string Json(string text) => JsonSerializer.Serialize(text);
}
