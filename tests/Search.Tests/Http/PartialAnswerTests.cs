using System.Text.Json;
using Search.Engine.Searching;
using Search.Service.Api;
using Search.Service.Parameters;

namespace Search.Tests.Http;

public sealed class PartialAnswerTests
{
    [Theory]
    [InlineData(true, "\"partial\":true")]
    [InlineData(false, "\"warnings\":[]}")]
    public void An_answer_says_that_it_is_partial_only_when_it_is(bool partial, string end)
    {
        var response = new SearchResponse("raft", new InterpretedQuery(["raft"], [], [], []), 0, [], [])
        {
            Partial = partial,
        };
        var answer = new TimedAnswer(new SearchInput(new SearchRequest(), [], []), response, TimeSpan.Zero);

        var json = JsonSerializer.Serialize(answer.ToResult(), ApiJson.Plain.SearchResultResultHit);

        Assert.Contains(end, json, StringComparison.Ordinal);
    }
}
