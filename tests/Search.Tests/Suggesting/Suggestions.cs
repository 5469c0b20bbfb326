using Search.Engine.Snippets;
using Search.Engine.Suggesting;

namespace Search.Tests.Suggesting;

/// <summary>Suggestions as short texts, for tests.</summary>
internal static class Suggestions
{
    /// <summary>The texts of one kind, best first.</summary>
    public static IReadOnlyList<string> Suggest(
        this Collection collection,
        SuggestionKind kind,
        string typed,
        Func<SuggestRequest, SuggestRequest>? change = null
    ) => [.. collection.Items(kind, typed, change).Select(item => item.Text)];

    public static IReadOnlyList<Suggestion> Items(
        this Collection collection,
        SuggestionKind kind,
        string typed,
        Func<SuggestRequest, SuggestRequest>? change = null
    )
    {
        var request = new SuggestRequest { Query = typed };
        var response = collection.Engine.Suggest(change is null ? request : change(request));
        return response.Groups.SingleOrDefault(group => group.Kind == kind)?.Items ?? [];
    }

    /// <summary>The text with its ranges in brackets.</summary>
    public static string Marked(this Suggestion item) => Mark(item.Text, item.Ranges);

    public static string Mark(string text, IEnumerable<HighlightRange> ranges)
    {
        foreach (var range in ranges.Reverse())
            text = text.Insert(range.End, "]").Insert(range.Start, "[");
        return text;
    }
}
