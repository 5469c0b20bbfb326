using Microsoft.Playwright;

namespace Search.Tests.Browser;

public sealed class BoxKeyboardTests(Chromium chromium, BoxService service)
{
    [Fact]
    public async Task Arrows_go_through_all_groups_and_the_input_in_a_round()
    {
        await using var box = await TypedAsync("bea");
        var options = await box.Page.Locator("talk-search [role=option] [part=text]").AllInnerTextsAsync();
        var seen = new List<string?>();
        for (var step = 0; step <= options.Count; step++)
        {
            await box.PressAsync("ArrowDown");
            seen.Add(await box.ActiveAsync());
        }
        Assert.Equal([.. options, null], seen);
        Assert.True(options.Count >= 5);
        await box.PressAsync("ArrowUp");
        Assert.Equal(options[^1], await box.ActiveAsync());
        Assert.True(await box.HasFocusAsync());
    }

    [Fact]
    public async Task Home_and_end_go_to_the_ends_once_an_option_is_active()
    {
        await using var box = await TypedAsync("bea");
        await box.PressAsync("Home");
        Assert.Null(await box.ActiveAsync());
        await box.PressAsync("ArrowDown", "End");
        Assert.Equal("All results for “bea”", await box.ActiveAsync());
        await box.PressAsync("Home");
        Assert.Equal(await box.Options.First.Locator("[part=text]").InnerTextAsync(), await box.ActiveAsync());
    }

    [Fact]
    public async Task Typing_on_leaves_the_active_option()
    {
        await using var box = await TypedAsync("bea");
        await box.PressAsync("ArrowDown", "c");
        await box.SettledAsync("beac");
        Assert.Null(await box.ActiveAsync());
        await Assertions.Expect(box.Active).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Enter_goes_to_the_page_of_results()
    {
        await using var box = await TypedAsync("beacon");
        await box.PressAsync("Enter");
        await Assertions.Expect(box.Page).ToHaveURLAsync($"{service.Address}search?q=beacon");
    }

    [Fact]
    public async Task Enter_on_an_option_goes_to_its_original()
    {
        await using var box = await TypedAsync("beaches");
        await box.PressAsync("ArrowDown", "Enter");
        await Assertions.Expect(box.Page).ToHaveURLAsync($"{service.Site.Address}talks/lighthouse%2Fbeaches");
    }

    [Theory]
    [InlineData("Control+Enter")]
    [InlineData("Meta+Enter")]
    public async Task Control_with_enter_opens_a_new_tab(string keys)
    {
        await using var box = await TypedAsync("beaches");
        var results = await box.Page.Context.RunAndWaitForPageAsync(() => box.PressAsync(keys));
        await Assertions.Expect(results).ToHaveURLAsync($"{service.Address}search?q=beaches");
        await box.PressAsync("ArrowDown");
        var original = await box.Page.Context.RunAndWaitForPageAsync(() => box.PressAsync(keys));
        await Assertions.Expect(original).ToHaveURLAsync($"{service.Site.Address}talks/lighthouse%2Fbeaches");
        Assert.StartsWith($"{service.Site.Address}page-", box.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Escape_closes_first_and_clears_second()
    {
        await using var box = await TypedAsync("beacon");
        await box.PressAsync("ArrowDown", "Escape");
        await Assertions.Expect(box.Options).ToHaveCountAsync(0);
        await Assertions.Expect(box.Input).ToHaveValueAsync("beacon");
        Assert.Null(await box.ActiveAsync());
        await box.PressAsync("Escape");
        await Assertions.Expect(box.Input).ToHaveValueAsync("");
        Assert.True(await box.HasFocusAsync());
    }

    [Fact]
    public async Task An_arrow_opens_what_escape_closed()
    {
        await using var box = await TypedAsync("beacon");
        await box.PressAsync("Escape", "ArrowDown");
        Assert.NotNull(await box.ActiveAsync());
        await box.PressAsync("Alt+ArrowUp");
        await Assertions.Expect(box.Options).ToHaveCountAsync(0);
        await box.PressAsync("Alt+ArrowDown");
        await Assertions.Expect(box.AllResults).ToBeVisibleAsync();
        Assert.Null(await box.ActiveAsync());
    }

    [Fact]
    public async Task Tab_leaves_and_closes()
    {
        await using var box = await BoxVisit.OnSiteAsync(chromium, service, more: "<a id=\"next\" href=\"/\">Next</a>");
        await box.Input.FocusAsync();
        await box.TypeAsync("beacon");
        await box.PressAsync("Tab");
        await Assertions.Expect(box.Page.Locator("#next")).ToBeFocusedAsync();
        await Assertions.Expect(box.Options).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("", "Control+k", true)]
    [InlineData("", "/", false)]
    [InlineData("hotkeys=\"mod+k /\"", "/", true)]
    [InlineData("hotkeys=\"s\"", "s", true)]
    [InlineData("hotkeys=\"s\"", "Control+k", false)]
    [InlineData("hotkeys=\"\"", "Control+k", false)]
    [InlineData("", "Control+Shift+k", false)]
    [InlineData("", "k", false)]
    public async Task Keys_that_lead_to_the_box_are_the_pages_choice(string attributes, string keys, bool leads)
    {
        await using var box = await BoxVisit.OnSiteAsync(chromium, service, attributes);
        await box.PressAsync(keys);
        Assert.Equal(leads, await box.HasFocusAsync());
        await Assertions.Expect(box.Input).ToHaveValueAsync("");
    }

    [Theory]
    [InlineData("<input id=\"other\" aria-label=\"Other\">")]
    [InlineData("<textarea id=\"other\" aria-label=\"Other\"></textarea>")]
    [InlineData("<div id=\"other\" contenteditable=\"true\" role=\"textbox\" aria-label=\"Other\"></div>")]
    public async Task Keys_are_left_to_who_is_typing_elsewhere(string other)
    {
        await using var box = await BoxVisit.OnSiteAsync(chromium, service, "hotkeys=\"mod+k /\"", more: other);
        await box.Page.Locator("#other").FocusAsync();
        await box.PressAsync("/", "Control+k");
        await Assertions.Expect(box.Page.Locator("#other")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_focus_goes_back_to_where_it_came_from()
    {
        await using var box = await BoxVisit.OnSiteAsync(
            chromium,
            service,
            more: "<button id=\"opener\">Menu</button>"
        );
        await box.Page.Locator("#opener").FocusAsync();
        await box.PressAsync("Control+k");
        await box.TypeAsync("beacon");
        await box.PressAsync("Escape", "Escape", "Escape");
        await Assertions.Expect(box.Page.Locator("#opener")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_box_that_was_taken_off_the_page_hears_no_keys()
    {
        await using var box = await BoxVisit.OnSiteAsync(chromium, service);
        await box.Page.EvaluateAsync("() => { window.box = document.querySelector('talk-search'); box.remove(); }");
        await box.Page.EvaluateAsync(
            "() => addEventListener('keydown', event => { window.untouched = !event.defaultPrevented; event.preventDefault(); })"
        );
        await box.PressAsync("Control+k");
        Assert.True(await box.Page.EvaluateAsync<bool>("() => window.untouched"));
        await box.Page.EvaluateAsync("() => document.querySelector('main').append(window.box)");
        await box.PressAsync("Control+k");
        Assert.False(await box.Page.EvaluateAsync<bool>("() => window.untouched"));
        Assert.True(await box.HasFocusAsync());
    }

    private async Task<BoxVisit> TypedAsync(string text)
    {
        var box = await BoxVisit.OnSiteAsync(chromium, service);
        await box.Input.FocusAsync();
        await box.TypeAsync(text);
        return box;
    }
}
