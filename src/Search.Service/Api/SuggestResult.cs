using Search.Engine.Snippets;
using Search.Engine.Suggesting;

namespace Search.Service.Api;

/// <summary>What is suggested.</summary>
/// <param name="Query">The text as it was typed.</param>
/// <param name="Groups"><c>queries</c>, <c>talks</c>, <c>interviews</c>, <c>speakers</c>, <c>topics</c>, in this order; empty ones are left out.</param>
/// <param name="Warnings">Plain sentences about what was dropped or ignored.</param>
internal sealed record SuggestResult(
    string Query,
    IReadOnlyList<SuggestResultGroup> Groups,
    IReadOnlyList<string> Warnings
);

/// <summary>Suggestions of one kind.</summary>
/// <param name="Name"><c>queries</c>, <c>talks</c>, <c>interviews</c>, <c>speakers</c> or <c>topics</c>.</param>
/// <param name="Items">Best first.</param>
internal sealed record SuggestResultGroup(string Name, IReadOnlyList<SuggestResultItem> Items);

/// <summary>A suggestion; it leads to at least one hit under the filters of the request.</summary>
/// <param name="Text">A query to search for, a title, or a whole name to filter by.</param>
/// <param name="Ranges">What matches the typed text.</param>
/// <param name="Id">Of a talk or an interview: the record's id.</param>
/// <param name="Url">Of a talk or an interview: where the original stands. From the source: check the scheme before you link to it.</param>
/// <param name="TotalHits">Of a speaker or a topic: how many works the name as a filter finds, exactly. Null where it was not counted.</param>
internal sealed record SuggestResultItem(
    string Text,
    IReadOnlyList<TextRange> Ranges,
    string? Id,
    string? Url,
    int? TotalHits
);

/// <summary>The engine's suggestions as they go out.</summary>
internal static class SuggestMapping
{
    public static SuggestResult ToResult(this SuggestResponse response, IReadOnlyList<string> warnings) =>
        new(response.Query, [.. response.Groups.Select(ToGroup)], warnings);

    private static SuggestResultGroup ToGroup(SuggestionGroup group) =>
        new(NameOf(group.Kind), [.. group.Items.Select(ToItem)]);

    private static SuggestResultItem ToItem(Suggestion item) =>
        new(item.Text, [.. item.Ranges.Select(ToRange)], item.Id, item.Url, item.TotalHits);

    private static TextRange ToRange(HighlightRange range) => new(range.Start, range.End - range.Start);

    private static string NameOf(SuggestionKind kind) =>
        kind switch
        {
            SuggestionKind.Query => "queries",
            SuggestionKind.Talk => "talks",
            SuggestionKind.Interview => "interviews",
            SuggestionKind.Speaker => "speakers",
            SuggestionKind.Topic => "topics",
            _ => throw new InvalidOperationException($"No name for {kind}."),
        };
}
