using System.Text.Json.Serialization;

namespace Search.Service.Api;

/// <summary>The answer to a search.</summary>
/// <param name="Query">The query as it was used.</param>
/// <param name="Interpreted">What was understood of it.</param>
/// <param name="TotalHits">Exact; all pages together add up to it.</param>
/// <param name="Page">From 1.</param>
/// <param name="HitsPerPage">Hits on a full page.</param>
/// <param name="TotalPages">Pages that <paramref name="TotalHits"/> fills; those behind the first 10,000 hits cannot be asked for.</param>
/// <param name="ProcessingTimeMs">Milliseconds that the search itself took.</param>
/// <param name="Hits">One page, in order.</param>
/// <param name="Facets">
/// By name, for each facet that was asked for, the values that would narrow the search: most hits first, equal ones by value.
/// </param>
/// <param name="Suggestions">Other queries that would find something.</param>
/// <param name="Warnings">Plain sentences about what could not be done as asked.</param>
internal sealed record SearchResult<THit>(
    string Query,
    InterpretedResult Interpreted,
    int TotalHits,
    int Page,
    int HitsPerPage,
    int TotalPages,
    double ProcessingTimeMs,
    IReadOnlyList<THit> Hits,
    IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> Facets,
    IReadOnlyList<QuerySuggestion> Suggestions,
    IReadOnlyList<string> Warnings
)
{
    /// <summary>True, and only then there, when the time was up: the answer is what was found until then.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Partial { get; init; }
}

/// <summary>What was understood of a query.</summary>
/// <param name="Words">Words that rank.</param>
/// <param name="Phrases">Quoted texts.</param>
/// <param name="Excluded">What must not occur.</param>
/// <param name="Filters">Restrictions typed into the query.</param>
/// <param name="Corrected">Mistyped words and what was searched instead.</param>
/// <param name="Synonyms">Words for which others were looked for too.</param>
/// <param name="Share">The share of the words' weight that a record needs, 0 to 1; 1 is every word.</param>
internal sealed record InterpretedResult(
    IReadOnlyList<string> Words,
    IReadOnlyList<string> Phrases,
    IReadOnlyList<string> Excluded,
    IReadOnlyList<string> Filters,
    IReadOnlyList<QueryCorrection> Corrected,
    IReadOnlyList<QuerySynonym> Synonyms,
    double Share
);

/// <summary>A mistyped word.</summary>
/// <param name="From">As it was typed.</param>
/// <param name="To">As it was searched.</param>
internal sealed record QueryCorrection(string From, string To);

/// <summary>A word, or several, for which others were looked for too.</summary>
/// <param name="From">As it was typed.</param>
/// <param name="To">What stands for it; counts a little less than what was typed.</param>
internal sealed record QuerySynonym(string From, string To);

/// <summary>A value that would narrow the search.</summary>
/// <param name="Value">The value.</param>
/// <param name="Count">Hits that would be left if this were the only value that the facet's parameter selects; exact.</param>
/// <param name="Selected">Whether the facet's parameter selects it already; then it is listed even with nothing left.</param>
internal sealed record FacetValue(string Value, int Count, bool Selected);

/// <summary>Another query that would find something.</summary>
/// <param name="Query">The query.</param>
/// <param name="TotalHits">How much it would find.</param>
internal sealed record QuerySuggestion(string Query, int TotalHits);

/// <summary>A hit: a record, or a work shown by its best record.</summary>
/// <param name="Id">The record's id; with <c>group=passage</c> it may be a passage's, the interview's id with <c>#N</c>.</param>
/// <param name="Kind"><c>talk</c>, <c>interview</c> or, with <c>group=passage</c>, <c>passage</c>.</param>
/// <param name="Title">Plain text; for a passage the interview's.</param>
/// <param name="Url">Where the original stands. From the source: check the scheme before you link to it.</param>
/// <param name="Speakers">In an interview, those who answer.</param>
/// <param name="Topics">What it is about.</param>
/// <param name="Event">The conference or series.</param>
/// <param name="Date">A year, a month or a day.</param>
/// <param name="Score">Higher is better; comparable within one answer.</param>
/// <param name="TitleHtml">The title with what matched in <c>mark</c>, safe to put into a page.</param>
/// <param name="TitleRanges">What matched in the title.</param>
/// <param name="Snippet">The best part of the text; null when there is none.</param>
/// <param name="Passages">The best matching passages of an interview, at most three.</param>
/// <param name="Also">The other records of the work, at most ten.</param>
/// <param name="Explanation">How the score came about; only with <c>explain=true</c>.</param>
internal record ResultHit(
    string Id,
    string Kind,
    string Title,
    string? Url,
    IReadOnlyList<string> Speakers,
    IReadOnlyList<string> Topics,
    string? Event,
    string? Date,
    double Score,
    string TitleHtml,
    IReadOnlyList<TextRange> TitleRanges,
    ResultSnippet? Snippet,
    IReadOnlyList<ResultPassage> Passages,
    IReadOnlyList<ResultForm> Also,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] HitExplanation? Explanation = null
);

/// <summary>How a score came about.</summary>
/// <param name="Sentence">For people.</param>
/// <param name="Parts">They add up to the score.</param>
internal sealed record HitExplanation(string Sentence, IReadOnlyList<ExplanationPart> Parts);

/// <summary>One part of a score.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Value">What it adds.</param>
internal sealed record ExplanationPart(string Name, double Value);

/// <summary>Part of a text, in UTF-16 units as JavaScript counts.</summary>
/// <param name="Start">First unit.</param>
/// <param name="Length">Units; at least one.</param>
internal sealed record TextRange(int Start, int Length);

/// <summary>The best part of a text.</summary>
/// <param name="Field">Where it comes from: <c>abstract</c>, <c>intro</c> or <c>answer</c>.</param>
/// <param name="Text">Plain text, with … where something was left out.</param>
/// <param name="Html">The same with what matched in <c>mark</c>, safe to put into a page.</param>
/// <param name="Ranges">What matched, in <paramref name="Text"/>.</param>
internal sealed record ResultSnippet(string Field, string Text, string Html, IReadOnlyList<TextRange> Ranges);

/// <summary>A question with its answer that matched.</summary>
/// <param name="Id">The interview's id, <c>#</c> and the number of the question.</param>
/// <param name="Question">Plain text.</param>
/// <param name="QuestionHtml">The question with what matched in <c>mark</c>, safe to put into a page.</param>
/// <param name="QuestionRanges">What matched in the question.</param>
/// <param name="Snippet">The best part of the answer.</param>
/// <param name="Url">Leads to the question, where the source allows it.</param>
/// <param name="Score">Higher is better.</param>
internal sealed record ResultPassage(
    string Id,
    string Question,
    string QuestionHtml,
    IReadOnlyList<TextRange> QuestionRanges,
    ResultSnippet Snippet,
    string? Url,
    double Score
);

/// <summary>Another record of the same work.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind"><c>talk</c> or <c>interview</c>.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Url">Where the original stands.</param>
/// <param name="Matched">Whether it belongs to the answer itself.</param>
internal sealed record ResultForm(string Id, string Kind, string Title, string? Url, bool Matched);

/// <summary>A passage as a hit.</summary>
/// <param name="Id">The interview's id, <c>#</c> and the number of the question.</param>
/// <param name="Question">Plain text.</param>
/// <param name="QuestionHtml">The question with what matched in <c>mark</c>, safe to put into a page.</param>
/// <param name="QuestionRanges">What matched in the question.</param>
/// <param name="Snippet">The best part of the answer.</param>
/// <param name="Url">Leads to the question, where the source allows it.</param>
/// <param name="Score">Higher is better.</param>
/// <param name="Interview">Where the question was asked.</param>
/// <param name="Explanation">How the score came about; only with <c>explain=true</c>.</param>
internal sealed record AnswerHit(
    string Id,
    string Question,
    string QuestionHtml,
    IReadOnlyList<TextRange> QuestionRanges,
    ResultSnippet Snippet,
    string? Url,
    double Score,
    AnswerInterview Interview,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] HitExplanation? Explanation = null
);

/// <summary>The interview that a passage belongs to.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Url">Where the original stands.</param>
/// <param name="Speakers">Those who answer.</param>
/// <param name="Event">The conference or series.</param>
/// <param name="Date">A year, a month or a day.</param>
internal sealed record AnswerInterview(
    string Id,
    string Title,
    string? Url,
    IReadOnlyList<string> Speakers,
    string? Event,
    string? Date
);
