using Microsoft.Playwright;

namespace Search.Tests.Browser;

/// <summary>Somebody in front of a page with one search box.</summary>
public sealed class BoxVisit : IAsyncDisposable
{
    private BoxVisit(Visit visit) => Visit = visit;

    public Visit Visit { get; }

    public IPage Page => Visit.Page;

    public ILocator Input => Page.Locator("talk-search [role=combobox]");

    public ILocator Options => Page.GetByRole(AriaRole.Option);

    public ILocator Active => Page.Locator("talk-search [role=option][aria-selected=true]");

    public ILocator Message => Page.Locator("talk-search [part=message]");

    public ILocator Status => Page.Locator("talk-search [part=status]");

    public ILocator AllResults => Page.Locator("talk-search [part~=option-all]");

    /// <summary>Opens the page and waits until the box has taken the place of the form.</summary>
    public static async Task<BoxVisit> OpenAsync(Chromium chromium, Uri address, VisitOptions? options = null)
    {
        var box = new BoxVisit(await chromium.OpenAsync(address, options));
        await box.Input.WaitForAsync();
        return box;
    }

    /// <summary>The box as a page of another origin has it, with the strictest policy.</summary>
    /// <param name="chromium">The browser.</param>
    /// <param name="service">Where the box and its form lead.</param>
    /// <param name="attributes">Of <c>talk-search</c>, beside its endpoint.</param>
    /// <param name="options">Who comes.</param>
    /// <param name="more">What else is on the page.</param>
    public static Task<BoxVisit> OnSiteAsync(
        Chromium chromium,
        BoxService service,
        string attributes = "",
        VisitOptions? options = null,
        string more = ""
    )
    {
        var policy = ConferenceSite.StrictPolicy(service.Address);
        var body = $"{Markup(service.Address, attributes)}{more}";
        return OpenAsync(chromium, service.Site.Add(body, Script(service.Address), policy), options);
    }

    public static string Script(Uri service) =>
        $"<script type=\"module\" src=\"{service}search-box/talk-search.js\"></script>";

    public static string Markup(Uri service, string attributes = "", string inside = "") =>
        $"""
            <talk-search endpoint="{service}" {attributes}><form role="search" action="{service}search">
            <label>Find <input type="search" name="q"></label> <button>Go</button></form>{inside}</talk-search>
            """;

    /// <summary>Types into the box, key by key, and waits for suggestions.</summary>
    public async Task TypeAsync(string text)
    {
        await Input.PressSequentiallyAsync(text);
        await SettledAsync(text);
    }

    /// <summary>Waits until the suggestions are those of a text.</summary>
    public async Task SettledAsync(string text)
    {
        await Assertions.Expect(AllResults).ToHaveTextAsync($"All results for “{text}”");
        await Assertions.Expect(Page.Locator("talk-search [part=list]")).Not.ToHaveAttributeAsync("aria-busy", "true");
    }

    public async Task PressAsync(params string[] keys)
    {
        foreach (var key in keys)
            await Page.Keyboard.PressAsync(key);
    }

    /// <summary>The text of the option that the input names as active; null when it names none.</summary>
    public Task<string?> ActiveAsync() =>
        Page.EvaluateAsync<string?>(
            """
            () => {
              const root = document.querySelector("talk-search").shadowRoot;
              const id = root.querySelector("[role=combobox]").getAttribute("aria-activedescendant");
              return id && root.getElementById(id).querySelector("[part=text]").textContent;
            }
            """
        );

    /// <summary>The groups and their options, as they stand.</summary>
    public async Task<string> ListAsync() =>
        string.Join(
            '\n',
            await Page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelector("talk-search").shadowRoot.querySelectorAll("[role=group]")].map(group =>
                  [...group.children].map(node => (node.querySelector("[part=text]") ?? node).textContent).join(" | "))
                """
            )
        );

    public Task<bool> HasFocusAsync() =>
        Page.EvaluateAsync<bool>("() => document.activeElement?.localName === 'talk-search'");

    public ValueTask DisposeAsync() => Visit.DisposeAsync();
}
