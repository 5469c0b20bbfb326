using Microsoft.Playwright;

namespace Search.Tests.Browser;

public sealed class BoxPhoneTests(Chromium chromium, BoxService service)
{
    private static readonly VisitOptions Phone = new()
    {
        Width = 390,
        Height = 800,
        Touch = true,
    };

    [Fact]
    public async Task A_tap_gives_the_box_the_whole_screen()
    {
        await using var box = await TappedAsync();
        var dialog = box.Page.GetByRole(AriaRole.Dialog, new() { Name = "Search talks and interviews" });
        var place = await dialog.BoundingBoxAsync();
        Assert.NotNull(place);
        Assert.Equal((0, 0, 390, 800), (place.X, place.Y, place.Width, place.Height));
        Assert.True(await box.HasFocusAsync());
    }

    [Fact]
    public async Task It_does_so_under_what_would_clip_or_cover_it()
    {
        var body = $"""
            <div style="overflow:hidden;transform:scale(1);height:3rem">{BoxVisit.Markup(service.Address)}</div>
            <div style="position:fixed;inset:0;z-index:2147483647;background:red;pointer-events:none"></div>
            """;
        var page = service.Site.Add(body, BoxVisit.Script(service.Address));
        await using var box = await BoxVisit.OpenAsync(chromium, page, Phone);
        await box.Input.TapAsync();
        await box.TypeAsync("bea");
        await box.AllResults.ClickAsync();
        await Assertions.Expect(box.Page).ToHaveURLAsync($"{service.Address}search?q=bea");
    }

    [Fact]
    public async Task The_back_button_closes_it()
    {
        await using var box = await TappedAsync();
        var page = box.Page.Url;
        await box.TypeAsync("bea");
        await box.Page.GoBackAsync();
        await Assertions.Expect(box.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Assertions.Expect(box.Options).ToHaveCountAsync(0);
        Assert.Equal(page, box.Page.Url);
    }

    [Theory]
    [InlineData("button")]
    [InlineData("Escape")]
    public async Task Closing_leaves_no_trace_in_the_history(string way)
    {
        await using var box = await TappedAsync();
        var length = await box.Page.EvaluateAsync<int>("() => history.length");
        if (way == "button")
            await box.Page.GetByRole(AriaRole.Button, new() { Name = "Close" }).TapAsync();
        else
            await box.PressAsync(way);
        await Assertions.Expect(box.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await box.Input.TapAsync();
        await Assertions.Expect(box.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(1);
        Assert.Equal(length, await box.Page.EvaluateAsync<int>("() => history.length"));
    }

    [Fact]
    public async Task Back_from_a_result_is_the_page_and_not_the_open_box()
    {
        await using var box = await TappedAsync();
        var page = box.Page.Url;
        await box.TypeAsync("beaches");
        await box.Options.First.TapAsync();
        await Assertions.Expect(box.Page).ToHaveURLAsync($"{service.Site.Address}talks/lighthouse%2Fbeaches");
        await box.Page.GoBackAsync();
        Assert.Equal(page, box.Page.Url);
        await Assertions.Expect(box.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_focus_stays_in_the_box_while_it_has_the_screen()
    {
        await using var box = await TappedAsync();
        await box.PressAsync("Tab");
        var close = box.Page.GetByRole(AriaRole.Button, new() { Name = "Close" });
        await Assertions.Expect(close).ToBeFocusedAsync();
        await box.PressAsync("Tab");
        await Assertions.Expect(box.Input).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Passing_by_with_tab_does_not_open_it()
    {
        await using var box = await BoxVisit.OnSiteAsync(
            chromium,
            service,
            options: Phone,
            more: "<a href=\"/\">Next</a>"
        );
        await box.PressAsync("Tab");
        Assert.True(await box.HasFocusAsync());
        await Assertions.Expect(box.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_page_says_which_keyboard_fits()
    {
        await using var box = await TappedAsync();
        await Assertions.Expect(box.Input).ToHaveAttributeAsync("inputmode", "search");
        await Assertions.Expect(box.Input).ToHaveAttributeAsync("enterkeyhint", "search");
    }

    private async Task<BoxVisit> TappedAsync()
    {
        var box = await BoxVisit.OnSiteAsync(chromium, service, options: Phone);
        await box.Input.TapAsync();
        return box;
    }
}
