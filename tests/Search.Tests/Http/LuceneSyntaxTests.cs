namespace Search.Tests.Http;

public sealed class LuceneSyntaxTests(SampleService sample)
{
    [Fact]
    public async Task A_query_in_lucenes_language_is_answered()
    {
        var query = Uri.EscapeDataString("title:quor* AND speaker:ada AND year:[2024 TO *]");
        var answer = await sample.Host.JsonAsync($"/v1/search?syntax=lucene&q={query}");
        Assert.Equal(1, (int)answer["totalHits"]!);
        Assert.Equal("title:quor* AND speaker:ada AND year:[2024 TO *]", (string)answer["query"]!);
        Assert.Contains("<mark>quorum</mark>", (string)answer["hits"]![0]!["titleHtml"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_is_a_problem_with_its_place()
    {
        var problem = await sample.Host.JsonAsync("/v1/search?syntax=lucene&q=quorum+AND");
        Assert.Equal(
            ("invalid_query", 400, "q", 10),
            (
                (string)problem["code"]!,
                (int)problem["status"]!,
                (string)problem["parameter"]!,
                (int)problem["position"]!
            )
        );
        Assert.Contains("a word", problem["expected"]!.AsArray().Select(expected => (string)expected!));
    }

    [Fact]
    public async Task The_same_text_is_no_mistake_as_people_type()
    {
        var answer = await sample.Host.JsonAsync("/v1/search?q=quorum+AND");
        Assert.NotEmpty(answer["hits"]!.AsArray());
    }

    [Fact]
    public async Task Nothing_of_a_long_query_is_dropped()
    {
        var words = string.Join(" OR ", Enumerable.Range(0, 99).Select(i => $"w{i}"));
        var query = Uri.EscapeDataString($"{words} OR quorum");
        var answer = await sample.Host.JsonAsync($"/v1/search?syntax=lucene&q={query}");
        Assert.Equal(1, (int)answer["totalHits"]!);
        Assert.Empty(answer["warnings"]!.AsArray());
        var problem = await sample.Host.JsonAsync($"/v1/search?syntax=lucene&q={query}+{query}");
        Assert.Equal("invalid_query", (string)problem["code"]!);
    }

    [Fact]
    public async Task Brackets_without_end_are_a_mistake_and_the_service_lives()
    {
        var body = $$"""{"syntax":"lucene","q":"{{new string('(', 10_000)}}"}""";
        Assert.Equal("invalid_query", (string)(await sample.Host.PostAsync("/v1/search", body))["code"]!);
        Assert.Equal("invalid_query", (string)(await sample.Host.PostAsync("/v1/answers", body))["code"]!);
        Assert.Equal("live", (string)(await sample.Host.JsonAsync("/health/live"))["status"]!);
    }
}
