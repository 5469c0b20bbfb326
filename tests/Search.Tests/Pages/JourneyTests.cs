using Search.Tests.Browser;

namespace Search.Tests.Pages;

/// <summary>What people do on the pages, without JavaScript.</summary>
public sealed class JourneyTests(Chromium chromium, PagesService service)
{
    [Fact]
    public async Task A_reader_searches_filters_pages_opens_a_record_and_comes_back()
    {
        await using var visit = await OpenAsync("/");
        var page = visit.Page;

        await page.FillAsync("input[name=q]", "serial parts");
        await page.PressAsync("input[name=q]", "Enter");
        Assert.Contains("25 results", await page.InnerTextAsync("h1"), StringComparison.Ordinal);

        await page.ClickAsync(".pages a[rel=next]");
        Assert.Contains("page=2", page.Url, StringComparison.Ordinal);

        await page.ClickAsync(".facets >> text=2015");
        Assert.Contains("1 result", await page.InnerTextAsync("h1"), StringComparison.Ordinal);
        Assert.DoesNotContain("page=2", page.Url, StringComparison.Ordinal);

        var results = page.Url;
        await page.ClickAsync(".hits h2 a");
        Assert.Equal("Part 25 of Many", await page.InnerTextAsync("h1"));
        Assert.NotEqual(0, await page.Locator("mark").CountAsync());

        await page.ClickAsync(".back a");
        Assert.Equal(results, page.Url);

        await page.ClickAsync(".chips a");
        Assert.Contains("25 results", await page.InnerTextAsync("h1"), StringComparison.Ordinal);
        visit.AssertQuiet(service.Host.Address);
    }

    [Fact]
    public async Task An_answer_is_opened_at_its_question()
    {
        await using var visit = await OpenAsync("/search?q=lease&kind=interview");
        await visit.Page.ClickAsync(".answers a");
        Assert.EndsWith("#q-2", visit.Page.Url, StringComparison.Ordinal);
        Assert.Equal("And a lease?", await visit.Page.InnerTextAsync(".question:target h2"));
    }

    [Fact]
    public async Task On_a_phone_filters_unfold_on_a_touch()
    {
        await using var visit = await OpenAsync(
            "/search?q=quorum",
            new VisitOptions
            {
                Width = 360,
                Touch = true,
                JavaScript = false,
            }
        );
        var value = visit.Page.Locator(".facets a").First;
        Assert.False(await value.IsVisibleAsync());
        await visit.Page.ClickAsync(".facets summary");
        await value.ClickAsync();
        Assert.Contains("kind=", visit.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_wide_screen_filters_stand_beside_the_results()
    {
        await using var visit = await OpenAsync(
            "/search?q=quorum",
            new VisitOptions { Width = 1440, JavaScript = false }
        );
        Assert.True(await visit.Page.Locator(".facets a").First.IsVisibleAsync());
        Assert.False(await visit.Page.Locator(".facets summary").IsVisibleAsync());
    }

    [Fact]
    public async Task A_keyboard_can_skip_to_the_content()
    {
        await using var visit = await OpenAsync("/search?q=quorum");
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Enter");
        Assert.EndsWith("#main", visit.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_paper_there_is_the_text_and_no_way_to_click()
    {
        await using var visit = await OpenAsync("/documents/relay%2Fint-7?q=lease");
        await visit.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        Assert.True(await visit.Page.Locator(".question").First.IsVisibleAsync());
        foreach (var name in new[] { "form", ".beside", ".back", "footer.site" })
            Assert.False(await visit.Page.Locator(name).First.IsVisibleAsync());
    }

    [Fact]
    public async Task With_javascript_the_box_takes_the_place_of_the_form_and_leads_to_pages()
    {
        await using var visit = await OpenAsync("/search?q=serial&topic=Series", new VisitOptions());
        var page = visit.Page;
        var input = page.GetByRole(Microsoft.Playwright.AriaRole.Combobox);
        await Microsoft.Playwright.Assertions.Expect(input).ToHaveValueAsync("serial");
        await input.FillAsync("ada exam");
        await page.Locator("[part~=option-speakers]").First.ClickAsync();
        await page.WaitForURLAsync("**/speakers/Ada%20Example");
        visit.AssertQuiet(service.Host.Address);
    }

    [Fact]
    public async Task The_box_keeps_the_filters_of_the_page()
    {
        await using var visit = await OpenAsync("/search?q=serial&topic=Series", new VisitOptions());
        var input = visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Combobox);
        await input.FillAsync("parts");
        await input.PressAsync("Enter");
        await visit.Page.WaitForURLAsync("**/search?*q=parts*");
        Assert.Contains("topic=Series", visit.Page.Url, StringComparison.Ordinal);
    }

    private Task<Visit> OpenAsync(string path, VisitOptions? options = null) =>
        chromium.OpenAsync(new Uri(service.Host.Address, path), options ?? new VisitOptions { JavaScript = false });
}
