using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Search.Tests.Browser;

/// <summary>A page, and what went on in it.</summary>
public sealed class Visit : IAsyncDisposable
{
    // Set to a folder, each picture that a test takes is kept there for people to look at.
    private const string PictureFolder = "BROWSER_PICTURES";

    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> errors = new();
    private readonly ConcurrentQueue<Uri> requests = new();

    internal Visit(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        context.Console += (_, message) =>
        {
            if (message.Type == "error")
                errors.Enqueue(message.Text);
        };
        context.WebError += (_, error) => errors.Enqueue(error.Error);
        context.Request += (_, request) => requests.Enqueue(new Uri(request.Url));
    }

    public IPage Page { get; }

    /// <summary>What scripts threw and the browser reported: failed loads, refusals by the page's policy.</summary>
    public IReadOnlyList<string> Errors => [.. errors];

    /// <summary>Every address that was asked for, in order.</summary>
    public IReadOnlyList<Uri> Requests => [.. requests];

    public Task GoAsync(Uri address) => Page.GotoAsync(address.AbsoluteUri);

    /// <summary>Nothing was reported as an error, and nobody was asked but these.</summary>
    public void AssertQuiet(params Uri[] own)
    {
        Assert.Empty(Errors);
        Assert.DoesNotContain(Requests, request => !IsOf(own, request));
    }

    /// <summary>axe finds no violation in the page as it stands.</summary>
    public async Task AssertAccessibleAsync()
    {
        var result = await Page.RunAxe();
        Assert.Empty(result.Violations.Select(Describe));
    }

    /// <summary>Takes a picture of what the visitor sees, when somebody wants to look at it.</summary>
    public async Task PictureAsync(string name, bool fullPage = false)
    {
        if (Environment.GetEnvironmentVariable(PictureFolder) is { Length: > 0 } folder)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = fullPage });
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();

    private static bool IsOf(Uri[] own, Uri request) =>
        request.Scheme is "data" or "blob" || own.Any(host => host.Authority == request.Authority);

    private static string Describe(AxeResultItem violation)
    {
        var nodes = violation.Nodes.Select(node =>
            $"{node.Html} ({string.Join(", ", node.Any.Select(c => c.Message))})"
        );
        return $"{violation.Id}: {violation.Help}: {string.Join("; ", nodes)}";
    }
}
