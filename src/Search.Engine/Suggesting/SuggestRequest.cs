using Search.Engine.Searching;
using Search.Engine.Snippets;

namespace Search.Engine.Suggesting;

/// <summary>What stands in a search box while someone types, as the engine takes it. Text is never an error.</summary>
public sealed record SuggestRequest
{
    /// <summary>
    /// What was typed so far. White space at the end says that the last word is complete. Without any word, the most used
    /// speakers and topics are suggested.
    /// </summary>
    public string Query { get; init; } = "";

    /// <summary>The most suggestions of each kind; 1 to <see cref="SuggestLimits.MaxLimit"/>.</summary>
    public int Limit { get; init; } = 5;

    /// <summary>What a record must be to stand behind a suggestion.</summary>
    public RecordFilter Filter { get; init; } = RecordFilter.None;
}

/// <summary>Limits of suggestions that hold for every caller.</summary>
public static class SuggestLimits
{
    /// <summary>The most suggestions of each kind.</summary>
    public const int MaxLimit = 20;
}

/// <summary>What is suggested.</summary>
/// <param name="Query">The text as it was typed.</param>
/// <param name="Groups">In the order of <see cref="SuggestionKind"/>; kinds without a suggestion are left out.</param>
/// <param name="Version">Changes whenever a suggestion could; see <see cref="SearchEngine.SuggestVersion"/>.</param>
public sealed record SuggestResponse(string Query, IReadOnlyList<SuggestionGroup> Groups, string Version);

/// <summary>Suggestions of one kind.</summary>
/// <param name="Kind">What they are.</param>
/// <param name="Items">Best first; at least one.</param>
public sealed record SuggestionGroup(SuggestionKind Kind, IReadOnlyList<Suggestion> Items);

/// <summary>What a suggestion is, in the order in which groups stand.</summary>
public enum SuggestionKind
{
    /// <summary>A phrase of the collection that begins as was typed, to search for.</summary>
    Query,

    /// <summary>A talk, by its title.</summary>
    Talk,

    /// <summary>An interview, by its title.</summary>
    Interview,

    /// <summary>A speaker, by the whole name.</summary>
    Speaker,

    /// <summary>A topic, whole.</summary>
    Topic,
}

/// <summary>One suggestion. It leads to at least one hit under the filter of its request.</summary>
/// <param name="Text">Plain text: a query, a title or a name.</param>
/// <param name="Ranges">What matches the typed text; sorted, apart, inside <paramref name="Text"/>.</param>
/// <param name="Id">Of a talk or an interview: the record.</param>
/// <param name="Url">Of a talk or an interview: where the original stands.</param>
/// <param name="TotalHits">
/// Of a speaker or a topic: works that the name as a filter finds, exactly. Null for a query, since counting it would be
/// a search of its own.
/// </param>
public sealed record Suggestion(
    string Text,
    IReadOnlyList<HighlightRange> Ranges,
    string? Id = null,
    string? Url = null,
    int? TotalHits = null
);
