using System.Net;

namespace Search.Tests.Http;

public sealed class PageTests(SampleService sample)
{
    [Fact]
    public async Task The_first_page_has_a_form_that_works_without_script()
    {
        var page = await PageAsync("/");
        Assert.Contains("<form role=\"search\" action=\"/search\">", page, StringComparison.Ordinal);
        Assert.Contains("name=\"q\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hits_lead_to_their_page_and_to_their_original()
    {
        var page = await PageAsync("/search?q=quorum&kind=talk");
        Assert.Contains(
            "<a href=\"/documents/relay%2Fquorum?q=quorum&amp;kind=talk\">",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "<a class=\"original\" href=\"https://talks.example.org/quorum\">",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("<time datetime=\"2024-03-05\">5 March 2024</time>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/speakers/Ada%20Example\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passage_leads_to_its_question() =>
        Assert.Contains(
            "<a href=\"/documents/relay%2Fint-7?q=lease#q-2\">",
            await PageAsync("/search?q=lease"),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_hostile_record_does_no_harm_on_a_page()
    {
        var page = await PageAsync("/search?q=hostile");
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script>", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<a href=\"/documents/hostile?q=hostile\">", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%22%3E%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("%3C/title%3E%3Cscript%3E")]
    public async Task A_hostile_query_does_no_harm_on_a_page(string query)
    {
        Assert.DoesNotContain("<script>", await PageAsync($"/search?q={query}"), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(
            "<script>",
            await PageAsync($"/search?topic={query}"),
            StringComparison.OrdinalIgnoreCase
        );
    }

    [Fact]
    public async Task Pages_lead_on_and_back()
    {
        var page = await PageAsync("/search?q=awkward&hitsPerPage=3&page=2");
        Assert.Contains("rel=\"prev\" href=\"/search?q=awkward&amp;hitsPerPage=3\"", page, StringComparison.Ordinal);
        Assert.Contains(
            "rel=\"next\" href=\"/search?q=awkward&amp;page=3&amp;hitsPerPage=3\"",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("<ol class=\"hits\" start=\"4\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chosen_kind_is_marked_and_kept_by_the_form()
    {
        var page = await PageAsync("/search?q=quorum&kind=interview");
        Assert.Contains(
            "<a href=\"/search?q=quorum\" aria-current=\"true\" rel=\"nofollow\"><span>Interviews</span> <small>1</small></a>",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("<input type=\"hidden\" name=\"kind\" value=\"interview\">", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("topic=Consensus", "topic: Consensus")]
    [InlineData("speaker=Ada Example", "speaker: Ada Example")]
    [InlineData("year=2024", "year: 2024")]
    [InlineData("from=2024-01&to=2024-12", "to: 2024-12")]
    public async Task A_filter_is_shown_and_can_be_left(string query, string name)
    {
        var page = await PageAsync($"/search?{query}&q=quorum");
        Assert.Contains($"aria-label=\"Leave {name}\"", page, StringComparison.Ordinal);
        Assert.Contains("1 result for", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_a_filter_keeps_the_others() =>
        Assert.Contains(
            "<a href=\"/search?q=quorum&amp;kind=talk\" aria-label=\"Leave topic: Consensus\">",
            await PageAsync("/search?q=quorum&kind=talk&topic=Consensus&page=1"),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_new_query_stays_within_the_filters()
    {
        var page = await PageAsync("/search?q=quorum&speaker=Ada+Example&year=2024");
        Assert.Contains("name=\"speaker\" value=\"Ada Example\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"year\" value=\"2024\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_faulty_address_says_what_is_wrong_and_offers_the_form()
    {
        using var response = await sample.Host.SendAsync(HttpMethod.Get, "/search?q=quorum&page=x");
        var page = await response.Content.ReadAsStringAsync(ServiceHost.Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("page must be a whole number", page, StringComparison.Ordinal);
        Assert.Contains("value=\"quorum\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_style_is_served_from_here()
    {
        using var response = await sample.Host.SendAsync(HttpMethod.Get, "/site.css");
        Assert.Equal("text/css", response.Content.Headers.ContentType?.MediaType);
    }

    private Task<string> PageAsync(string path) =>
        sample.Host.Client.GetStringAsync(new Uri(path, UriKind.Relative), ServiceHost.Cancel);
}
