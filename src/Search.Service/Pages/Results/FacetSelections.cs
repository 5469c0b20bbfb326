using System.Globalization;
using Search.Engine.Documents;
using Search.Engine.Querying;
using Search.Engine.Searching;

namespace Search.Service.Pages.Results;

/// <summary>What a click on a value of a facet does.</summary>
internal static class FacetSelections
{
    private const CompareOptions Spelling = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    /// <summary>The filter with the value added, or without what selects it.</summary>
    public static RecordFilter Toggle(RecordFilter filter, FacetField field, FacetCount value) =>
        field switch
        {
            FacetField.Kind => filter with { Kinds = Toggle(filter.Kinds, KindOf(value.Value), value) },
            FacetField.Topic => filter with { Topics = Toggle(filter.Topics, value) },
            FacetField.Speaker => filter with { Speakers = Toggle(filter.Speakers, value) },
            FacetField.Event => filter with { Events = Toggle(filter.Events, value) },
            FacetField.Language => filter with { Languages = Toggle(filter.Languages, value) },
            FacetField.Year => filter with { Years = ToggleYear(filter.Years, value) },
            _ => throw new ArgumentOutOfRangeException(nameof(field)),
        };

    private static IReadOnlyList<T> Toggle<T>(IReadOnlyList<T> selected, T one, FacetCount value) =>
        value.Selected ? [.. selected.Where(other => !Equals(other, one))] : [.. selected, one];

    // A value may be selected in another spelling than records have.
    private static IReadOnlyList<string> Toggle(IReadOnlyList<string> selected, FacetCount value) =>
        value.Selected ? [.. selected.Where(other => !IsSpelling(other, value.Value))] : [.. selected, value.Value];

    private static IReadOnlyList<YearRange> ToggleYear(IReadOnlyList<YearRange> selected, FacetCount value)
    {
        var year = int.Parse(value.Value, CultureInfo.InvariantCulture);
        return value.Selected
            ? [.. selected.Where(range => year < range.First || year > range.Last)]
            : [.. selected, new YearRange(year, year)];
    }

    /// <summary>Whether two names differ in nothing but case, accents and white space around them.</summary>
    public static bool IsSpelling(string one, string other) =>
        CultureInfo.InvariantCulture.CompareInfo.Compare(one.Trim(), other, Spelling) == 0;

    private static RecordKind KindOf(string name) => name == "talk" ? RecordKind.Talk : RecordKind.Interview;
}
