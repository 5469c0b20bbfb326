using System.Net;
using System.Text;
using CsCheck;

namespace Search.Tests.Http;

public sealed class SearchTests(SampleService sample)
{
    private static readonly string[] Pieces =
    [
        .. "\"()|*~:+-[]{}^\\/!?& ".Select(c => $"{c}"),
        "quorum",
        "a",
        " OR ",
        " NOT ",
        "title:",
        "speaker:",
        "kind:",
        "year:",
        "2017..",
        "talk",
        "~2",
        "공",
        "😀",
    ];

    [Fact]
    public async Task An_answer_has_the_documented_members_in_order()
    {
        var answer = await sample.Host.JsonAsync("/v1/search?q=quorum");
        Assert.Equal(
            [
                "query",
                "interpreted",
                "totalHits",
                "page",
                "hitsPerPage",
                "totalPages",
                "processingTimeMs",
                "hits",
                "facets",
                "suggestions",
                "warnings",
            ],
            answer.AsObject().Select(member => member.Key)
        );
        Assert.Equal(
            [
                "id",
                "kind",
                "title",
                "url",
                "speakers",
                "topics",
                "event",
                "date",
                "score",
                "titleHtml",
                "titleRanges",
                "snippet",
                "passages",
                "also",
            ],
            answer["hits"]![0]!.AsObject().Select(member => member.Key)
        );
        Assert.Equal(
            ["words", "phrases", "excluded", "filters", "corrected", "synonyms", "share"],
            answer["interpreted"]!.AsObject().Select(member => member.Key)
        );
    }

    [Fact]
    public async Task A_talk_and_the_interview_about_it_are_one_hit()
    {
        var answer = await sample.Host.JsonAsync("/v1/search?q=quorum");
        Assert.Equal(1, (int)answer["totalHits"]!);
        Assert.Single(answer["hits"]![0]!["also"]!.AsArray());
    }

    [Fact]
    public async Task Records_are_counted_one_by_one_when_asked_for()
    {
        var answer = await sample.Host.JsonAsync("/v1/search?q=quorum&group=record");
        Assert.Equal(2, (int)answer["totalHits"]!);
    }

    [Fact]
    public async Task With_group_passage_a_passage_is_a_hit_under_its_own_id()
    {
        var answer = await sample.Host.JsonAsync("/v1/search?q=lease&group=passage");
        var hit = answer["hits"]![0]!;
        Assert.Equal(
            ("relay/int-7#2", "passage", "https://talks.example.org/int-7#q-2"),
            ((string)hit["id"]!, (string)hit["kind"]!, (string)hit["url"]!)
        );
        Assert.Equal("relay/int-7#2", (string)hit["passages"]![0]!["id"]!);
    }

    [Fact]
    public async Task Answers_are_passages_with_their_interview()
    {
        var answer = await sample.Host.JsonAsync("/v1/answers?q=lease");
        var hit = answer["hits"]![0]!.AsObject();
        Assert.Equal(
            ["id", "question", "questionHtml", "questionRanges", "snippet", "url", "score", "interview"],
            hit.Select(member => member.Key)
        );
        Assert.Equal(
            ["id", "title", "url", "speakers", "event", "date"],
            hit["interview"]!.AsObject().Select(member => member.Key)
        );
        Assert.Equal("And a lease?", (string)hit["question"]!);
    }

    [Fact]
    public async Task Nothing_asked_for_finds_everything_newest_first()
    {
        var answer = await sample.Host.JsonAsync("/v1/search");
        Assert.Equal(2 + SampleService.AwkwardIds.Length, (int)answer["totalHits"]!);
        Assert.StartsWith("relay/", (string)answer["hits"]![0]!["id"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_add_up_to_the_total()
    {
        var ids = new List<string>();
        var total = 0;
        for (var page = 1; page <= 6; page++)
        {
            var answer = await sample.Host.JsonAsync($"/v1/search?hitsPerPage=3&page={page}");
            total = (int)answer["totalHits"]!;
            Assert.Equal((total + 2) / 3, (int)answer["totalPages"]!);
            ids.AddRange(answer["hits"]!.AsArray().Select(hit => (string)hit!["id"]!));
        }
        Assert.Equal(total, ids.Distinct().Count());
    }

    [Fact]
    public async Task Post_answers_as_get_does()
    {
        var byQuery = await sample.Host.JsonAsync("/v1/search?q=quorum&kind=talk&year=2024&hitsPerPage=5");
        var byBody = await sample.Host.PostAsync(
            "/v1/search",
            """{"q":"quorum","kind":"talk","year":[2024],"hitsPerPage":5}"""
        );
        Assert.Equal(byQuery["hits"]!.ToJsonString(), byBody["hits"]!.ToJsonString());
        Assert.Equal(1, (int)byBody["totalHits"]!);
    }

    [Fact]
    public async Task Hostile_records_come_out_as_data_and_their_html_is_safe()
    {
        var answer = await sample.Host.JsonAsync("/v1/search?q=hostile");
        var hit = answer["hits"]![0]!;
        Assert.Equal(SampleService.Hostile, (string)hit["title"]!);
        Assert.DoesNotContain("<img", (string)hit["titleHtml"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", (string)hit["snippet"]!["html"]!, StringComparison.Ordinal);
        Assert.Contains("<script", (string)hit["snippet"]!["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_utf8_without_mark_and_spells_letters_as_they_are()
    {
        using var response = await sample.Host.SendAsync(
            HttpMethod.Get,
            "/v1/search?q=%EA%B3%B5&sort=title:asc&hitsPerPage=100"
        );
        var bytes = await response.Content.ReadAsByteArrayAsync(ServiceHost.Cancel);
        Assert.Equal((byte)'{', bytes[0]);
        Assert.Contains("공", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public Task Any_text_is_answered_by_get() =>
        Gen.String.SampleAsync(
            async text =>
            {
                // A URI cannot hold half of a surrogate pair; the raw tests send what no URI can.
                var query = Uri.EscapeDataString(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
                Assert.Equal(HttpStatusCode.OK, await sample.Host.StatusAsync($"/v1/search?q={query}"));
            },
            iter: 200
        );

    [Fact]
    public Task Any_text_is_answered_by_post() =>
        Gen.String.SampleAsync(
            async text =>
            {
                var body = Encoding.UTF8.GetBytes($$"""{"q":{{Escaped(text)}}}""");
                var answer = await sample.Host.PostAsync("/v1/search", body);
                Assert.NotNull(answer["totalHits"]);
            },
            iter: 200
        );

    [Fact]
    public Task Any_operators_are_answered() =>
        Gen.OneOf(Pieces.Select(Gen.Const).ToArray())
            .Array[0, 40]
            .SampleAsync(
                async pieces =>
                {
                    var query = Uri.EscapeDataString(string.Concat(pieces));
                    Assert.Equal(HttpStatusCode.OK, await sample.Host.StatusAsync($"/v1/search?q={query}"));
                },
                iter: 500
            );

    [Theory]
    [InlineData("%")]
    [InlineData("%zz")]
    [InlineData("%ff%fe")]
    [InlineData("%00")]
    [InlineData("%ed%a0%80")]
    [InlineData("a%20%")]
    [InlineData("\"a")]
    [InlineData("(((((((((")]
    [InlineData("title:")]
    [InlineData("[a]{b}|c\\d^e`f")]
    public async Task Any_raw_text_is_answered(string query)
    {
        var answer = await sample.Host.RawAsync("GET", $"/v1/search?q={query.Replace(' ', '+')}");
        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_a_mebibyte_is_answered()
    {
        var text = new string('a', 1_048_576 - """{"q":""}""".Length);
        var answer = await sample.Host.PostAsync("/v1/search", $$"""{"q":"{{text}}"}""");
        Assert.Equal("Only the first 500 characters of q were used.", (string)answer["warnings"]![0]!);
    }

    [Fact]
    public async Task Halves_of_surrogate_pairs_are_read_as_replacement_characters()
    {
        var answer = await sample.Host.PostAsync("/v1/search", """{"q":"a\ud800b"}""");
        Assert.Equal("a\uFFFDb", (string)answer["query"]!);
    }

    [Fact]
    public async Task Unknown_parameters_are_named_in_a_warning()
    {
        var answer = await sample.Host.JsonAsync("/v1/search?q=quorum&pageSize=5");
        Assert.Equal("There is no parameter \"pageSize\"; it was ignored.", (string)answer["warnings"]![0]!);
    }

    // As JavaScript writes it: every unit that is not plain ASCII as an escape, pairs or not.
    private static string Escaped(string text) =>
        "\""
        + string.Concat(
            text.Select(c => c is >= ' ' and < '\x7f' and not '"' and not '\\' ? $"{c}" : $"\\u{(int)c:x4}")
        )
        + "\"";
}
