using Search.Engine.Documents;
using Search.Engine.Querying;
using Search.Engine.Searching;
using static Search.Service.Parameters.SearchParameters;

namespace Search.Service.Parameters;

/// <summary>
/// A search as a query string: parameters in the documented order, defaults left out, so that two requests that ask for
/// the same have the same address. Links lead to it and ETags are made of it.
/// </summary>
internal static class SearchAddress
{
    /// <summary>The query string with <c>?</c>; empty for the search that asks for nothing in particular.</summary>
    public static string Of(SearchRequest request) => Of(Fields(request));

    /// <summary>Fields as a query string.</summary>
    public static string Of(IEnumerable<AddressField> fields)
    {
        var pairs = fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}").ToList();
        return pairs.Count == 0 ? "" : "?" + string.Join('&', pairs);
    }

    /// <summary>What the query string of a search is made of.</summary>
    public static IEnumerable<AddressField> Fields(SearchRequest request)
    {
        var standard = new SearchRequest();
        return
        [
            .. Text(Query, request.Query),
            .. Choice(Syntax, request.Syntax, standard.Syntax),
            .. Number(Page, request.Page, standard.Page),
            .. Number(HitsPerPage, request.HitsPerPage, standard.HitsPerPage),
            .. Fields(request.Filter),
            .. Choice(Sort, request.Sort, standard.Sort),
            .. Text(Facets, string.Join(',', request.Facets.Order().Select(FacetNames.Of))),
            .. request.Group == HitGroup.Answer ? [] : Choice(Group, request.Group, standard.Group),
            .. Choice(Match, request.Match, standard.Match),
            .. Choice(Typo, request.CorrectSpelling, standard.CorrectSpelling),
            .. request.Explain ? Text(Explain, "true") : [],
            .. Number(SnippetWords, request.SnippetWords, standard.SnippetWords),
        ];
    }

    /// <summary>How a kind is written in JSON and in addresses.</summary>
    public static string NameOf(RecordKind kind) => kind == RecordKind.Talk ? "talk" : "interview";

    /// <summary>What of it says what a record must be.</summary>
    public static IEnumerable<AddressField> Fields(RecordFilter filter) =>
        [
            .. List(Kinds, filter.Kinds.Select(NameOf)),
            .. List(Topics, filter.Topics),
            .. List(Speakers, filter.Speakers),
            .. List(Events, filter.Events),
            .. List(Languages, filter.Languages),
            .. List(Years, filter.Years.Select(Write)),
            .. Text(From, filter.From?.ToString()),
            .. Text(To, filter.To?.ToString()),
            .. Text(Filter, filter.Expression?.ToString()),
        ];

    private static string Write(YearRange years) =>
        years switch
        {
            var (first, last) when first == last => $"{first}",
            (1, var last) => $"..{last}",
            (var first, 9999) => $"{first}..",
            var (first, last) => $"{first}..{last}",
        };

    private static IEnumerable<AddressField> Choice<T>(ChoiceParameter<T> parameter, T value, T standard) =>
        EqualityComparer<T>.Default.Equals(value, standard) ? [] : Text(parameter, parameter.NameOf(value));

    private static IEnumerable<AddressField> Number(NumberParameter parameter, int value, int standard) =>
        value == standard ? [] : Text(parameter, $"{value}");

    // The order of values means nothing, so it must not make two addresses of one search.
    private static IEnumerable<AddressField> List(Parameter parameter, IEnumerable<string> values) =>
        values.Order(StringComparer.Ordinal).SelectMany(value => Text(parameter, value));

    private static IEnumerable<AddressField> Text(Parameter parameter, string? value) =>
        string.IsNullOrEmpty(value) ? [] : [new AddressField(parameter.Name, value)];
}

/// <summary>A parameter with one value, as it stands in an address.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Value">Not encoded; never empty.</param>
internal readonly record struct AddressField(string Name, string Value);
