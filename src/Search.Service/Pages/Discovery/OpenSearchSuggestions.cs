using System.Text.Json.Nodes;
using Search.Engine.Suggesting;

namespace Search.Service.Pages.Discovery;

/// <summary>
/// Suggestions in the form that address bars know: what was typed, texts, what each is, and where it leads.
/// </summary>
/// <example><c>["quo",["quorum","Ada Quill"],["","speaker"],["…/search?q=quorum","…/speakers/Ada%20Quill"]]</c></example>
internal static class OpenSearchSuggestions
{
    public static JsonArray Of(Site site, SuggestResponse response)
    {
        var items = response.Groups.SelectMany(group => group.Items.Select(item => (group.Kind, Item: item))).ToList();
        return
        [
            response.Query,
            new JsonArray([.. items.Select(pair => JsonValue.Create(pair.Item.Text))]),
            new JsonArray([.. items.Select(pair => JsonValue.Create(NameOf(pair.Kind)))]),
            new JsonArray([
                .. items.Select(pair => JsonValue.Create(site.Absolute(site.Suggested(pair.Kind, pair.Item)))),
            ]),
        ];
    }

    private static string NameOf(SuggestionKind kind) =>
        kind switch
        {
            SuggestionKind.Talk => "talk",
            SuggestionKind.Interview => "interview",
            SuggestionKind.Speaker => "speaker",
            SuggestionKind.Topic => "topic",
            _ => "",
        };
}
