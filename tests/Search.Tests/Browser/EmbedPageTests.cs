using Microsoft.Playwright;
using Search.Tests.Http;

namespace Search.Tests.Browser;

public sealed class EmbedPageTests(Chromium chromium, BoxService service)
{
    private static readonly VisitOptions Desktop = new()
    {
        Width = 1440,
        Height = 1000,
        Permissions = ["clipboard-read", "clipboard-write"],
    };

    private Uri Address => new(service.Address, "embed");

    [Fact]
    public async Task The_box_works_on_the_services_own_page()
    {
        await using var box = await BoxVisit.OpenAsync(chromium, Address, Desktop);
        await box.Input.FocusAsync();
        await box.TypeAsync("beacon");
        Assert.Contains("Talks | Beacons and their keepers", await box.ListAsync(), StringComparison.Ordinal);
        box.Visit.AssertQuiet(service.Address);
    }

    [Fact]
    public async Task The_lines_stand_there_without_javascript_and_are_the_same_with_it()
    {
        await using var without = await chromium.OpenAsync(Address, Desktop with { JavaScript = false });
        await using var with = await BoxVisit.OpenAsync(chromium, Address, Desktop);
        var lines = await Lines(without.Page).InnerTextAsync();
        Assert.Contains(
            $"<talk-search endpoint=\"{service.Address.GetLeftPart(UriPartial.Authority)}\">",
            lines,
            StringComparison.Ordinal
        );
        Assert.Equal(lines, await Lines(with.Page).InnerTextAsync());
        await Assertions.Expect(without.Page.Locator("#options")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Choices_go_into_the_box_and_into_the_lines()
    {
        await using var box = await BoxVisit.OpenAsync(chromium, Address, Desktop);
        await box.Page.GetByLabel("Theme").SelectOptionAsync("dark");
        await box.Page.GetByLabel("speakers").UncheckAsync();
        await box.Page.GetByLabel("Name").FillAsync("Find \"it\"");
        await box.Page.GetByLabel("Keys that lead to it").FillAsync("/");
        await box.Page.GetByLabel("offers to remember").CheckAsync();
        await box.Page.GetByLabel("Accent").FillAsync("#aa0055");
        var lines = await Lines(box.Page).InnerTextAsync();
        Assert.Contains(
            "label=\"Find &quot;it&quot;\" theme=\"dark\" groups=\"queries answers talks interviews topics\" hotkeys=\"/\" recent>",
            lines,
            StringComparison.Ordinal
        );
        Assert.Contains("<style>talk-search { --ts-accent: #aa0055; }</style>", lines, StringComparison.Ordinal);
        await Assertions
            .Expect(box.Page.GetByRole(AriaRole.Combobox, new() { Name = "Find \"it\"" }))
            .ToBeVisibleAsync();
        await box.Page.Locator("h1").ClickAsync();
        await box.PressAsync("/");
        await box.TypeAsync("inés");
        Assert.DoesNotContain("Speakers", await box.ListAsync(), StringComparison.Ordinal);
        box.Visit.AssertQuiet(service.Address);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_lines_work_on_another_site(bool pinned)
    {
        await using var embed = await BoxVisit.OpenAsync(chromium, Address, Desktop);
        if (pinned)
            await embed.Page.GetByLabel("this version and no other").CheckAsync();
        var lines = await Lines(embed.Page).InnerTextAsync();
        var policy = ConferenceSite.StrictPolicy(service.Address);
        await using var box = await BoxVisit.OpenAsync(chromium, service.Site.Add(lines, policy: policy));
        await box.Input.FocusAsync();
        await box.TypeAsync("beacon");
        Assert.Equal(pinned, lines.Contains("integrity=\"sha384-", StringComparison.Ordinal));
        box.Visit.AssertQuiet(service.Address, service.Site.Address);
    }

    [Fact]
    public async Task The_lines_can_be_copied()
    {
        await using var box = await BoxVisit.OpenAsync(chromium, Address, Desktop);
        await box.Page.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        await Assertions.Expect(box.Page.Locator("#copied")).ToHaveTextAsync("Copied.");
        Assert.Equal(
            await Lines(box.Page).TextContentAsync(),
            await box.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()")
        );
    }

    [Theory]
    [InlineData("embed-light-1440", 1440, false, false)]
    [InlineData("embed-dark-768", 768, true, false)]
    [InlineData("embed-light-360", 360, false, false)]
    [InlineData("embed-dark-360", 360, true, false)]
    [InlineData("embed-forced", 1024, false, true)]
    public async Task Axe_finds_nothing(string name, int width, bool dark, bool forced)
    {
        var options = new VisitOptions
        {
            Width = width,
            Dark = dark,
            ForcedColors = forced,
        };
        await using var box = await BoxVisit.OpenAsync(chromium, Address, options);
        await box.Visit.PictureAsync(name, fullPage: true);
        await box.Visit.AssertAccessibleAsync();
        var overflow = await box.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth");
        Assert.InRange(overflow, int.MinValue, 0);
    }

    [Fact]
    public async Task Behind_a_proxy_the_lines_name_the_public_address()
    {
        await using var host = await new ServiceHost(
            [Collection.Talk("a", "First")],
            ("Search:PublicUrl", "https://example.org/our/talks")
        ).ReadyAsync();
        var page = await host.Client.GetStringAsync(new Uri("/embed", UriKind.Relative), ServiceHost.Cancel);
        Assert.Contains("endpoint=&quot;https://example.org/our/talks&quot;", page, StringComparison.Ordinal);
        Assert.Contains("src=\"/our/talks/search-box/talk-search.js\"", page, StringComparison.Ordinal);
        Assert.Contains(
            "data-versioned=\"https://example.org/our/talks/search-box/talk-search-",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "script-src https://example.org; connect-src https://example.org",
            page,
            StringComparison.Ordinal
        );
    }

    private static ILocator Lines(IPage page) => page.Locator("#snippet");
}
