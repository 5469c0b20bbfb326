using System.Text;
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
    public static string Of(SearchRequest request)
    {
        var standard = new SearchRequest();
        var address = new StringBuilder();
        Add(address, Query, request.Query);
        AddChoice(address, Syntax, request.Syntax, standard.Syntax);
        AddNumber(address, Page, request.Page, standard.Page);
        AddNumber(address, HitsPerPage, request.HitsPerPage, standard.HitsPerPage);
        AddFilter(address, request.Filter);
        AddChoice(address, Sort, request.Sort, standard.Sort);
        if (request.Group != HitGroup.Answer)
            AddChoice(address, Group, request.Group, standard.Group);
        AddChoice(address, Match, request.Match, standard.Match);
        AddNumber(address, SnippetWords, request.SnippetWords, standard.SnippetWords);
        return address.ToString();
    }

    /// <summary>How a kind is written in JSON and in addresses.</summary>
    public static string NameOf(RecordKind kind) => kind == RecordKind.Talk ? "talk" : "interview";

    private static void AddFilter(StringBuilder address, RecordFilter filter)
    {
        AddAll(address, Kinds, filter.Kinds.Select(NameOf));
        AddAll(address, Topics, filter.Topics);
        AddAll(address, Speakers, filter.Speakers);
        AddAll(address, Events, filter.Events);
        AddAll(address, Languages, filter.Languages);
        AddAll(address, Years, filter.Years.Select(Write));
        Add(address, From, filter.From?.ToString());
        Add(address, To, filter.To?.ToString());
    }

    private static string Write(YearRange years) =>
        years switch
        {
            var (first, last) when first == last => $"{first}",
            (1, var last) => $"..{last}",
            (var first, 9999) => $"{first}..",
            var (first, last) => $"{first}..{last}",
        };

    private static void AddChoice<T>(StringBuilder address, ChoiceParameter<T> parameter, T value, T standard)
    {
        if (!EqualityComparer<T>.Default.Equals(value, standard))
            Add(address, parameter, parameter.NameOf(value));
    }

    private static void AddNumber(StringBuilder address, NumberParameter parameter, int value, int standard)
    {
        if (value != standard)
            Add(address, parameter, $"{value}");
    }

    // The order of values means nothing, so it must not make two addresses of one search.
    private static void AddAll(StringBuilder address, Parameter parameter, IEnumerable<string> values)
    {
        foreach (var value in values.Order(StringComparer.Ordinal))
            Add(address, parameter, value);
    }

    private static void Add(StringBuilder address, Parameter parameter, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;
        address.Append(address.Length == 0 ? '?' : '&').Append(parameter.Name).Append('=');
        address.Append(Uri.EscapeDataString(value));
    }
}
