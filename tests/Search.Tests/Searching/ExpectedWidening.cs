using System.Globalization;
using Search.Engine.Documents;
using Search.Engine.Querying;
using Search.Engine.Searching;

namespace Search.Tests.Searching;

/// <summary>
/// What a search with the match mode <c>auto</c> must find, by a scan over all records: the documents with the largest share of
/// the idf of the query's words that makes fifty works, and where a filter leaves nothing, the next smaller one that leaves something.
/// </summary>
internal sealed class ExpectedWidening
{
    private static readonly double[] Shares = [1, 0.8, 0.65, 0.5, 0.35, 0.2, 0];

    private readonly NaiveScan scan;
    private readonly SearchRequest request;
    private readonly List<IReadOnlyList<NaiveDocument>> sets;

    public ExpectedWidening(NaiveScan scan, SearchRequest request)
    {
        this.scan = scan;
        this.request = request;
        var words = request.Query.Split(' ').Select(scan.Stem).Distinct().ToList();
        var all = scan.Matching(_ => true);
        var idf = words.ConvertAll(word => Idf(all.Count, all.Count(document => document.Stems.Contains(word))));
        var wider = Shares.Select(share =>
            scan.Matching(stems => Mass(stems) is var mass and > 0 && mass >= share * idf.Sum() * 0.99999)
        );
        sets = [.. wider.SkipWhile(set => scan.Hits(set, HitGroup.Work, _ => true).Count < 50)];
        if (sets.Count == 0)
            sets = [scan.Matching(stems => Mass(stems) > 0)];

        double Mass(IReadOnlySet<string> stems) => words.Select((word, n) => stems.Contains(word) ? idf[n] : 0).Sum();
    }

    public int Total => HitsUnder(request.Filter);

    /// <summary>Whether the filter leaves nothing of the closest matches.</summary>
    public bool IsWidened => Step(request.Filter) > 0;

    /// <summary>Each value is searched for alone; listed are those with something no further away than the answer itself.</summary>
    public List<FacetCount> Facet(FacetField field)
    {
        var answer = Step(request.Filter);
        var counts = scan.Values(field).Select(value => Count(field, value, answer)).ToList();
        var listed = counts.Where(value => value.Count > 0).OrderByDescending(value => value.Count);
        var highest = listed.ThenBy(value => value.Value, StringComparer.Ordinal).Take(request.FacetLimit).ToHashSet();
        var unknown = Selected(field)
            .Where(wanted => !counts.Exists(value => scan.Means(field, wanted, value.Value)))
            .Select(wanted => new FacetCount(wanted.Trim(), 0, Selected: true))
            .Distinct();
        return
        [
            .. counts
                .Where(value => highest.Contains(value) || IsListedAnyway(field, value))
                .OrderByDescending(value => value.Count)
                .ThenBy(value => value.Value, StringComparer.Ordinal),
            .. unknown,
        ];
    }

    /// <summary>A filter that selects just one value in a field.</summary>
    public static RecordFilter Only(RecordFilter filter, FacetField field, string value) =>
        field switch
        {
            FacetField.Kind => filter with { Kinds = [value == "talk" ? RecordKind.Talk : RecordKind.Interview] },
            FacetField.Topic => filter with { Topics = [value] },
            FacetField.Speaker => filter with { Speakers = [value] },
            FacetField.Event => filter with { Events = [value] },
            FacetField.Language => filter with { Languages = [value] },
            FacetField.Year => filter with { Years = [YearOf(value)] },
            _ => throw new ArgumentOutOfRangeException(nameof(field)),
        };

    private FacetCount Count(FacetField field, string value, int answer)
    {
        var alone = Only(request.Filter, field, value);
        var isSelected = IsSelected(field, value);
        var isNear = Step(alone) <= answer || (isSelected && IsNamed(field, value));
        return new FacetCount(value, isNear ? HitsUnder(alone) : 0, isSelected);
    }

    private int HitsUnder(RecordFilter filter) => Hits(sets[Step(filter)], filter);

    private int Step(RecordFilter filter)
    {
        var step = sets.FindIndex(set => Hits(set, filter) > 0);
        return step < 0 ? sets.Count - 1 : step;
    }

    private int Hits(IReadOnlyList<NaiveDocument> set, RecordFilter filter) =>
        scan.Hits(set, request.Group, record => Passes(record, filter)).Count;

    private bool Passes(Record record, RecordFilter filter) =>
        Enum.GetValues<FacetField>().All(field => PassesField(record, filter, field))
        && (filter.From is not { } from || record.Date?.FirstDay >= from.FirstDay)
        && (filter.To is not { } to || record.Date?.FirstDay <= to.LastDay);

    private bool PassesField(Record record, RecordFilter filter, FacetField field)
    {
        if (field == FacetField.Year)
            return filter.Years.Count == 0 || filter.Years.Any(years => IsIn(record.Date?.Year, years));
        var wanted = Named(filter, field);
        return wanted.Count == 0 || scan.HasAny(record, field, wanted);
    }

    private bool IsSelected(FacetField field, string value) =>
        field == FacetField.Year
            ? request.Filter.Years.Any(years => IsIn(YearOf(value).First, years))
            : IsNamed(field, value);

    private bool IsNamed(FacetField field, string value) =>
        Selected(field).Any(wanted => scan.Means(field, wanted, value));

    // A range of years selects what lies in it, of which only what was found is listed.
    private bool IsListedAnyway(FacetField field, FacetCount value) =>
        value.Selected && (value.Count > 0 || IsNamed(field, value.Value));

    private IReadOnlyList<string> Selected(FacetField field) => Named(request.Filter, field);

    private static IReadOnlyList<string> Named(RecordFilter filter, FacetField field) =>
        field switch
        {
            FacetField.Kind => [.. filter.Kinds.Select(kind => kind == RecordKind.Talk ? "talk" : "interview")],
            FacetField.Topic => filter.Topics,
            FacetField.Speaker => filter.Speakers,
            FacetField.Event => filter.Events,
            FacetField.Language => filter.Languages,
            _ => [.. filter.Years.Where(years => years.First == years.Last).Select(years => $"{years.First}")],
        };

    private static bool IsIn(int? year, YearRange years) => year >= years.First && year <= years.Last;

    private static YearRange YearOf(string value)
    {
        var year = int.Parse(value, CultureInfo.InvariantCulture);
        return new YearRange(year, year);
    }

    private static double Idf(int documents, int frequency) =>
        Math.Log(1 + ((documents - frequency + 0.5) / (frequency + 0.5)));
}
