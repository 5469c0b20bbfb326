using Search.Engine.Documents;
using Search.Engine.Searching;
using Search.Engine.Snippets;
using Search.Service.Parameters;

namespace Search.Service.Api;

/// <summary>The engine's answer as it goes out.</summary>
internal static class ResultMapping
{
    /// <summary>The answer of <c>/v1/search</c>.</summary>
    public static SearchResult<ResultHit> ToResult(this TimedAnswer answer) => answer.Page(ToHit);

    /// <summary>The answer of <c>/v1/answers</c>; each hit is a passage.</summary>
    public static SearchResult<AnswerHit> ToAnswers(this TimedAnswer answer) => answer.Page(ToAnswer);

    private static SearchResult<THit> Page<THit>(this TimedAnswer answer, Func<SearchHit, THit> toHit)
    {
        var (input, response, elapsed) = answer;
        var hitsPerPage = input.Request.HitsPerPage;
        return new SearchResult<THit>(
            response.Query,
            ToInterpreted(response.Interpreted),
            response.TotalHits,
            input.Request.Page,
            hitsPerPage,
            TotalPages: (response.TotalHits + hitsPerPage - 1) / hitsPerPage,
            ProcessingTimeMs: Math.Round(elapsed.TotalMilliseconds, 2),
            [.. response.Hits.Select(toHit)],
            response.Facets.ToDictionary(facet => FacetNames.Of(facet.Field), ToValues),
            [.. response.Suggestions.Select(other => new QuerySuggestion(other.Query, other.TotalHits))],
            [.. input.Warnings, .. response.Warnings]
        )
        {
            Partial = response.Partial,
        };
    }

    private static InterpretedResult ToInterpreted(InterpretedQuery interpreted) =>
        new(
            interpreted.Words,
            interpreted.Phrases,
            interpreted.Excluded,
            interpreted.Filters,
            [.. interpreted.Corrected.Select(correction => new QueryCorrection(correction.From, correction.To))],
            [.. interpreted.Synonyms.Select(synonym => new QuerySynonym(synonym.From, synonym.To))],
            Math.Round(interpreted.Share, 2)
        );

    private static IReadOnlyList<FacetValue> ToValues(Facet facet) =>
        [.. facet.Values.Select(value => new FacetValue(value.Value, value.Count, value.Selected))];

    /// <summary>A hit as it goes out.</summary>
    public static ResultHit ToHit(SearchHit hit)
    {
        var record = hit.Record;
        var passage = hit.Passage is null ? null : ToPassage((Interview)record, hit.Passage);
        return new ResultHit(
            passage?.Id ?? record.Id,
            passage is null ? SearchAddress.NameOf(record.Kind) : "passage",
            hit.Title.Text,
            passage is null ? record.Url : passage.Url,
            record.Speakers,
            record.Topics,
            record.Event,
            record.Date?.ToString(),
            Rounded(hit.Score),
            SnippetHtml.Of(hit.Title),
            ToRanges(hit.Title.Ranges),
            passage?.Snippet ?? (hit.Snippet is null ? null : ToSnippet(hit.Snippet)),
            passage is null ? [.. hit.Passages.Select(p => ToPassage((Interview)record, p))] : [passage],
            [.. hit.Also.Select(ToForm)],
            ToExplanation(hit)
        );
    }

    private static AnswerHit ToAnswer(SearchHit hit)
    {
        var interview = (Interview)hit.Record;
        var passage = ToPassage(
            interview,
            hit.Passage ?? throw new InvalidOperationException($"The hit {hit.Record.Id} is no passage.")
        );
        return new AnswerHit(
            passage.Id,
            passage.Question,
            passage.QuestionHtml,
            passage.QuestionRanges,
            passage.Snippet,
            passage.Url,
            passage.Score,
            ToInterview(interview),
            ToExplanation(hit)
        );
    }

    // Rounded parts add up to the rounded score: the words take what rounding leaves.
    private static HitExplanation? ToExplanation(SearchHit hit)
    {
        if (hit.Explanation is not { } explanation)
            return null;
        var parts = explanation.Parts.Select(part => new ExplanationPart(part.Name, Rounded(part.Value))).ToList();
        var rest = Rounded(hit.Score) - parts.Skip(1).Sum(part => part.Value);
        parts[0] = parts[0] with { Value = Math.Round(rest, 4) };
        return new HitExplanation(explanation.Sentence, parts);
    }

    /// <summary>What a passage says of its interview.</summary>
    public static AnswerInterview ToInterview(Interview interview) =>
        new(
            interview.Id,
            interview.Title,
            interview.Url,
            interview.Speakers,
            interview.Event,
            interview.Date?.ToString()
        );

    private static ResultPassage ToPassage(Interview interview, PassageHit hit) =>
        new(
            RecordId.OfPassage(interview.Id, hit.Passage.Number),
            hit.Question.Text,
            SnippetHtml.Of(hit.Question),
            ToRanges(hit.Question.Ranges),
            ToSnippet(hit.Snippet),
            RecordUrl.Of(interview, hit.Passage),
            Rounded(hit.Score)
        );

    private static ResultSnippet ToSnippet(Snippet snippet) =>
        new(snippet.Field, snippet.Text, SnippetHtml.Of(snippet), ToRanges(snippet.Ranges));

    private static ResultForm ToForm(RelatedForm form) =>
        new(form.Id, SearchAddress.NameOf(form.Kind), form.Title, form.Url, form.Matched);

    /// <summary>Ranges as they go out.</summary>
    public static IReadOnlyList<TextRange> ToRanges(IReadOnlyList<HighlightRange> ranges) =>
        [.. ranges.Select(range => new TextRange(range.Start, range.End - range.Start))];

    // Four decimals tell any two scores apart that a reader would compare.
    private static double Rounded(float score) => Math.Round(score, 4);
}
