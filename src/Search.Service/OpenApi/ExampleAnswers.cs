using System.Text.Json;
using System.Text.Json.Nodes;
using Search.Service.Api;

namespace Search.Service.OpenApi;

/// <summary>Examples for the OpenAPI document, written by the same code as answers, so that they cannot go stale.</summary>
internal static class ExampleAnswers
{
    private static readonly ResultSnippet Snippet = new(
        "answer",
        "A quorum is any majority of the voters.",
        "A <mark>quorum</mark> is any majority of the voters.",
        [new TextRange(2, 6)]
    );

    private static readonly InterpretedResult Interpreted = new(["quorum"], [], [], [], [], [], 1);

    public static JsonNode Search =>
        JsonSerializer.SerializeToNode(Page(SearchHit), ApiJson.Default.SearchResultResultHit)!;

    public static JsonNode Answers =>
        JsonSerializer.SerializeToNode(Page(AnswerHit), ApiJson.Default.SearchResultAnswerHit)!;

    public static JsonNode Related =>
        JsonSerializer.SerializeToNode(
            new RelatedResult(
                ["quorum", "majority", "voters"],
                ProcessingTimeMs: 2.1,
                [new RelatedResultHit(SearchHit, 0.31f)],
                []
            ),
            ApiJson.Default.RelatedResult
        )!;

    public static JsonNode Highlights =>
        JsonSerializer.SerializeToNode(
            new HighlightsResult("relay-2024/quorum", "quorum", [new TextRange(10, 6)], [new TextRange(2, 6)], [], []),
            ApiJson.Default.HighlightsResult
        )!;

    public static JsonNode Suggest =>
        JsonSerializer.SerializeToNode(
            new SuggestResult(
                "quo",
                [
                    new("queries", [new("quorum reads", [new TextRange(0, 3)], null, null, null)]),
                    new(
                        "talks",
                        [
                            new(
                                "Reading a quorum",
                                [new TextRange(10, 3)],
                                "relay-2024/quorum",
                                "https://talks.example.org/quorum",
                                null
                            ),
                        ]
                    ),
                    new("topics", [new("Quorums", [new TextRange(0, 3)], null, null, 4)]),
                ],
                []
            ),
            ApiJson.Default.SuggestResult
        )!;

    private static ResultHit SearchHit =>
        new(
            "relay-2024/int-7",
            "interview",
            "Reading a quorum",
            "https://talks.example.org/int-7",
            ["Ada Example"],
            ["consensus"],
            "Relay 2024",
            "2024-03-05",
            12.3,
            "Reading a <mark>quorum</mark>",
            [new TextRange(10, 6)],
            Snippet,
            [
                new ResultPassage(
                    "relay-2024/int-7#3",
                    "What is a quorum?",
                    "What is a <mark>quorum</mark>?",
                    [new TextRange(10, 6)],
                    Snippet,
                    "https://talks.example.org/int-7#q-3",
                    9.1
                ),
            ],
            [new ResultForm("relay-2024/quorum", "talk", "Reading a quorum", "https://talks.example.org/quorum", true)]
        );

    private static AnswerHit AnswerHit
    {
        get
        {
            var hit = SearchHit;
            var passage = hit.Passages[0];
            return new AnswerHit(
                passage.Id,
                passage.Question,
                passage.QuestionHtml,
                passage.QuestionRanges,
                passage.Snippet,
                passage.Url,
                passage.Score,
                new AnswerInterview(hit.Id, hit.Title, hit.Url, hit.Speakers, hit.Event, hit.Date)
            );
        }
    }

    private static SearchResult<THit> Page<THit>(THit hit) =>
        new(
            "quorum",
            Interpreted,
            TotalHits: 1,
            Page: 1,
            HitsPerPage: 10,
            TotalPages: 1,
            ProcessingTimeMs: 1.3,
            [hit],
            new Dictionary<string, IReadOnlyList<FacetValue>> { ["topic"] = [new FacetValue("consensus", 1, false)] },
            [],
            []
        );
}
