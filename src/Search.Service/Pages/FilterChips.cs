using Search.Engine.Documents;
using Search.Engine.Searching;
using Search.Service.Parameters;

namespace Search.Service.Pages;

/// <summary>Links that choose a kind, and links that leave the other filters of a search, one each.</summary>
internal static class FilterChips
{
    private static readonly string[] CanBeLeft =
    [
        SearchParameters.Topics.Name,
        SearchParameters.Speakers.Name,
        SearchParameters.Events.Name,
        SearchParameters.Languages.Name,
        SearchParameters.Years.Name,
        SearchParameters.From.Name,
        SearchParameters.To.Name,
    ];

    public static Html Of(PathString pathBase, SearchRequest request)
    {
        var first = request with { Page = 1 };
        (string Name, IReadOnlyList<RecordKind> Kinds)[] choices =
        [
            ("Everything", []),
            ("Talks", [RecordKind.Talk]),
            ("Interviews", [RecordKind.Interview]),
        ];
        var fields = SearchAddress.Fields(first).ToList();
        return Html.Of(
            $"""
            <nav class="chips" aria-label="Filters"><ul>
            {choices.Select(choice => KindChip(pathBase, first, choice.Name, choice.Kinds))}
            {fields.Where(field => CanBeLeft.Contains(field.Name)).Select(field => LeaveChip(pathBase, fields, field))}
            </ul></nav>
            """
        );
    }

    private static Html KindChip(PathString pathBase, SearchRequest first, string name, IReadOnlyList<RecordKind> kinds)
    {
        var current = first.Filter.Kinds.SequenceEqual(kinds) ? "true" : "false";
        var address = SearchAddress.Of(first with { Filter = first.Filter with { Kinds = kinds } });
        return Html.Of($"""<li><a href="{pathBase}/search{address}" aria-current="{current}">{name}</a></li>""");
    }

    private static Html LeaveChip(PathString pathBase, IEnumerable<AddressField> fields, AddressField field)
    {
        var address = SearchAddress.Of(fields.Where(other => other != field));
        var name = $"{field.Name}: {field.Value}";
        return Html.Of($"""<li><a href="{pathBase}/search{address}" aria-label="Leave {name}">{name} ×</a></li>""");
    }
}
