using System.Net;

namespace Search.Tests.Http;

public sealed class IdempotencyTests : IAsyncLifetime
{
    private const string Raft = """{"id":"a","kind":"talk","title":"Raft"}""";

    private readonly ServiceHost host = new([]);
    private string key = "";

    public async ValueTask InitializeAsync() => key = await host.WritingAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task The_same_request_gets_the_same_answer_and_happens_once()
    {
        using var first = await Put("k1", Raft);
        using var gone = await host.WriteAsync(key, HttpMethod.Delete, "/v1/documents/a");
        using var again = await Put("k1", Raft);

        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Equal(Raft, await again.Content.ReadAsStringAsync(ServiceHost.Cancel));
        Assert.Equal(["true"], again.Headers.GetValues("Idempotency-Replayed"));
        Assert.Equal(HttpStatusCode.NotFound, await host.StatusAsync("/v1/documents/a"));
    }

    [Fact]
    public async Task A_condition_that_held_the_first_time_holds_again()
    {
        using var first = await Put("k1", Raft, ("If-None-Match", "*"));
        using var again = await Put("k1", Raft, ("If-None-Match", "*"));
        using var other = await Put("k2", Raft, ("If-None-Match", "*"));
        Assert.Equal(
            [HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.PreconditionFailed],
            [first.StatusCode, again.StatusCode, other.StatusCode]
        );
    }

    [Fact]
    public async Task A_refusal_is_repeated_too()
    {
        using var first = await Put("k1", Raft, ("If-Match", "*"));
        using var added = await Put("k2", Raft);
        using var again = await Put("k1", Raft, ("If-Match", "*"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, first.StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, again.StatusCode);
    }

    [Theory]
    [InlineData("/v1/documents/a", """{"id":"a","kind":"talk","title":"Paxos"}""")]
    [InlineData("/v1/documents/a?refresh=none", Raft)]
    public async Task A_key_is_not_good_for_another_request(string path, string body)
    {
        using var first = await Put("k1", Raft);
        using var other = await host.WriteAsync(key, HttpMethod.Put, path, body, ("Idempotency-Key", "k1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.Equal("idempotency_key_reused", (string?)(await ServiceHost.JsonAsync(other))["code"]);
    }

    [Fact]
    public async Task The_same_request_many_times_at_once_happens_once()
    {
        var responses = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => Put("k1", Raft, ("If-None-Match", "*")))
        );
        Assert.All(responses, response => Assert.Equal(HttpStatusCode.Created, response.StatusCode));
        Assert.Equal(19, responses.Count(response => response.Headers.Contains("Idempotency-Replayed")));
    }

    [Fact]
    public async Task Lines_with_a_key_come_true_as_one_and_are_answered_again_word_for_word()
    {
        var body = string.Join(
            '\n',
            Enumerable.Range(1, 1_200).Select(n => $$"""{"id":"t{{n}}","kind":"talk","title":"T {{n}}"}""")
        );
        var commits = host.Services.Queue().Commits;
        using var first = await host.WriteAsync(key, HttpMethod.Post, "/v1/documents", body, ("Idempotency-Key", "k1"));
        using var again = await host.WriteAsync(key, HttpMethod.Post, "/v1/documents", body, ("Idempotency-Key", "k1"));
        var text = await first.Content.ReadAsStringAsync(ServiceHost.Cancel);
        Assert.Equal(1_200, text.Split("\"added\"").Length - 1);
        Assert.Equal(text, await again.Content.ReadAsStringAsync(ServiceHost.Cancel));
        Assert.Equal(1, host.Services.Queue().Commits - commits);
    }

    [Theory]
    [InlineData("with space")]
    [InlineData("")]
    public async Task A_key_that_cannot_be_kept_is_refused(string idempotencyKey)
    {
        using var response = await Put(idempotencyKey, Raft);
        Assert.Equal("invalid_parameter", (string?)(await ServiceHost.JsonAsync(response))["code"]);
    }

    private Task<HttpResponseMessage> Put(string idempotencyKey, string body, params (string, string)[] headers) =>
        host.WriteAsync(
            key,
            HttpMethod.Put,
            "/v1/documents/a",
            body,
            [.. headers, ("Idempotency-Key", idempotencyKey)]
        );
}
