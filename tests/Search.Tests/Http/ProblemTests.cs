using System.Net;
using System.Text;

namespace Search.Tests.Http;

public sealed class ProblemTests(SampleService sample)
{
    [Fact]
    public async Task A_problem_has_the_documented_members_in_order()
    {
        var problem = (await sample.Host.JsonAsync("/v1/search?page=x&kind=y")).AsObject();
        Assert.Equal(
            ["type", "title", "status", "detail", "code", "parameter", "errors", "traceId"],
            problem.Select(member => member.Key)
        );
        Assert.Equal("/problems#invalid_parameter", (string)problem["type"]!);
        Assert.Equal(["page", "kind"], problem["errors"]!.AsArray().Select(error => (string)error!["parameter"]!));
        Assert.NotEmpty((string)problem["traceId"]!);
    }

    [Theory]
    [InlineData("GET", "/v1/search?page=1001", 400, "page_too_deep")]
    [InlineData("GET", "/v1/answers?kind=x", 400, "invalid_parameter")]
    [InlineData("GET", "/v1/nothing", 404, "not_found")]
    [InlineData("GET", "/v1", 404, "not_found")]
    [InlineData("GET", "/health/none", 404, "not_found")]
    [InlineData("DELETE", "/v1/search", 405, "method_not_allowed")]
    [InlineData("PUT", "/v1/documents/x", 401, "key_required")]
    [InlineData("PUT", "/v1/search", 405, "method_not_allowed")]
    [InlineData("POST", "/v1/stats", 405, "method_not_allowed")]
    public async Task A_failure_of_the_api_is_a_problem_with_a_code(string method, string path, int status, string code)
    {
        using var response = await sample.Host.SendAsync(HttpMethod.Parse(method), path);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var body = await response.Content.ReadAsStringAsync(ServiceHost.Cancel);
        Assert.Contains($"\"code\":\"{code}\"", body, StringComparison.Ordinal);
        Assert.Contains($"\"status\":{status}", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_method_comes_with_those_that_are_possible()
    {
        using var response = await sample.Host.SendAsync(HttpMethod.Delete, "/v1/stats");
        Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task Every_fault_of_a_request_is_listed()
    {
        var problem = await sample.Host.JsonAsync("/v1/search?page=0&hitsPerPage=0&sort=x&year=y");
        Assert.Equal(4, problem["errors"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_body_that_is_no_json_is_refused_with_its_position()
    {
        var problem = await sample.Host.PostAsync("/v1/search", """{"q":"é",}""");
        Assert.Equal(("malformed_json", 9), ((string)problem["code"]!, (int)problem["position"]!));
        Assert.Equal("The body is no JSON: line 1, character 10.", (string)problem["detail"]!);
    }

    [Fact]
    public async Task A_member_of_the_wrong_type_is_named()
    {
        var problem = await sample.Host.PostAsync("/v1/search", """{"q":["a"],"page":"2"}""");
        Assert.Equal(("invalid_parameter", "page"), ((string)problem["code"]!, (string)problem["parameter"]!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    public async Task An_empty_body_is_an_empty_search(string body) =>
        Assert.NotNull((await sample.Host.PostAsync("/v1/search", body))["totalHits"]);

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        var problem = await sample.Host.PostAsync("/v1/search", new byte[1_048_577]);
        Assert.Equal(("too_large", 413), ((string)problem["code"]!, (int)problem["status"]!));
    }

    [Fact]
    public async Task A_body_of_unknown_length_that_is_too_large_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/v1/search", UriKind.Relative));
        request.Content = new StreamContent(new MemoryStream(new byte[2_000_000]));
        request.Headers.TransferEncodingChunked = true;
        using var response = await sample.Host.Client.SendAsync(request, ServiceHost.Cancel);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData(16_384, "200")]
    [InlineData(16_385, "414")]
    [InlineData(100_000, "414")]
    public async Task An_address_may_have_16_kibibytes(int length, string status)
    {
        var target = "/v1/search?q=".PadRight(length, 'a');
        var answer = await sample.Host.RawAsync("GET", target);
        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_for_people_that_is_not_there_is_a_page()
    {
        using var response = await sample.Host.SendAsync(HttpMethod.Get, "/nothing");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Every_code_is_explained_on_the_page_that_problems_lead_to()
    {
        var page = await sample.Host.Client.GetStringAsync(new Uri("/problems", UriKind.Relative), ServiceHost.Cancel);
        Assert.All(
            Search.Service.Problems.ProblemCode.All,
            code => Assert.Contains($"id=\"{code.Name}\"", page, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_post_that_is_no_utf8_is_still_answered()
    {
        var answer = await sample.Host.PostAsync(
            "/v1/search",
            [.. Encoding.ASCII.GetBytes("{\"q\":\"x"), 0xC3, .. "\"}"u8]
        );
        Assert.Equal("x\uFFFD", (string)answer["query"]!);
    }
}
