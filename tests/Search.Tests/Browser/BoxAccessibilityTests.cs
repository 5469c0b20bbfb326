using Microsoft.Playwright;

namespace Search.Tests.Browser;

public sealed class BoxAccessibilityTests(Chromium chromium, BoxService service)
{
    public static TheoryData<string, VisitOptions> Visitors { get; } =
        new()
        {
            {
                "light-1440",
                new VisitOptions { Width = 1440, Height = 900 }
            },
            {
                "dark-1440",
                new VisitOptions
                {
                    Width = 1440,
                    Height = 900,
                    Dark = true,
                }
            },
            {
                "light-768",
                new VisitOptions { Width = 768 }
            },
            {
                "dark-768",
                new VisitOptions { Width = 768, Dark = true }
            },
            {
                "light-360",
                new VisitOptions
                {
                    Width = 360,
                    Height = 740,
                    Touch = true,
                }
            },
            {
                "dark-360",
                new VisitOptions
                {
                    Width = 360,
                    Height = 740,
                    Touch = true,
                    Dark = true,
                }
            },
            {
                "forced",
                new VisitOptions { ForcedColors = true }
            },
            {
                "forced-dark",
                new VisitOptions { ForcedColors = true, Dark = true }
            },
        };

    [Theory]
    [MemberData(nameof(Visitors))]
    public async Task Axe_finds_nothing_in_the_closed_or_the_open_box(string name, VisitOptions options)
    {
        // axe brings its script along, which the strictest policy would not let in.
        var page = service.Site.Add(BoxVisit.Markup(service.Address), BoxVisit.Script(service.Address));
        await using var box = await BoxVisit.OpenAsync(chromium, page, options);
        await box.Visit.AssertAccessibleAsync();
        await box.Input.ClickAsync();
        await box.TypeAsync("bea");
        await box.PressAsync("ArrowDown");
        await box.Visit.PictureAsync($"box-{name}");
        await box.Visit.AssertAccessibleAsync();
        await box.Input.FillAsync("zzzz");
        await Assertions.Expect(box.Message).ToHaveTextAsync("Nothing was found for “zzzz”.");
        await box.Visit.PictureAsync($"box-nothing-{name}");
        await box.Visit.AssertAccessibleAsync();
    }

    [Fact]
    public async Task The_input_says_what_there_is()
    {
        await using var box = await BoxVisit.OnSiteAsync(chromium, service);
        await Assertions.Expect(box.Input).ToHaveAttributeAsync("aria-expanded", "false");
        Assert.Null(await box.Input.GetAttributeAsync("aria-controls"));
        await box.Input.FocusAsync();
        await box.TypeAsync("bea");
        await Assertions.Expect(box.Input).ToHaveAttributeAsync("aria-expanded", "true");
        await Assertions.Expect(box.Input).ToHaveAttributeAsync("aria-controls", "list");
        await Assertions
            .Expect(box.Page.GetByRole(AriaRole.Listbox, new() { Name = "Suggestions" }))
            .ToBeVisibleAsync();
        await Assertions.Expect(box.Page.GetByRole(AriaRole.Group, new() { Name = "Talks" })).ToBeVisibleAsync();
        await box.PressAsync("ArrowDown");
        await Assertions.Expect(box.Active).ToHaveCountAsync(1);
        await box.PressAsync("Escape");
        await Assertions.Expect(box.Input).ToHaveAttributeAsync("aria-expanded", "false");
        Assert.Null(await box.Input.GetAttributeAsync("aria-activedescendant"));
    }

    [Fact]
    public async Task The_box_has_the_name_that_the_page_gives_it()
    {
        await using var box = await BoxVisit.OnSiteAsync(chromium, service, "label=\"Find a talk\"");
        await Assertions
            .Expect(box.Page.GetByRole(AriaRole.Combobox, new() { Name = "Find a talk" }))
            .ToBeVisibleAsync();
        await Assertions.Expect(box.Page.GetByRole(AriaRole.Search)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task What_came_is_said_once_it_is_quiet()
    {
        await using var box = await BoxVisit.OnSiteAsync(chromium, service);
        await box.Input.FocusAsync();
        await box.TypeAsync("beacon");
        var options = await box.Options.CountAsync() - 1;
        var answers = await box.Page.Locator("talk-search [part~=option-answers]").CountAsync();
        await Assertions.Expect(box.Status).ToHaveTextAsync($"{options} suggestions for beacon; {answers} answers");
    }

    [Fact]
    public async Task That_nothing_came_is_said_too()
    {
        await using var box = await BoxVisit.OnSiteAsync(chromium, service);
        await box.Input.FillAsync("zzzz");
        await Assertions.Expect(box.Status).ToHaveTextAsync("Nothing was found for “zzzz”.");
    }

    [Theory]
    [InlineData(false, 24)]
    [InlineData(true, 44)]
    public async Task Everything_to_click_is_large_enough(bool touch, int least)
    {
        var options = new VisitOptions { Width = touch ? 390 : 1024, Touch = touch };
        await using var box = await BoxVisit.OnSiteAsync(chromium, service, options: options);
        await box.Input.ClickAsync();
        await box.TypeAsync("bea");
        var sides = await box
            .Page.Locator("talk-search [role=option], talk-search button:visible")
            .EvaluateAllAsync<double[]>("nodes => nodes.map(node => Math.min(node.offsetWidth, node.offsetHeight))");
        Assert.All(sides, side => Assert.InRange(side, least, 2_000));
    }

    [Fact]
    public async Task The_active_option_is_always_in_sight()
    {
        await using var box = await BoxVisit.OnSiteAsync(chromium, service, options: new VisitOptions { Height = 420 });
        await box.Input.FocusAsync();
        await box.TypeAsync("bea");
        for (var step = await box.Options.CountAsync(); step > 0; step--)
        {
            await box.PressAsync("ArrowDown");
            await Assertions.Expect(box.Active).ToBeInViewportAsync();
        }
    }

    [Fact]
    public async Task Nothing_on_the_page_moves()
    {
        var page = service.Site.Add(
            $"{BoxVisit.Markup(service.Address)}<p id=\"below\">Below</p>",
            $"<style>talk-search{{display:block;min-block-size:2.75rem}} form{{margin:0}}</style>{BoxVisit.Script(service.Address)}"
        );
        await using var box = await BoxVisit.OpenAsync(chromium, page);
        await box.Input.FocusAsync();
        await box.TypeAsync("bea");
        var shift = await box.Page.EvaluateAsync<double>(
            """
            () => new Promise(resolve => {
              let sum = 0;
              new PerformanceObserver(list => list.getEntries().forEach(entry => { sum += entry.value; }))
                .observe({ type: "layout-shift", buffered: true });
              setTimeout(() => resolve(sum), 300);
            })
            """
        );
        Assert.Equal(0, shift);
    }
}
