using System.Net;
using System.Text.Json.Nodes;

namespace Search.Tests.Http;

public sealed class DocumentTests(SampleService sample)
{
    public static TheoryData<string> AwkwardIds => [.. SampleService.AwkwardIds];

    [Theory]
    [MemberData(nameof(AwkwardIds))]
    public async Task Any_id_is_found_as_one_encoded_segment(string id)
    {
        var answer = await sample.Host.RawAsync("GET", $"/v1/documents/{Uri.EscapeDataString(id)}");
        Assert.Equal(id, (string)Body(answer)["id"]!);
    }

    [Theory]
    [InlineData("/v1/documents/relay/quorum", "relay/quorum")]
    [InlineData("/v1/documents/relay%2Fquorum", "relay/quorum")]
    [InlineData("/v1/documents/relay%2fquorum?x=1", "relay/quorum")]
    [InlineData("/v1/%64ocuments/relay%2Fquorum", "relay/quorum")]
    [InlineData("/v1/x/../documents/./relay/quorum", "relay/quorum")]
    [InlineData("/v1/documents/per%252Fcent", "per%2Fcent")]
    [InlineData("/v1/documents/a//b/", "a//b/")]
    public async Task An_id_is_decoded_exactly_once(string target, string id) =>
        Assert.Equal(id, (string)Body(await sample.Host.RawAsync("GET", target))["id"]!);

    [Fact]
    public async Task A_target_may_name_the_server_too() =>
        Assert.Equal(
            "plus+plus",
            (string)Body(await sample.Host.RawAsync("GET", $"{sample.Host.Address}v1/documents/plus+plus"))["id"]!
        );

    [Theory]
    [InlineData("/v1/documents/nothing")]
    [InlineData("/v1/documents/")]
    [InlineData("/v1/documents/percent%")]
    [InlineData("/v1/documents/%ff")]
    [InlineData("/v1/documents/per%2Fcent")]
    [InlineData("/v1/documents/plus%20plus")]
    [InlineData("/v1/documents/relay%2Fquorum%231")]
    [InlineData("/v1/documents/relay%2Fint-7%233")]
    [InlineData("/v1/documents/relay%2Fint-7%230")]
    [InlineData("/v1/documents/relay%2Fint-7%23x")]
    [InlineData("/v1/documents/%23")]
    public async Task What_is_no_id_of_the_collection_is_not_found(string target)
    {
        var answer = await sample.Host.RawAsync("GET", target);
        Assert.StartsWith("HTTP/1.1 404 ", answer, StringComparison.Ordinal);
        Assert.Equal("not_found", (string)Body(answer)["code"]!);
    }

    [Fact]
    public async Task A_record_comes_as_it_stands_in_the_collection_format()
    {
        var record = await sample.Host.JsonAsync("/v1/documents/relay%2Fquorum");
        Assert.Equal(
            ("talk", "Reading a quorum", "2024-03-05"),
            ((string)record["kind"]!, (string)record["title"]!, (string)record["date"]!)
        );
        Assert.Equal("A quorum is any majority of the voters.", (string)record["abstract"]!);
    }

    [Fact]
    public async Task Source_and_other_forms_of_a_record_stand_in_headers()
    {
        using var response = await sample.Host.SendAsync(HttpMethod.Get, "/v1/documents/relay%2Fquorum");
        Assert.Equal("test", response.Headers.GetValues("Search-Source").Single());
        Assert.Equal("</v1/documents/relay%2Fint-7>; rel=\"alternate\"", response.Headers.GetValues("Link").Single());
    }

    [Fact]
    public async Task A_passage_comes_with_its_interview()
    {
        var passage = (await sample.Host.JsonAsync("/v1/documents/relay%2Fint-7%232")).AsObject();
        Assert.Equal(["id", "interview", "question", "answer", "url"], passage.Select(member => member.Key));
        Assert.Equal("And a lease?", (string)passage["question"]!);
        Assert.Equal("https://talks.example.org/int-7#q-2", (string)passage["url"]!);
        Assert.Equal("relay/int-7", (string)passage["interview"]!["id"]!);
    }

    [Fact]
    public async Task A_record_that_is_known_is_not_sent_again()
    {
        using var first = await sample.Host.SendAsync(HttpMethod.Get, "/v1/documents/relay%2Fquorum");
        var tag = first.Headers.ETag!.ToString();
        Assert.DoesNotContain("W/", tag, StringComparison.Ordinal);
        using var second = await sample.Host.SendAsync(
            HttpMethod.Get,
            "/v1/documents/relay%2Fquorum",
            ("If-None-Match", tag)
        );
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    private static JsonNode Body(string answer)
    {
        var body = answer[answer.IndexOf("\r\n\r\n", StringComparison.Ordinal)..];
        return JsonNode.Parse(body[body.IndexOf('{', StringComparison.Ordinal)..(body.LastIndexOf('}') + 1)])!;
    }
}
