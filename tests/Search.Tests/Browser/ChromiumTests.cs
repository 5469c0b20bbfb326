using Search.Tests.Http;

namespace Search.Tests.Browser;

public sealed class ChromiumTests(Chromium chromium, SampleService sample)
{
    [Fact]
    public async Task A_page_of_the_service_opens_in_the_browser()
    {
        await using var visit = await chromium.OpenAsync(sample.Host.Address);
        Assert.Equal("Talk search", await visit.Page.TitleAsync());
        visit.AssertQuiet(sample.Host.Address);
    }

    [Fact]
    public async Task An_error_in_the_page_is_noticed()
    {
        await using var visit = await chromium.OpenAsync(sample.Host.Address);
        await visit.Page.EvaluateAsync("console.error('a mistake')");
        Assert.Equal(["a mistake"], visit.Errors);
    }

    [Fact]
    public async Task A_request_to_another_host_is_noticed()
    {
        await using var visit = await chromium.OpenAsync(sample.Host.Address);
        Assert.Throws<Xunit.Sdk.DoesNotContainException>(() => visit.AssertQuiet(new Uri("http://elsewhere.example/")));
    }

    [Fact]
    public async Task A_page_that_leaves_people_out_is_noticed()
    {
        await using var visit = await chromium.OpenAsync();
        await visit.Page.SetContentAsync("<!doctype html><html lang=en><title>t</title><main><h1>t</h1><input></main>");
        var failure = await Assert.ThrowsAsync<Xunit.Sdk.EmptyException>(visit.AssertAccessibleAsync);
        Assert.Contains("label", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(360, false)]
    [InlineData(1440, true)]
    public async Task A_visitor_has_the_screen_and_the_theme_asked_for(int width, bool dark)
    {
        await using var visit = await chromium.OpenAsync(
            sample.Host.Address,
            new VisitOptions { Width = width, Dark = dark }
        );
        Assert.Equal(width, await visit.Page.EvaluateAsync<int>("innerWidth"));
        Assert.Equal(dark, await visit.Page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark)').matches"));
    }

    [Fact]
    public async Task A_visitor_may_have_forced_colours()
    {
        await using var visit = await chromium.OpenAsync(new VisitOptions { ForcedColors = true });
        Assert.True(await visit.Page.EvaluateAsync<bool>("matchMedia('(forced-colors: active)').matches"));
    }

    [Fact]
    public async Task A_visitor_may_come_without_javascript()
    {
        await using var visit = await chromium.OpenAsync(new VisitOptions { JavaScript = false });
        await visit.Page.SetContentAsync("<noscript>without</noscript>");
        Assert.Equal("without", await visit.Page.InnerTextAsync("body"));
    }
}
