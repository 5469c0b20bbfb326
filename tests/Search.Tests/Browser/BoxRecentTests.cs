using Microsoft.Playwright;

namespace Search.Tests.Browser;

public sealed class BoxRecentTests(Chromium chromium, BoxService service)
{
    private const string Stored = "() => localStorage.length";

    [Fact]
    public async Task Nothing_is_offered_unless_the_page_wants_it()
    {
        await using var box = await BoxVisit.OnSiteAsync(chromium, service);
        await box.Input.ClickAsync();
        await Assertions.Expect(box.Options).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Nothing_is_stored_before_the_visitor_asks()
    {
        await using var box = await BoxVisit.OnSiteAsync(chromium, service, "recent");
        await SearchAsync(box, "beacon");
        Assert.Equal(0, await box.Page.EvaluateAsync<int>(Stored));
    }

    [Fact]
    public async Task Searches_are_remembered_once_the_visitor_asks_and_forgotten_by_one_choice()
    {
        await using var box = await BoxVisit.OnSiteAsync(chromium, service, "recent");
        await box.Input.ClickAsync();
        await box.Options.GetByText("Remember my searches on this device").ClickAsync();
        await SearchAsync(box, "beacon");
        await SearchAsync(box, "sand");
        await SearchAsync(box, "beacon");
        await box.Input.ClickAsync();
        Assert.Equal("Recent searches | beacon | sand | Forget my searches", await box.ListAsync());
        await Assertions.Expect(box.Options.First).ToHaveAttributeAsync("href", $"{service.Address}search?q=beacon");
        await box.PressAsync("ArrowUp", "Enter");
        Assert.Equal("Recent searches | Remember my searches on this device", await box.ListAsync());
        Assert.Equal(0, await box.Page.EvaluateAsync<int>(Stored));
    }

    [Fact]
    public async Task What_somebody_else_wrote_into_the_storage_does_no_harm()
    {
        await using var box = await BoxVisit.OnSiteAsync(chromium, service, "recent");
        await box.Page.EvaluateAsync("() => localStorage.setItem('talk-search:recent', '[1, null, {\"a\": \"<b>\"}]')");
        await box.Input.ClickAsync();
        await Assertions.Expect(box.Options).ToHaveCountAsync(4);
        await box.Page.EvaluateAsync("() => localStorage.setItem('talk-search:recent', '{')");
        await box.PressAsync("Escape", "ArrowDown");
        await Assertions.Expect(box.Options).ToHaveTextAsync(["Remember my searches on this device"]);
        box.Visit.AssertQuiet(service.Address, service.Site.Address);
    }

    // In a new tab, so that this page stays.
    private static async Task SearchAsync(BoxVisit box, string text)
    {
        await box.Input.FillAsync(text);
        await box.SettledAsync(text);
        var results = await box.Page.Context.RunAndWaitForPageAsync(() => box.PressAsync("Control+Enter"));
        await results.CloseAsync();
        await box.Input.FillAsync("");
        await box.PressAsync("Escape");
    }
}
