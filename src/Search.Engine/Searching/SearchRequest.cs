using Search.Engine.Documents;
using Search.Engine.Querying;

namespace Search.Engine.Searching;

/// <summary>One search, as the engine takes it. Text is never an error; ranges are the caller's to check.</summary>
public sealed record SearchRequest
{
    /// <summary>What the user typed. Empty matches everything that passes the filter.</summary>
    public string Query { get; init; } = "";

    /// <summary>How <see cref="Query"/> is read.</summary>
    public QuerySyntax Syntax { get; init; } = QuerySyntax.Simple;

    /// <summary>How many of the plain words a record needs.</summary>
    public MatchMode Match { get; init; } = MatchMode.Auto;

    /// <summary>What a record must be, apart from the query.</summary>
    public RecordFilter Filter { get; init; } = RecordFilter.None;

    /// <summary>The facets to count; each once.</summary>
    public IReadOnlyList<FacetField> Facets { get; init; } = [];

    /// <summary>Values that a facet lists, 1 to <see cref="SearchLimits.MaxFacetValues"/>; selected ones are listed beyond it.</summary>
    public int FacetLimit { get; init; } = 100;

    /// <summary>The order of hits.</summary>
    public SortOrder Sort { get; init; } = SortOrder.Relevance;

    /// <summary>What a hit is; totals and pages count in this unit.</summary>
    public HitGroup Group { get; init; } = HitGroup.Work;

    /// <summary>Whether new records stand a little higher (<see cref="RankingOptions.Recency"/>).</summary>
    public bool WithRecency { get; init; } = true;

    /// <summary>Whether words that stand nowhere in the index are read as what is near them; the answer says so.</summary>
    public bool CorrectSpelling { get; init; } = true;

    /// <summary>Whether each hit says how its score came about.</summary>
    public bool Explain { get; init; }

    /// <summary>How long it may take before what was found so far is the answer; null for as long as it takes.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>1 to 100; <see cref="Page"/> times this is at most <see cref="SearchLimits.MaxDepth"/>.</summary>
    public int HitsPerPage { get; init; } = 10;

    /// <summary>About how many words a snippet has; 5 to 200.</summary>
    public int SnippetWords { get; init; } = 30;
}

/// <summary>Limits of a search that hold for every caller.</summary>
public static class SearchLimits
{
    /// <summary>The deepest hit that can be asked for.</summary>
    public const int MaxDepth = 10_000;

    /// <summary>The most hits on a page.</summary>
    public const int MaxHitsPerPage = 100;

    /// <summary>The most values that a facet can be asked to list.</summary>
    public const int MaxFacetValues = 10_000;

    /// <summary>UTF-16 units that the engine reads of a query; the rest is dropped with a warning.</summary>
    public const int MaxQueryCharacters = 32_768;

    /// <summary>Words that the engine takes of a query; the rest is dropped with a warning.</summary>
    public const int MaxWords = 1_024;

    /// <summary>Levels of brackets that are understood; deeper ones are taken as if they were not there.</summary>
    public const int MaxNesting = 32;
}

/// <summary>How a query is read.</summary>
public enum QuerySyntax
{
    /// <summary>What people type into a search box.</summary>
    Simple,

    /// <summary>Lucene's own query language.</summary>
    Lucene,
}

/// <summary>How many of the plain words a record needs; stop words aside.</summary>
public enum MatchMode
{
    /// <summary>Words that carry enough of the query's meaning.</summary>
    Auto,

    /// <summary>Every word.</summary>
    All,

    /// <summary>One word.</summary>
    Any,
}

/// <summary>The order of hits; ties fall to date (newer first), then id.</summary>
public enum SortOrder
{
    /// <summary>Best first; without words to rank by, newest first.</summary>
    Relevance,

    /// <summary>Newest first; missing dates last.</summary>
    DateDescending,

    /// <summary>Oldest first; missing dates last.</summary>
    DateAscending,

    /// <summary>By title, letters compared without case and accents.</summary>
    TitleAscending,
}

/// <summary>What a hit is.</summary>
public enum HitGroup
{
    /// <summary>A talk and the interview about it together.</summary>
    Work,

    /// <summary>A talk or an interview.</summary>
    Record,

    /// <summary>A talk or a passage of an interview.</summary>
    Passage,

    /// <summary>A passage; talks are left out.</summary>
    Answer,
}

/// <summary>
/// Which records may be in the answer: each field that is given must hold, by any of its values. A value that stands in
/// the index exactly as given means just that; else case and accents are ignored.
/// </summary>
public sealed record RecordFilter
{
    /// <summary>Every record.</summary>
    public static RecordFilter None { get; } = new();

    /// <summary>Kinds; empty means all, as with the other lists.</summary>
    public IReadOnlyList<RecordKind> Kinds { get; init; } = [];

    /// <summary>Topics, whole.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Names of speakers, whole.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];

    /// <summary>Events, whole.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>Languages; <c>en</c> and <c>eng</c> are one.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Years; a record without a date is in none.</summary>
    public IReadOnlyList<YearRange> Years { get; init; } = [];

    /// <summary>First day, included.</summary>
    public PartialDate? From { get; init; }

    /// <summary>Last day, included; a month or a year means its last day.</summary>
    public PartialDate? To { get; init; }

    /// <summary>What else must hold; null when nothing else does.</summary>
    public FilterNode? Expression { get; init; }

    /// <summary>
    /// What the asker may see at all; null for everything. Unlike the rest it is not part of what was asked: nothing that
    /// does not pass it shows in any way, not as another form of a hit and not as a corrected word.
    /// </summary>
    public FilterNode? Scope { get; init; }
}
