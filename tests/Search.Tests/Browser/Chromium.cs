using Microsoft.Playwright;
using Search.Tests.Browser;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Search.Tests.Browser;

/// <summary>The installed Chromium, started once, by the first test that opens a page.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private readonly Lazy<Task<Started>> started = new(StartAsync);

    /// <summary>A page of its own, with nothing remembered from another; dispose it.</summary>
    public async Task<Visit> OpenAsync(VisitOptions? options = null)
    {
        var chosen = options ?? new VisitOptions();
        var context = await (await started.Value).Browser.NewContextAsync(chosen.ToContext());
        context.SetDefaultTimeout(chosen.TimeoutMilliseconds);
        return new Visit(context, await context.NewPageAsync());
    }

    /// <summary>Opens a page and goes to an address.</summary>
    public async Task<Visit> OpenAsync(Uri address, VisitOptions? options = null)
    {
        var visit = await OpenAsync(options);
        await visit.GoAsync(address);
        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        if (!started.IsValueCreated)
            return;
        var (playwright, browser) = await started.Value;
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private static async Task<Started> StartAsync()
    {
        // Machines that build and test at once are slow; nothing here waits longer than it must.
        Assertions.SetDefaultExpectTimeout(60_000);
        var playwright = await Playwright.CreateAsync();
        // The package's own browsers would be another download.
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Find() });
        return new Started(playwright, browser);
    }

    private static string Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("The browser tests need Chromium; tests/run installs it.");

    private sealed record Started(IPlaywright Playwright, IBrowser Browser);
}
