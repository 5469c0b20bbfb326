using System.Globalization;
using Search.Engine.Documents;
using Search.Engine.Searching;

namespace Search.Tests.Searching;

/// <summary>What a search must find, by a scan over all records.</summary>
internal sealed class ExpectedAnswer(NaiveScan scan, RandomSearch search)
{
    private readonly SearchRequest request = search.Request;
    private readonly IReadOnlyList<NaiveDocument> matching = scan.Matching(stems => search.Matches(scan, stems));

    public HashSet<string> Hits => HitsThat(record => Passes(record, ignored: null));

    /// <summary>Each value is chosen in turn instead of what is selected in its field, and what is left is counted.</summary>
    public List<FacetCount> Facet(FacetField field)
    {
        var others = matching.Where(document => Passes(document.Record, ignored: field)).ToList();
        var counts = scan.Values(field)
            .Select(value => new FacetCount(value, CountOf(others, field, value), IsSelected(field, value)))
            .OrderByDescending(value => value.Count)
            .ThenBy(value => value.Value, StringComparer.Ordinal)
            .ToList();
        var highest = counts.Where(value => value.Count > 0).Take(request.FacetLimit).ToHashSet();
        var unknown = Selected(field)
            .Where(wanted => !counts.Exists(value => scan.Means(field, wanted, value.Value)))
            .Select(wanted => new FacetCount(wanted.Trim(), 0, Selected: true))
            .Distinct();
        return [.. counts.Where(value => highest.Contains(value) || IsListedAnyway(field, value)), .. unknown];
    }

    private int CountOf(IEnumerable<NaiveDocument> others, FacetField field, string value) =>
        scan.Hits(others, request.Group, record => NaiveScan.Values(record, field).Contains(value)).Count;

    // A range of years selects what lies in it, of which only what was found is listed.
    private bool IsListedAnyway(FacetField field, FacetCount value) =>
        value.Selected && (value.Count > 0 || field != FacetField.Year || Selected(field).Contains(value.Value));

    private HashSet<string> HitsThat(Func<Record, bool> passes) => scan.Hits(matching, request.Group, passes);

    private bool Passes(Record record, FacetField? ignored) =>
        Enum.GetValues<FacetField>().All(field => field == ignored || PassesField(field, record))
        && (request.Filter.From is not { } from || record.Date?.FirstDay >= from.FirstDay)
        && (request.Filter.To is not { } to || record.Date?.FirstDay <= to.LastDay)
        && search.Passes(scan, record);

    private bool PassesField(FacetField field, Record record)
    {
        if (field == FacetField.Year)
            return request.Filter.Years.Count == 0 || (record.Date is { Year: var year } && IsSelectedYear(year));
        return Selected(field).Count == 0 || scan.HasAny(record, field, Selected(field));
    }

    private bool IsSelected(FacetField field, string value) =>
        field == FacetField.Year
            ? IsSelectedYear(int.Parse(value, CultureInfo.InvariantCulture))
            : Selected(field).Any(wanted => scan.Means(field, wanted, value));

    private bool IsSelectedYear(int year) =>
        request.Filter.Years.Any(years => year >= years.First && year <= years.Last);

    private IReadOnlyList<string> Selected(FacetField field) =>
        field switch
        {
            FacetField.Kind => [.. request.Filter.Kinds.Select(kind => kind == RecordKind.Talk ? "talk" : "interview")],
            FacetField.Topic => request.Filter.Topics,
            FacetField.Speaker => request.Filter.Speakers,
            FacetField.Event => request.Filter.Events,
            FacetField.Language => request.Filter.Languages,
            _ => [.. request.Filter.Years.Where(years => years.First == years.Last).Select(years => $"{years.First}")],
        };
}
