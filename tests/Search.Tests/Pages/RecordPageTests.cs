using System.Net;
using Search.Tests.Http;

namespace Search.Tests.Pages;

public sealed class RecordPageTests(PagesService service)
{
    [Fact]
    public async Task A_talk_is_shown_whole()
    {
        var page = await service.PageAsync("/documents/relay%2Fquorum");
        Assert.Contains("<h1 dir=\"auto\">Reading a Quorum</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<p dir=\"auto\">We read one without asking everybody.</p>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://talks.example.com/quorum\">", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/topics/Consensus\">", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/search?event=Relay%202024\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<mark>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_questions_of_an_interview_are_anchors()
    {
        var page = await service.PageAsync("/documents/relay%2Fint-7");
        Assert.Contains("id=\"q-2\"", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#q-2\">And a lease?</a>", page, StringComparison.Ordinal);
        Assert.Contains("We met behind the stage.", page, StringComparison.Ordinal);
        Assert.Contains(
            "<ul dir=\"auto\"><li>three of five</li><li>two of three</li></ul>",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("https://talks.example.com/int-7#q-3", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_words_that_led_to_a_record_are_marked_in_all_of_it()
    {
        var page = await service.PageAsync("/documents/relay%2Fint-7?q=lease");
        Assert.Contains("And a <mark>lease</mark>?", page, StringComparison.Ordinal);
        Assert.Contains("A <mark>lease</mark> is a promise", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"found\">2 found</span>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_that_was_read_as_another_is_marked_as_that_one() =>
        Assert.Contains(
            "A <mark>quorum</mark> is any",
            await service.PageAsync("/documents/relay%2Fquorum?q=quorrum"),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task The_way_back_leads_to_the_same_results() =>
        Assert.Contains(
            "<a href=\"/search?q=quorum&amp;page=2&amp;kind=talk&amp;topic=Consensus\">",
            await service.PageAsync("/documents/relay%2Fquorum?q=quorum&topic=Consensus&kind=talk&page=2"),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Who_comes_from_elsewhere_sees_no_way_back()
    {
        var page = await service.PageAsync("/documents/relay%2Fquorum?utm_source=mail");
        Assert.DoesNotContain("Back to", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("relay%2Fquorum", "/documents/relay%2Fint-7", "The interview")]
    [InlineData("relay%2Fint-7", "/documents/relay%2Fquorum", "The talk")]
    public async Task The_other_form_of_the_work_is_one_step_away(string id, string other, string name)
    {
        var page = await service.PageAsync($"/documents/{id}");
        Assert.Contains($"<li><a href=\"{other}\"><small>{name}</small>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_else_its_speakers_said_stands_beside_it()
    {
        var page = await service.PageAsync("/documents/relay%2Fquorum");
        Assert.Contains("More by Ada Example", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/documents/relay%2Fleases\">", page, StringComparison.Ordinal);
        Assert.Contains("All 2 by Ada Example", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_in_particular_has_no_page()
    {
        var page = await service.PageAsync("/documents/relay%2Flightning");
        Assert.Contains("<p class=\"speakers\">various</p>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("More by", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_in_another_language_says_so() =>
        Assert.Contains(
            "<article class=\"record\" lang=\"de\">",
            await service.PageAsync("/documents/relay%2Fleases"),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("/documents/relay%2Fint-7%232", "/documents/relay%2Fint-7#q-2")]
    [InlineData("/documents/relay%2Fint-7%232?q=lease", "/documents/relay%2Fint-7?q=lease#q-2")]
    public async Task The_id_of_a_passage_leads_to_its_question(string path, string place)
    {
        var answer = await service.Host.RawAsync("GET", path);
        Assert.StartsWith("HTTP/1.1 302", answer, StringComparison.Ordinal);
        Assert.Contains($"Location: {place}\r\n", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ids_are_decoded_exactly_once()
    {
        await using var host = await new ServiceHost(
            SampleService.AwkwardIds.Select((id, n) => Collection.Talk(id, $"Awkward {n}"))
        ).ReadyAsync();
        for (var n = 0; n < SampleService.AwkwardIds.Length; n++)
        {
            var path = $"/documents/{Uri.EscapeDataString(SampleService.AwkwardIds[n])}";
            Assert.Contains($"Awkward {n}</h1>", await host.RawAsync("GET", path), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_not_there_is_answered_with_what_is_near()
    {
        using var response = await service.Host.SendAsync(HttpMethod.Get, "/documents/relay%2Freading");
        var page = await response.Content.ReadAsStringAsync(ServiceHost.Cancel);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("<a href=\"/documents/relay%2Fquorum\">Reading a Quorum</a>", page, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_canonical_address_is_the_records_own() =>
        Assert.Contains(
            "<link rel=\"canonical\" href=\"https://talks.example.org/documents/relay%2Fquorum\">",
            await service.PageAsync("/documents/relay%2Fquorum?q=quorum&page=2"),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_page_that_has_not_changed_is_not_sent_again()
    {
        using var first = await service.Host.SendAsync(HttpMethod.Get, "/documents/relay%2Fquorum");
        var tag = first.Headers.ETag?.ToString() ?? "";
        using var second = await service.Host.SendAsync(
            HttpMethod.Get,
            "/documents/relay%2Fquorum",
            ("If-None-Match", tag)
        );
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        // The browser goes on with the policy that came with the page.
        Assert.False(second.Headers.Contains("Content-Security-Policy"));
    }
}
