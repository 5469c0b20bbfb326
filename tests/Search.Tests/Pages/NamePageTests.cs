using System.Net;
using Search.Tests.Http;

namespace Search.Tests.Pages;

public sealed class NamePageTests(PagesService service)
{
    [Fact]
    public async Task A_speaker_has_all_works_newest_first()
    {
        var page = await service.PageAsync("/speakers/Ada%20Example");
        Assert.Contains("<h1 dir=\"auto\">Ada Example</h1>", page, StringComparison.Ordinal);
        var first = page.IndexOf("Reading a Quorum</a>", StringComparison.Ordinal);
        var second = page.IndexOf("Leases for Everyone</a>", StringComparison.Ordinal);
        Assert.InRange(first, 0, second);
    }

    [Fact]
    public async Task Who_speaks_with_whom_stands_beside() =>
        Assert.Contains(
            "<a href=\"/speakers/Bo%20Exemplar\"><span>Bo Exemplar</span> <small>1</small></a>",
            await service.PageAsync("/speakers/Ada%20Example"),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_name_is_found_in_any_case_and_has_one_address() =>
        Assert.Contains(
            "<link rel=\"canonical\" href=\"https://talks.example.org/speakers/Ada%20Example\">",
            await service.PageAsync("/speakers/ada%20example"),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("/speakers/AC%2FDC", "AC/DC")]
    [InlineData("/topics/pub%2Fsub", "pub/sub")]
    [InlineData("/topics/C%23", "C#")]
    public async Task Names_are_decoded_exactly_once(string path, string name) =>
        Assert.Contains($"<h1 dir=\"auto\">{name}</h1>", await service.PageAsync(path), StringComparison.Ordinal);

    [Fact]
    public async Task A_topic_has_its_people_years_and_answers()
    {
        var page = await service.PageAsync("/topics/Consensus");
        Assert.Contains("2 talks and 1 interview, 2022 to 2024", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/speakers/Ada%20Example\"><span>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/search?topic=Consensus&amp;year=2022\">", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/topics/pub%2Fsub\"><span>pub/sub</span>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_that_speak_of_a_topic_stand_first()
    {
        await using var host = await new ServiceHost([
            Collection.Interview(
                "int",
                "Leases, an Interview",
                [("How long is a lease?", "Ten seconds."), ("And then?", "Then we have lunch.")]
            ) with
            {
                Topics = ["Leases"],
            },
        ]).ReadyAsync();
        var page = await host.Client.GetStringAsync(new Uri("/topics/Leases", UriKind.Relative), ServiceHost.Cancel);
        Assert.Contains("<h2>Answers on Leases</h2>", page, StringComparison.Ordinal);
        Assert.Contains("How long is a <mark>lease</mark>?", page, StringComparison.Ordinal);
        Assert.DoesNotContain("And then?", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_goes_on_page_by_page()
    {
        var first = await service.PageAsync("/speakers/Cy%20Serial");
        Assert.Contains("<a rel=\"next\" href=\"/speakers/Cy%20Serial?page=2\">", first, StringComparison.Ordinal);
        var second = await service.PageAsync("/speakers/Cy%20Serial?page=2");
        Assert.Contains("Part 1 of Many", second, StringComparison.Ordinal);
        Assert.Contains("<a rel=\"prev\" href=\"/speakers/Cy%20Serial\">", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_behind_the_last_leads_to_the_last() =>
        Assert.Contains(
            "<a href=\"/speakers/Cy%20Serial?page=2\">Go to page 2</a>",
            await service.PageAsync("/speakers/Cy%20Serial?page=9"),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("/speakers/Ada")]
    [InlineData("/topics/consens")]
    [InlineData("/topics/%20")]
    [InlineData("/topics/%ff")]
    public async Task A_name_that_nobody_has_is_not_found(string path)
    {
        using var response = await service.Host.SendAsync(HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_name_that_nobody_has_leads_to_one_near()
    {
        using var response = await service.Host.SendAsync(HttpMethod.Get, "/speakers/Ada");
        var page = await response.Content.ReadAsStringAsync(ServiceHost.Cancel);
        Assert.Contains("<a href=\"/speakers/Ada%20Example\">Ada Example</a>", page, StringComparison.Ordinal);
    }
}
