using Microsoft.Playwright;

namespace Search.Tests.Browser;

public sealed class BoxFailureTests(Chromium chromium, BoxService service)
{
    [Fact]
    public async Task The_last_query_wins_over_an_answer_that_comes_late()
    {
        var release = new TaskCompletionSource();
        await using var search = new ScriptedSearch(async call =>
        {
            if (call.Query == "a")
                await release.Task;
            return SearchReply.Talk(call, $"About {call.Query}");
        });
        await using var box = await OpenAsync(search);
        await box.Input.PressSequentiallyAsync("a");
        await WaitForCallsAsync(box, search, "suggest", 1);
        await box.Input.PressSequentiallyAsync("b");
        await box.SettledAsync("ab");
        release.SetResult();
        await box.Input.PressSequentiallyAsync("c");
        await box.SettledAsync("abc");
        await box.PressAsync("Backspace");
        await box.SettledAsync("ab");
        Assert.Equal("Talks | About ab", await box.ListAsync());
    }

    [Fact]
    public async Task A_late_answer_is_dropped_even_if_it_cannot_be_aborted()
    {
        await using var search = new ScriptedSearch(call => SearchReply.Talk(call, $"About {call.Query}"));
        await using var box = await OpenAsync(search);
        await box.Page.EvaluateAsync(
            """
            () => {
              const ask = window.fetch;
              window.fetch = async (url, options) => {
                const late = new URL(url).searchParams.get("q") === "a";
                const answer = await ask(url, { ...options, signal: undefined });
                if (late) await new Promise(resolve => { (window.held ??= []).push(resolve); });
                return answer;
              };
            }
            """
        );
        await box.Input.PressSequentiallyAsync("a");
        await box.Page.WaitForFunctionAsync("() => window.held?.length === 2");
        await box.Input.PressSequentiallyAsync("b");
        await box.SettledAsync("ab");
        await box.Page.EvaluateAsync("() => window.held.forEach(release => release())");
        await box.Page.EvaluateAsync("() => new Promise(resolve => setTimeout(resolve, 50))");
        Assert.Equal("Talks | About ab", await box.ListAsync());
    }

    [Fact]
    public async Task Old_suggestions_stay_until_there_are_new_ones()
    {
        var release = new TaskCompletionSource();
        await using var search = new ScriptedSearch(async call =>
        {
            if (call.Query == "ab")
                await release.Task;
            return SearchReply.Talk(call, $"About {call.Query}");
        });
        await using var box = await OpenAsync(search);
        await box.TypeAsync("a");
        await box.Input.PressSequentiallyAsync("b");
        await Assertions.Expect(box.Message).ToHaveTextAsync("Still searching …");
        Assert.Equal("Talks | About a", await box.ListAsync());
        await Assertions.Expect(List(box)).ToHaveAttributeAsync("aria-busy", "true");
        release.SetResult();
        await box.SettledAsync("ab");
        Assert.Equal("Talks | About ab", await box.ListAsync());
        await Assertions.Expect(box.Message).ToBeEmptyAsync();
    }

    [Fact]
    public async Task Somebody_who_waits_is_told_so()
    {
        var release = new TaskCompletionSource();
        await using var search = new ScriptedSearch(async call =>
        {
            await release.Task;
            return SearchReply.Talk(call, "At last");
        });
        await using var box = await OpenAsync(search);
        await box.Input.PressSequentiallyAsync("slow");
        await Assertions.Expect(box.Page.Locator("talk-search [part=skeleton]")).ToBeVisibleAsync();
        await Assertions.Expect(box.AllResults).ToBeVisibleAsync();
        await Assertions.Expect(box.Message).ToHaveTextAsync("Still searching …");
        await Assertions.Expect(box.Status).ToHaveTextAsync("Still searching …");
        release.SetResult();
        await Assertions.Expect(box.Options.First).ToHaveTextAsync("At last");
    }

    [Fact]
    public async Task What_came_is_shown_while_the_rest_is_awaited()
    {
        var release = new TaskCompletionSource();
        await using var search = new ScriptedSearch(async call =>
        {
            if (call.Route == "answers")
                await release.Task;
            return SearchReply.Talk(call, "Quick");
        });
        await using var box = await OpenAsync(search);
        await box.Input.PressSequentiallyAsync("a");
        await Assertions.Expect(box.Options.First).ToHaveTextAsync("Quick");
        await box.PressAsync("ArrowDown");
        release.SetResult();
        await Assertions.Expect(box.Message).ToBeEmptyAsync();
        Assert.Equal("Quick", await box.ActiveAsync());
    }

    [Fact]
    public async Task A_failure_is_tried_once_more_and_not_mentioned_when_that_helps()
    {
        await using var search = new ScriptedSearch(call =>
            call.Number == 1 ? new SearchReply(500) : SearchReply.Talk(call, "Second time")
        );
        await using var box = await OpenAsync(search);
        await box.TypeAsync("a");
        Assert.Equal("Talks | Second time", await box.ListAsync());
        await Assertions.Expect(box.Message).ToBeEmptyAsync();
    }

    [Theory]
    [InlineData(500, 2)]
    [InlineData(503, 2)]
    [InlineData(403, 1)]
    public async Task A_failure_that_stays_is_said_with_a_way_on(int status, int tries)
    {
        await using var search = new ScriptedSearch(_ => new SearchReply(status));
        await using var box = await OpenAsync(search);
        await box.Input.PressSequentiallyAsync("a");
        await Assertions.Expect(box.Message).ToHaveTextAsync("The search does not answer right now.");
        await Assertions.Expect(box.Status).ToHaveTextAsync("The search does not answer right now.");
        await Assertions.Expect(box.AllResults).ToHaveAttributeAsync("href", $"{service.Address}search?q=a");
        Assert.Equal(tries, search.CallsFor("suggest").Count());
    }

    [Fact]
    public async Task Half_an_answer_is_shown_and_the_other_half_not_hushed_up()
    {
        await using var search = new ScriptedSearch(call =>
            call.Route == "answers" ? new SearchReply(500) : SearchReply.Talk(call, "Half")
        );
        await using var box = await OpenAsync(search);
        await box.Input.PressSequentiallyAsync("a");
        await Assertions.Expect(box.Message).ToHaveTextAsync("The search does not answer right now.");
        Assert.Equal("Talks | Half", await box.ListAsync());
    }

    [Fact]
    public async Task An_answer_that_is_no_json_is_a_failure()
    {
        await using var search = new ScriptedSearch(_ => new SearchReply(200, "<html>"));
        await using var box = await OpenAsync(search);
        await box.Input.PressSequentiallyAsync("a");
        await Assertions.Expect(box.Message).ToHaveTextAsync("The search does not answer right now.");
    }

    [Fact]
    public async Task A_service_that_is_not_there_cannot_be_reached()
    {
        var search = new ScriptedSearch(SearchReply.Nothing);
        await using var box = await OpenAsync(search);
        await search.DisposeAsync();
        await box.Input.PressSequentiallyAsync("a");
        await Assertions.Expect(box.Message).ToHaveTextAsync("The search cannot be reached.");
    }

    [Fact]
    public async Task A_failed_query_can_be_asked_again()
    {
        var works = false;
        await using var search = new ScriptedSearch(call =>
            works ? SearchReply.Talk(call, "Back") : new SearchReply(500)
        );
        await using var box = await OpenAsync(search);
        await box.Input.PressSequentiallyAsync("a");
        await Assertions.Expect(box.Message).ToHaveTextAsync("The search does not answer right now.");
        works = true;
        await box.Input.ClickAsync();
        await Assertions.Expect(box.Options.First).ToHaveTextAsync("Back");
        await Assertions.Expect(box.Message).ToBeEmptyAsync();
    }

    [Fact]
    public async Task A_busy_service_is_asked_again_when_it_said()
    {
        await using var search = new ScriptedSearch(call =>
            call.Number == 1 ? new SearchReply(429, RetryAfter: "1") : SearchReply.Talk(call, "Your turn")
        );
        await using var box = await OpenAsync(search);
        await box.Input.PressSequentiallyAsync("a");
        await Assertions.Expect(box.Message).ToHaveTextAsync("Too many searches at once. Trying again in 1 second.");
        await Assertions.Expect(box.Options.First).ToHaveTextAsync("Your turn");
        await Assertions.Expect(box.Message).ToBeEmptyAsync();
    }

    [Fact]
    public async Task A_busy_service_is_left_alone_until_then()
    {
        await using var search = new ScriptedSearch(_ => new SearchReply(429, RetryAfter: "3600"));
        await using var box = await OpenAsync(search);
        await box.Input.PressSequentiallyAsync("a");
        await Assertions.Expect(box.Message).ToHaveTextAsync("Too many searches at once. Trying again in 60 minutes.");
        await box.Input.PressSequentiallyAsync("bcd");
        await Assertions.Expect(box.AllResults).ToHaveTextAsync("All results for “abcd”");
        await Assertions.Expect(box.Message).ToContainTextAsync("Too many searches");
        Assert.Equal(["a"], search.CallsFor("suggest").Select(call => call.Query));
    }

    [Fact]
    public async Task A_key_goes_with_each_request_and_nothing_else_of_the_visitor()
    {
        await using var search = new ScriptedSearch(call => SearchReply.Talk(call, "Secret"));
        await using var box = await OpenAsync(search, "key=\"k-123\"");
        await box.TypeAsync("a");
        Assert.All(search.Calls, call => Assert.Equal("Bearer k-123", call.Key));
    }

    [Fact]
    public async Task Fast_typing_asks_for_the_first_letter_and_the_last_state()
    {
        await using var search = new ScriptedSearch(call => SearchReply.Talk(call, "Quick"));
        await using var box = await OpenAsync(search);
        await box.Page.EvaluateAsync(
            """
            () => {
              const input = document.querySelector("talk-search").shadowRoot.querySelector("input");
              for (const text of ["q", "qu", "que", "quer"]) {
                input.value = text;
                input.dispatchEvent(new InputEvent("input"));
              }
            }
            """
        );
        await box.SettledAsync("quer");
        Assert.Equal(["q", "quer"], search.CallsFor("suggest").Select(call => call.Query));
    }

    [Fact]
    public async Task A_text_that_is_still_being_composed_is_not_asked()
    {
        await using var search = new ScriptedSearch(call => SearchReply.Talk(call, "Composed"));
        await using var box = await OpenAsync(search);
        await box.Page.EvaluateAsync(
            """
            () => {
              const input = document.querySelector("talk-search").shadowRoot.querySelector("input");
              for (const text of ["k", "ko", "こ"]) {
                input.value = text;
                input.dispatchEvent(new InputEvent("input", { isComposing: true }));
                input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true }));
              }
              input.dispatchEvent(new CompositionEvent("compositionend"));
            }
            """
        );
        await box.SettledAsync("こ");
        Assert.Equal(["こ"], search.CallsFor("suggest").Select(call => call.Query));
    }

    private static ILocator List(BoxVisit box) => box.Page.Locator("talk-search [part=list]");

    private static async Task WaitForCallsAsync(BoxVisit box, ScriptedSearch search, string route, int count)
    {
        while (search.CallsFor(route).Count() < count)
            await box.Page.EvaluateAsync("() => new Promise(resolve => setTimeout(resolve, 10))");
    }

    private async Task<BoxVisit> OpenAsync(ScriptedSearch search, string attributes = "")
    {
        var body = BoxVisit
            .Markup(service.Address, attributes)
            .Replace($"endpoint=\"{service.Address}\"", $"endpoint=\"{search.Address}\"", StringComparison.Ordinal);
        var box = await BoxVisit.OpenAsync(chromium, service.Site.Add(body, BoxVisit.Script(service.Address)));
        await box.Input.FocusAsync();
        return box;
    }
}
