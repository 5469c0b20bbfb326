using Search.Tests.Browser;

namespace Search.Tests.Pages;

/// <summary>The pages as a browser shows them.</summary>
public sealed class PageBrowserTests(Chromium chromium, PagesService service)
{
    // Each kind of page, in each of its states.
    private static readonly string[] Paths =
    [
        "/",
        "/search?q=quorum",
        "/search?q=serial&page=2&facets=event",
        "/search?q=" + "%22a+lease%22+-parliament&kind=interview&topic=Consensus",
        "/search?q=lease&group=passage",
        "/search?q=quorrum",
        "/search?q=zzzzqqqq&topic=Series&typo=off",
        "/search?q=serial&page=40",
        "/search?q=quorum&page=x",
        "/search?q=hostile",
        "/documents/relay%2Fquorum",
        "/documents/relay%2Fint-7?q=lease",
        "/documents/hostile-int?q=hostile",
        "/documents/nope",
        "/speakers/Ada%20Example",
        "/topics/Consensus",
        "/problems",
    ];

    public static TheoryData<string, string> Looks
    {
        get
        {
            var looks = new TheoryData<string, string>();
            foreach (var path in Paths)
            {
                looks.Add(path, "light");
                looks.Add(path, "dark");
                looks.Add(path, "forced colours");
            }
            looks.Add("/search?q=quorum", "phone");
            looks.Add("/documents/relay%2Fint-7?q=lease", "phone");
            looks.Add("/topics/Consensus", "phone");
            return looks;
        }
    }

    public static TheoryData<string> AllPaths => new(Paths);

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task A_page_leaves_nobody_out(string path, string look)
    {
        await using var visit = await OpenAsync(path, OptionsOf(look));
        await visit.Page.EvaluateAsync("document.querySelectorAll('details.why').forEach(one => one.open = true)");
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync($"{look}{path}".Replace('/', '_'), fullPage: true);
    }

    [Theory]
    [MemberData(nameof(AllPaths))]
    public async Task A_page_is_quiet_and_runs_no_script_of_a_record_or_an_address(string path)
    {
        await using var visit = await OpenAsync(path, new VisitOptions());
        Assert.True(await visit.Page.EvaluateAsync<bool>("window.hurt === undefined"));
        // A page that answers 400 or 404 is reported by the browser itself.
        Assert.DoesNotContain(
            visit.Errors,
            error => !error.Contains("the server responded with a status", StringComparison.Ordinal)
        );
        Assert.All(visit.Requests, request => Assert.Equal(service.Host.Address.Authority, request.Authority));
    }

    [Theory]
    [InlineData("/", "light")]
    [InlineData("/", "phone")]
    [InlineData("/search?q=serial", "light")]
    [InlineData("/search?q=serial", "phone")]
    [InlineData("/documents/relay%2Fint-7?q=lease", "light")]
    [InlineData("/documents/relay%2Fint-7?q=lease", "phone")]
    [InlineData("/topics/Consensus", "light")]
    public async Task Nothing_moves_while_a_page_loads(string path, string look)
    {
        await using var visit = await OpenAsync(path, OptionsOf(look));
        var moved = await visit.Page.EvaluateAsync<double>(
            """
            () => new Promise(done => {
              let sum = 0;
              new PerformanceObserver(list => list.getEntries().forEach(shift => sum += shift.value))
                .observe({ type: "layout-shift", buffered: true });
              requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum))));
            })
            """
        );
        Assert.Equal(0, moved);
    }

    [Theory]
    [MemberData(nameof(AllPaths))]
    public async Task A_narrow_screen_need_not_be_scrolled_sideways(string path)
    {
        await using var visit = await OpenAsync(path, new VisitOptions { Width = 320, Touch = true });
        var beyond = await visit.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll("main *")]
              .filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
              .map(one => one.outerHTML.slice(0, 120))
            """
        );
        Assert.Empty(beyond);
        Assert.Equal(320, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Theory]
    [MemberData(nameof(AllPaths))]
    public async Task What_a_finger_must_hit_is_large_enough(string path)
    {
        await using var visit = await OpenAsync(path, OptionsOf("phone"));
        var small = await visit.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll("nav a, .tags a, button, input, summary, .follow a, .more")]
              .filter(one => one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
              .filter(one => !one.closest(".back"))
              .map(one => [one.getBoundingClientRect().height, one.outerHTML.slice(0, 120)])
              .filter(([height]) => height > 0 && height < 43.5)
              .map(([height, html]) => `${height} ${html}`)
            """
        );
        Assert.Empty(small);
    }

    private static VisitOptions OptionsOf(string look) =>
        look switch
        {
            "dark" => new VisitOptions { Width = 1440, Dark = true },
            "forced colours" => new VisitOptions { Width = 1440, ForcedColors = true },
            "phone" => new VisitOptions
            {
                Width = 360,
                Height = 740,
                Touch = true,
            },
            _ => new VisitOptions { Width = 1440 },
        };

    private Task<Visit> OpenAsync(string path, VisitOptions options) =>
        chromium.OpenAsync(new Uri(service.Host.Address, path), options);
}
