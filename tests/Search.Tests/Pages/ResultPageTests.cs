using Search.Tests.Http;

namespace Search.Tests.Pages;

public sealed class ResultPageTests(PagesService service)
{
    [Fact]
    public async Task A_talk_and_the_interview_about_it_are_one_card()
    {
        var page = await service.PageAsync("/search?q=reading+a+quorum");
        Assert.Contains("Also as an interview: <a href=\"/documents/relay%2Fint-7?q=", page, StringComparison.Ordinal);
        Assert.Single(Cards(page), card => card.Contains("Reading a Quorum", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_hit_says_why_it_is_there()
    {
        var page = await service.PageAsync("/search?q=lease");
        Assert.Contains(
            "<details class=\"why\"><summary>Why this result</summary><p>The words",
            page,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_was_understood_is_said_where_it_is_more_than_words()
    {
        var page = await service.PageAsync("/search?q=" + Uri.EscapeDataString("\"a lease\" -parliament kind:talk"));
        Assert.Contains(
            "Looked for the phrase <strong>a lease</strong>, without <strong>parliament</strong>, only <strong>kind:talk</strong>.",
            page,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Plain_words_are_not_explained() =>
        Assert.DoesNotContain("Looked for", await service.PageAsync("/search?q=lease"), StringComparison.Ordinal);

    [Fact]
    public async Task A_mistyped_word_is_said_and_can_be_insisted_on()
    {
        var page = await service.PageAsync("/search?q=quorrum");
        Assert.Contains("Showing results for <a href=\"/search?q=quorum\">quorum</a>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/search?q=quorrum&amp;typo=off\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_order_is_a_link_that_keeps_the_rest()
    {
        var page = await service.PageAsync("/search?q=quorum&kind=talk&page=1");
        Assert.Contains(
            "<a href=\"/search?q=quorum&amp;kind=talk&amp;sort=date%3Adesc\" rel=\"nofollow\">Newest</a>",
            page,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Single_answers_can_be_asked_for()
    {
        var page = await service.PageAsync("/search?q=lease&group=passage");
        Assert.Contains(
            "From the interview <a href=\"/documents/relay%2Fint-7?q=lease",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("group=passage#q-2\">And a <mark>lease</mark>?</a></h2>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_facet_is_listed_at_length_on_demand()
    {
        var few = await service.PageAsync("/search?q=serial");
        Assert.Contains(
            "<a class=\"more\" href=\"/search?q=serial&amp;facets=event#by-event\"",
            few,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("<span>Series 25</span>", Facet(few, "event"), StringComparison.Ordinal);
        var all = await service.PageAsync("/search?q=serial&facets=event");
        Assert.Contains("<span>Series 25</span>", Facet(all, "event"), StringComparison.Ordinal);
        Assert.Contains("Fewer values of Event", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_single_value_that_all_have_is_no_choice() =>
        Assert.DoesNotContain("by-speaker", await service.PageAsync("/search?q=serial"), StringComparison.Ordinal);

    [Fact]
    public async Task Many_pages_are_numbered()
    {
        var page = await service.PageAsync("/search?q=serial&hitsPerPage=4&page=4");
        Assert.Contains("aria-current=\"page\">4</a>", page, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Page 7\">7</a>", page, StringComparison.Ordinal);
        Assert.Contains("<li aria-hidden=\"true\">…</li>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("aria-label=\"Page 2\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q=quorum&topic=Series", "/search?q=quorum", "Without the filters")]
    [InlineData("q=%22majority+quorum%22", "/search?q=majority%20quorum", "With the words alone")]
    [InlineData(
        "q=quorum+serial&match=all&topic=Nope",
        "/search?q=quorum%20serial",
        "With the words alone, in everything"
    )]
    [InlineData("q=quorrum&typo=off", "/search?q=quorrum", "With words that are spelt nearly so")]
    [InlineData("q=quorum+serial&match=all", "/search?q=quorum%20serial", "With some of the words")]
    public async Task Nothing_found_leads_to_something(string query, string way, string name)
    {
        var page = await service.PageAsync($"/search?{query}");
        Assert.Contains("Nothing was found", page, StringComparison.Ordinal);
        Assert.Contains($"<li><a href=\"{way}\">{name}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_way_that_leads_nowhere_is_not_offered() =>
        Assert.DoesNotContain(
            "Without the filters",
            await service.PageAsync("/search?q=zzzzqqqq&topic=Series&typo=off"),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_page_behind_the_last_leads_to_the_last() =>
        Assert.Contains(
            "<a href=\"/search?q=serial&amp;page=3\">Go to page 3</a>",
            await service.PageAsync("/search?q=serial&page=40"),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task The_page_of_hits_is_not_for_search_engines_and_has_one_address()
    {
        var page = await service.PageAsync("/search?kind=talk&q=quorum&page=1&facets=topic");
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", page, StringComparison.Ordinal);
        Assert.Contains(
            "<link rel=\"canonical\" href=\"https://talks.example.org/search?q=quorum&amp;kind=talk\">",
            page,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_same_answer_is_offered_as_json()
    {
        var page = await service.PageAsync("/search?q=quorum");
        var link = page[..page.IndexOf("\">This page as JSON", StringComparison.Ordinal)];
        var json = await service.Host.JsonAsync(
            WebUtilityDecode(link[(link.LastIndexOf("href=\"", StringComparison.Ordinal) + 6)..])
        );
        Assert.NotNull(json["facets"]!["topic"]);
        Assert.NotNull(json["hits"]![0]!["explanation"]);
    }

    [Fact]
    public async Task The_first_page_counts_and_leads_on()
    {
        var page = await service.PageAsync("/");
        Assert.Contains("30 talks and 2 interviews with 6 answers", page, StringComparison.Ordinal);
        Assert.Contains(
            "<a href=\"/topics/Series\"><bdi>Series</bdi> <small>25</small></a>",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("<a href=\"/search?event=Relay%202024\">", page, StringComparison.Ordinal);
        Assert.Contains("Reading a Quorum</a>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_collection_has_pages_too()
    {
        await using var host = new ServiceHost([]);
        using var response = await host.SendAsync(HttpMethod.Get, "/");
        var page = await response.Content.ReadAsStringAsync(ServiceHost.Cancel);
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("Try again in a moment", page, StringComparison.Ordinal);
    }

    private static string[] Cards(string page) => page.Split("<li><article")[1..];

    private static string Facet(string page, string name)
    {
        var start = page.IndexOf($"id=\"by-{name}\"", StringComparison.Ordinal);
        return page[start..page.IndexOf("</section>", start, StringComparison.Ordinal)];
    }

    private static string WebUtilityDecode(string html) => System.Net.WebUtility.HtmlDecode(html);
}
