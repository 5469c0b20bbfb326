using Search.Engine.Searching;
using Search.Engine.Synonyms;

namespace Search.Indexer.Output;

/// <summary>The answer of <c>search --json</c>: the names are those of the HTTP route.</summary>
internal sealed record FoundRecords(
    string Query,
    FoundReading Interpreted,
    int TotalHits,
    IReadOnlyList<FoundRecord> Hits,
    IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets,
    IReadOnlyList<SuggestedQuery> Suggestions,
    IReadOnlyList<string> Warnings
)
{
    public static FoundRecords Of(SearchResponse response) =>
        new(
            response.Query,
            new FoundReading(response.Interpreted.Corrected, response.Interpreted.Synonyms, response.Interpreted.Share),
            response.TotalHits,
            [.. response.Hits.Select(FoundRecord.Of)],
            response.Facets.ToDictionary(facet => FacetNames.Of(facet.Field), facet => facet.Values),
            response.Suggestions,
            response.Warnings
        );
}

/// <summary>What was understood of the query.</summary>
internal sealed record FoundReading(
    IReadOnlyList<Correction> Corrected,
    IReadOnlyList<SynonymUse> Synonyms,
    float Share
);

/// <summary>One hit.</summary>
internal sealed record FoundRecord(
    string Id,
    string Kind,
    string Title,
    string? Url,
    IReadOnlyList<string> Speakers,
    IReadOnlyList<string> Topics,
    string? Event,
    string? Date,
    float Score,
    ScoreExplanation? Explanation,
    string? Snippet,
    IReadOnlyList<FoundPassage> Passages,
    IReadOnlyList<string> Also
)
{
    public static FoundRecord Of(SearchHit hit) =>
        new(
            hit.Record.Id,
            hit.Record.Kind == Engine.Documents.RecordKind.Talk ? "talk" : "interview",
            hit.Record.Title,
            hit.Record.Url,
            hit.Record.Speakers,
            hit.Record.Topics,
            hit.Record.Event,
            hit.Record.Date?.ToString(),
            hit.Score,
            hit.Explanation,
            hit.Snippet?.Text,
            [
                .. hit.Passages.Select(passage => new FoundPassage(
                    passage.Passage.Number,
                    passage.Passage.Question,
                    passage.Snippet.Text
                )),
            ],
            [.. hit.Also.Select(form => form.Id)]
        );
}

/// <summary>One passage of a hit.</summary>
internal sealed record FoundPassage(int Number, string Question, string Snippet);
