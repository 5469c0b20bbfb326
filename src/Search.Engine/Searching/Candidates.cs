using Search.Engine.Documents;
using Search.Engine.Querying;
using Search.Engine.Synonyms;

namespace Search.Engine.Searching;

// The border of the search engine: what goes over it is a parsed query and filters in, candidates with their fields and
// first-stage scores out. Nothing here knows Lucene, so that another engine can stand behind it.

/// <summary>What the first stage is asked.</summary>
/// <param name="Query">What to look for.</param>
/// <param name="Match">How many plain words are needed.</param>
/// <param name="Filter">What a record must be.</param>
/// <param name="Sort">The order.</param>
/// <param name="Group">What a candidate is.</param>
/// <param name="WithRecency">Whether new records stand a little higher.</param>
/// <param name="CorrectSpelling">Whether words that stand nowhere are read as what is near them.</param>
/// <param name="Explain">Whether candidates say how their scores came about.</param>
/// <param name="Skip">Candidates to leave out at the front.</param>
/// <param name="Take">Candidates wanted.</param>
internal sealed record CandidateRequest(
    ParsedQuery Query,
    MatchMode Match,
    RecordFilter Filter,
    SortOrder Sort,
    HitGroup Group,
    bool WithRecency,
    bool CorrectSpelling,
    bool Explain,
    int Skip,
    int Take
)
{
    /// <summary>What may stand for words of the query.</summary>
    public SynonymTable Synonyms { get; init; } = SynonymTable.Empty;

    /// <summary>How long it may take.</summary>
    public QueryTime Time { get; init; } = QueryTime.Unlimited;

    /// <summary>The facets to count.</summary>
    public IReadOnlyList<FacetField> Facets { get; init; } = [];

    /// <summary>Values that a facet lists, besides selected ones.</summary>
    public int FacetLimit { get; init; }
}

/// <summary>What the first stage found.</summary>
/// <param name="Total">Exact, in units of the group.</param>
/// <param name="Share">The share of the query's meaning that was needed, 0 to 1.</param>
/// <param name="Corrections">Words that were read as others.</param>
/// <param name="Rows">Every stem, or row of stems side by side, that counted as a word of the query.</param>
/// <param name="Items">In order: score, then date (newer first), then id.</param>
internal sealed record CandidatePage(
    int Total,
    float Share,
    IReadOnlyList<Correction> Corrections,
    IReadOnlyList<IReadOnlyList<string>> Rows,
    IReadOnlyList<Candidate> Items
)
{
    /// <summary>Words for which others were looked for too.</summary>
    public IReadOnlyList<SynonymUse> Synonyms { get; init; } = [];

    /// <summary>The facets that were asked for, in that order.</summary>
    public IReadOnlyList<Facet> Facets { get; init; } = [];
}

/// <summary>A record with what matched of it.</summary>
/// <param name="Head">The record, without its questions.</param>
/// <param name="Score">First-stage score.</param>
/// <param name="HeadMatched">True when the record itself matched, not only passages.</param>
/// <param name="Passages">Passages that matched, best first.</param>
/// <param name="Also">The other records of the work, by id.</param>
internal sealed record Candidate(
    Record Head,
    float Score,
    bool HeadMatched,
    IReadOnlyList<PassageCandidate> Passages,
    IReadOnlyList<RelatedForm> Also
)
{
    /// <summary>How the score came about, when that was asked for.</summary>
    public ScoreExplanation? Explanation { get; init; }
}

/// <summary>A passage that matched.</summary>
/// <param name="Passage">The question with its answer.</param>
/// <param name="Score">First-stage score.</param>
internal sealed record PassageCandidate(Passage Passage, float Score);
