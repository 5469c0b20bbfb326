using Search.Engine.Documents;
using Search.Engine.Snippets;
using Search.Engine.Synonyms;

namespace Search.Engine.Searching;

/// <summary>The answer to a <see cref="SearchRequest"/>.</summary>
/// <param name="Query">The query as it was used.</param>
/// <param name="Interpreted">What was understood.</param>
/// <param name="TotalHits">Exact, in the unit of the request's <see cref="HitGroup"/>; all pages together add up to it.</param>
/// <param name="Hits">One page, in order.</param>
/// <param name="Warnings">Plain sentences about what could not be done as asked.</param>
public sealed record SearchResponse(
    string Query,
    InterpretedQuery Interpreted,
    int TotalHits,
    IReadOnlyList<SearchHit> Hits,
    IReadOnlyList<string> Warnings
)
{
    /// <summary>
    /// True when the time was up before everything was looked at: hits may be missing, totals too small, the order rougher, and
    /// facets and suggestions left out.
    /// </summary>
    public bool Partial { get; init; }

    /// <summary>The facets that were asked for, in that order.</summary>
    public IReadOnlyList<Facet> Facets { get; init; } = [];

    /// <summary>Other queries that would find something: what was probably meant.</summary>
    public IReadOnlyList<SuggestedQuery> Suggestions { get; init; } = [];
}

/// <summary>What was understood of a query.</summary>
/// <param name="Words">Words that rank, as typed; a misspelt one as it was read.</param>
/// <param name="Phrases">Quoted texts.</param>
/// <param name="Excluded">What must not occur.</param>
/// <param name="Filters">Restrictions typed into the query, as typed.</param>
public sealed record InterpretedQuery(
    IReadOnlyList<string> Words,
    IReadOnlyList<string> Phrases,
    IReadOnlyList<string> Excluded,
    IReadOnlyList<string> Filters
)
{
    /// <summary>The share of the query's meaning (by idf) that a record or passage needed to belong to the answer, 0 to 1.</summary>
    public float Share { get; init; } = 1;

    /// <summary>Words that stand nowhere in the index, and what was searched instead.</summary>
    public IReadOnlyList<Correction> Corrected { get; init; } = [];

    /// <summary>Words for which others were looked for too.</summary>
    public IReadOnlyList<SynonymUse> Synonyms { get; init; } = [];
}

/// <summary>A text with the parts that matched the query.</summary>
/// <param name="Text">Plain text.</param>
/// <param name="Ranges">Sorted, apart, inside <paramref name="Text"/>.</param>
public sealed record HighlightedText(string Text, IReadOnlyList<HighlightRange> Ranges);

/// <summary>One hit: a record (or a work shown by its best record), or a passage.</summary>
public sealed record SearchHit
{
    /// <summary>The record; for a passage, its interview.</summary>
    public required Record Record { get; init; }

    /// <summary>Higher is better; comparable within one answer.</summary>
    public required float Score { get; init; }

    /// <summary>The record's title.</summary>
    public required HighlightedText Title { get; init; }

    /// <summary>The best part of the abstract, intro or answer; null when the record has no text.</summary>
    public Snippet? Snippet { get; init; }

    /// <summary>The hit itself, when hits are passages and this is one.</summary>
    public PassageHit? Passage { get; init; }

    /// <summary>The best matching passages of an interview, best first; at most three.</summary>
    public IReadOnlyList<PassageHit> Passages { get; init; } = [];

    /// <summary>How the score came about, when that was asked for.</summary>
    public ScoreExplanation? Explanation { get; init; }

    /// <summary>The other records of the work, at most ten.</summary>
    public IReadOnlyList<RelatedForm> Also { get; init; } = [];
}

/// <summary>A passage that matched.</summary>
/// <param name="Passage">The question with its answer.</param>
/// <param name="Question">The question with its highlights.</param>
/// <param name="Snippet">The best part of the answer.</param>
/// <param name="Score">Higher is better.</param>
public sealed record PassageHit(Passage Passage, HighlightedText Question, Snippet Snippet, float Score);

/// <summary>Another record of the same work.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Title">Its title.</param>
/// <param name="Url">Where the original stands.</param>
/// <param name="Matched">True when it belongs to the answer itself.</param>
public sealed record RelatedForm(string Id, RecordKind Kind, string Title, string? Url, bool Matched)
{
    internal static RelatedForm Of(Record record, bool matched) =>
        new(record.Id, record.Kind, record.Title, record.Url, matched);
}
