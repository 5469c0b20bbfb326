using System.Text.Json.Nodes;

namespace Search.Tests.Http;

public sealed class FacetTests(SampleService sample)
{
    [Fact]
    public async Task Facets_are_given_by_name_with_value_count_and_selection()
    {
        var answer = await sample.Host.JsonAsync("/v1/search?q=quorum&facets=kind,topic&kind=talk");
        Assert.Equal(
            """
            {"kind":[{"value":"interview","count":1,"selected":false},{"value":"talk","count":1,"selected":true}],"topic":[{"value":"Consensus","count":1,"selected":false}]}
            """,
            answer["facets"]!.ToJsonString()
        );
    }

    [Fact]
    public async Task Without_facets_none_is_counted() =>
        Assert.Equal("{}", (await sample.Host.JsonAsync("/v1/search?q=quorum"))["facets"]!.ToJsonString());

    [Fact]
    public async Task Names_are_taken_one_by_one_with_commas_and_as_a_list_in_json()
    {
        var expected = await sample.Host.JsonAsync("/v1/search?facets=language,year");
        Assert.Equal(["language", "year"], Names(expected));
        var oneByOne = await sample.Host.JsonAsync("/v1/search?facets=year&facets=language");
        var inJson = await sample.Host.PostAsync("/v1/search", """{"facets":["year","language"]}""");
        Assert.Equal(expected["facets"]!.ToJsonString(), oneByOne["facets"]!.ToJsonString());
        Assert.Equal(expected["facets"]!.ToJsonString(), inJson["facets"]!.ToJsonString());
    }

    [Fact]
    public async Task A_facet_that_is_not_there_is_refused_with_those_that_are()
    {
        var problem = await sample.Host.JsonAsync("/v1/search?facets=topic,size");
        Assert.Equal(("invalid_parameter", "facets"), ((string)problem["code"]!, (string)problem["parameter"]!));
        Assert.Equal(
            "facets must be kind, topic, speaker, event, language or year, not \"size\".",
            (string)problem["detail"]!
        );
    }

    [Fact]
    public async Task Facets_of_answers_count_passages()
    {
        var answer = await sample.Host.JsonAsync("/v1/answers?facets=kind,speaker");
        Assert.Equal(2, (int)answer["totalHits"]!);
        Assert.Equal(2, (int)answer["facets"]!["kind"]![0]!["count"]!);
        Assert.Equal("Ada Example", (string)answer["facets"]!["speaker"]![0]!["value"]!);
    }

    [Fact]
    public async Task A_filter_narrows_the_answer_and_the_facets()
    {
        const string filter = "kind = interview AND year >= 2024 AND NOT topic IN [\"A\", \"B\"]";
        var byQuery = await sample.Host.JsonAsync(
            $"/v1/search?group=record&facets=kind&filter={Uri.EscapeDataString(filter)}"
        );
        Assert.Equal(["relay/int-7"], byQuery["hits"]!.AsArray().Select(hit => (string)hit!["id"]!));
        Assert.Equal("interview", (string)Assert.Single(byQuery["facets"]!["kind"]!.AsArray())!["value"]!);
        var body = new JsonObject { ["filter"] = filter, ["group"] = "record" };
        var byBody = await sample.Host.PostAsync("/v1/search", body.ToJsonString());
        Assert.Equal(byQuery["hits"]!.ToJsonString(), byBody["hits"]!.ToJsonString());
    }

    [Theory]
    [InlineData("/v1/search")]
    [InlineData("/v1/answers")]
    public async Task A_mistake_in_a_filter_is_refused_with_its_position_and_what_is_expected(string route)
    {
        var problem = await sample.Host.JsonAsync($"{route}?filter=kind%20%3D%20podcast");
        Assert.Equal(
            ["type", "title", "status", "detail", "code", "parameter", "position", "expected", "errors", "traceId"],
            problem.AsObject().Select(member => member.Key)
        );
        Assert.Equal((400, "invalid_filter"), ((int)problem["status"]!, (string)problem["code"]!));
        Assert.Equal(("filter", 7), ((string)problem["parameter"]!, (int)problem["position"]!));
        Assert.Equal("""["talk","interview"]""", problem["expected"]!.ToJsonString());
        Assert.Equal("\"podcast\" is no kind; a kind is talk or interview.", (string)problem["detail"]!);
    }

    [Fact]
    public async Task A_filter_in_a_body_counts_positions_in_its_text()
    {
        var problem = await sample.Host.PostAsync("/v1/answers", """{"filter":"\u0022"}""");
        Assert.Equal(("invalid_filter", 0), ((string)problem["code"]!, (int)problem["position"]!));
    }

    [Fact]
    public async Task Links_to_pages_keep_facets_and_filter()
    {
        using var response = await sample.Host.SendAsync(
            HttpMethod.Get,
            "/v1/search?hitsPerPage=2&facets=kind&filter=kind%3Dtalk"
        );
        Assert.Contains(
            "page=2&hitsPerPage=2&filter=kind%20%3D%20talk&facets=kind>; rel=\"next\"",
            Assert.Single(response.Headers.GetValues("Link")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_page_links_each_value_to_the_search_that_is_narrowed_to_it()
    {
        var page = await PageAsync("/search");
        Assert.Contains(
            "<a href=\"/search?topic=Consensus\" rel=\"nofollow\"><span>Consensus</span> <small>1</small></a>",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("<a href=\"/search?year=2024\"", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/search?event=Relay%202024\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "topic=Consensus&topic=Other",
        "topic=Other\" aria-current=\"true\" rel=\"nofollow\"><span>Consensus</span> <small>1</small></a>"
    )]
    [InlineData(
        "topic=consensus",
        "\" aria-current=\"true\" rel=\"nofollow\"><span>Consensus</span> <small>1</small></a>"
    )]
    [InlineData("year=2020..2025", "\" aria-current=\"true\" rel=\"nofollow\"><span>2024</span> <small>1</small></a>")]
    [InlineData("kind=talk", "\" aria-current=\"true\" rel=\"nofollow\"><span>Talks</span> <small>1</small></a>")]
    public async Task A_click_on_a_selected_value_leaves_it(string selection, string link)
    {
        var rest = link.StartsWith('"') ? "" : "&amp;";
        Assert.Contains(
            $"<a href=\"/search?q=quorum{rest}{link}",
            await PageAsync($"/search?q=quorum&{selection}"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_filter_expression_can_be_left() =>
        Assert.Contains(
            "<a href=\"/search?q=quorum\" aria-label=\"Leave filter: kind = talk\">",
            await PageAsync("/search?q=quorum&filter=kind%3Dtalk"),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Hostile_values_do_no_harm_on_a_page()
    {
        var page = await PageAsync("/search?q=hostile&topic=%3Ci%3Ex%3C%2Fi%3E");
        Assert.Contains("<span>&lt;i&gt;x&lt;/i&gt;</span> <small>1</small></a>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>", page, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Names(JsonNode answer) =>
        answer["facets"]!.AsObject().Select(member => member.Key);

    private Task<string> PageAsync(string path) =>
        sample.Host.Client.GetStringAsync(new Uri(path, UriKind.Relative), ServiceHost.Cancel);
}
