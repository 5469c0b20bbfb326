using System.Net;
using Search.Tests.Pages;

namespace Search.Tests.Http;

public sealed class HighlightTests(PagesService service)
{
    [Fact]
    public async Task What_a_search_marks_in_a_talk_is_given_as_ranges()
    {
        var found = await service.Host.JsonAsync("/v1/documents/relay%2Fquorum/highlights?q=quorum");
        Assert.Equal("relay/quorum", (string)found["id"]!);
        Assert.Equal("""[{"start":10,"length":6}]""", found["titleRanges"]!.ToJsonString());
        Assert.Equal("""[{"start":2,"length":6}]""", found["textRanges"]!.ToJsonString());
    }

    [Fact]
    public async Task Each_question_of_an_interview_has_its_own()
    {
        var found = await service.Host.JsonAsync("/v1/documents/relay/int-7/highlights?q=lease");
        var lease = found["questions"]![1]!;
        Assert.Equal("relay/int-7#2", (string)lease["id"]!);
        Assert.Equal("""[{"start":6,"length":5}]""", lease["questionRanges"]!.ToJsonString());
        Assert.Equal("""[{"start":2,"length":5}]""", lease["answerRanges"]!.ToJsonString());
        Assert.Empty(found["questions"]![2]!["answerRanges"]!.AsArray());
    }

    [Fact]
    public async Task Without_a_query_nothing_is_marked()
    {
        var found = await service.Host.JsonAsync("/v1/documents/relay%2Fquorum/highlights");
        Assert.Empty(found["textRanges"]!.AsArray());
    }

    [Fact]
    public async Task A_record_that_is_not_there_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, await service.Host.StatusAsync("/v1/documents/nope/highlights?q=quorum"));

    [Fact]
    public async Task A_mistake_in_lucenes_language_is_a_fault() =>
        Assert.Equal(
            HttpStatusCode.BadRequest,
            await service.Host.StatusAsync("/v1/documents/relay%2Fquorum/highlights?q=(&syntax=lucene")
        );
}
