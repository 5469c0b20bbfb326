using Microsoft.Playwright;

namespace Search.Tests.Browser;

public sealed class BoxSafetyTests(Chromium chromium, BoxService service)
{
    [Fact]
    public async Task Hostile_titles_and_questions_stay_text()
    {
        await using var box = await OpenFreeAsync();
        await box.Input.FocusAsync();
        await box.TypeAsync("hostile");
        Assert.Contains(BoxService.Hostile, await box.ListAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await box.Page.Locator("talk-search :is(img, script, b, i)").CountAsync());
        Assert.Null(await box.Page.EvaluateAsync<int?>("() => window.harmed ?? null"));
        box.Visit.AssertQuiet(service.Address, service.Site.Address);
    }

    [Fact]
    public async Task An_address_that_is_no_web_address_leads_to_the_service()
    {
        await using var box = await OpenFreeAsync();
        await box.Input.FocusAsync();
        await box.TypeAsync("hostile");
        var links = await box
            .Page.Locator("talk-search a")
            .EvaluateAllAsync<string[]>("links => links.map(link => link.href)");
        Assert.All(links, link => Assert.StartsWith($"{service.Address}", link, StringComparison.Ordinal));
        Assert.Contains($"{service.Address}documents/lighthouse%2Fhostile", links);
        Assert.Contains($"{service.Address}documents/lighthouse%2Fint-hostile#q-1", links);
    }

    [Fact]
    public async Task It_works_from_another_origin_under_the_strictest_policy()
    {
        await using var box = await BoxVisit.OnSiteAsync(chromium, service);
        await box.Input.FocusAsync();
        await box.TypeAsync("beacon");
        await box.PressAsync("ArrowDown", "Escape", "Escape");
        box.Visit.AssertQuiet(service.Address, service.Site.Address);
        Assert.NotEqual(service.Address.Port, new Uri(box.Page.Url).Port);
    }

    [Fact]
    public async Task It_loads_two_files_and_asks_two_routes()
    {
        await using var box = await BoxVisit.OnSiteAsync(chromium, service);
        await box.Input.FocusAsync();
        await box.TypeAsync("b");
        var paths = box.Visit.Requests.Where(request => request.Authority == service.Address.Authority);
        Assert.Equal(
            ["/search-box/talk-search.css", "/search-box/talk-search.js", "/v1/answers", "/v1/suggest"],
            paths.Select(request => request.AbsolutePath).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_version_can_be_held_by_its_hashes()
    {
        var version = await service.Host.JsonAsync("/search-box/version.json");
        var script = new Uri(service.Address, $"{version["script"]}");
        var head =
            $"<script type=\"module\" src=\"{script}\" integrity=\"{version["integrity"]}\" crossorigin></script>";
        var body = BoxVisit.Markup(service.Address, $"integrity=\"{version["styleIntegrity"]}\"");
        await using var box = await BoxVisit.OpenAsync(chromium, service.Site.Add(body, head));
        await box.Input.FocusAsync();
        await box.TypeAsync("beacon");
        Assert.Contains(
            box.Visit.Requests,
            request => request.AbsolutePath.EndsWith($"-{version["version"]}.css", StringComparison.Ordinal)
        );
        box.Visit.AssertQuiet(service.Address, service.Site.Address);
    }

    [Theory]
    [InlineData("integrity=\"sha384-AAAA\"", "")]
    [InlineData(
        "",
        "integrity=\"sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC\" crossorigin"
    )]
    public async Task A_wrong_hash_leaves_the_plain_form(string attributes, string onScript)
    {
        var head = BoxVisit.Script(service.Address).Replace("></", $" {onScript}></", StringComparison.Ordinal);
        var page = service.Site.Add(BoxVisit.Markup(service.Address, attributes), head);
        await using var visit = await chromium.OpenAsync(page);
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.NotEmpty(visit.Errors);
        await visit.Page.GetByRole(AriaRole.Searchbox).FillAsync("beacon");
        await visit.Page.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(visit.Page).ToHaveURLAsync($"{service.Address}search?q=beacon");
    }

    [Fact]
    public async Task The_plain_form_works_without_javascript()
    {
        var page = service.Site.Add(BoxVisit.Markup(service.Address), BoxVisit.Script(service.Address));
        await using var visit = await chromium.OpenAsync(page, new VisitOptions { JavaScript = false });
        await visit.Page.GetByLabel("Find").FillAsync("beacon");
        await visit.Page.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(visit.Page).ToHaveURLAsync($"{service.Address}search?q=beacon");
    }

    [Fact]
    public async Task Nothing_is_stored()
    {
        await using var box = await BoxVisit.OnSiteAsync(chromium, service);
        await box.Input.FocusAsync();
        await box.TypeAsync("beacon");
        await box.PressAsync("Control+Enter");
        Assert.Equal(
            0,
            await box.Page.EvaluateAsync<int>(
                "() => localStorage.length + sessionStorage.length + document.cookie.length"
            )
        );
    }

    // A page without a policy, where a mistake would show.
    private Task<BoxVisit> OpenFreeAsync() =>
        BoxVisit.OpenAsync(
            chromium,
            service.Site.Add(BoxVisit.Markup(service.Address), BoxVisit.Script(service.Address))
        );
}
