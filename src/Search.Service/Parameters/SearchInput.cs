using Microsoft.Extensions.Options;
using Search.Engine.Searching;
using Search.Service.Problems;
using Search.Service.Settings;
using static Search.Service.Parameters.SearchParameters;

namespace Search.Service.Parameters;

/// <summary>What a request asks for.</summary>
/// <param name="Request">For the engine; with defaults where <paramref name="Faults"/> has something.</param>
/// <param name="Faults">What keeps it from being answered.</param>
/// <param name="Warnings">What was dropped or ignored.</param>
internal sealed record SearchInput(
    SearchRequest Request,
    IReadOnlyList<ParameterFault> Faults,
    IReadOnlyList<string> Warnings
)
{
    /// <summary>The same for two requests that are answered alike.</summary>
    public string Identity => string.Join('\n', [SearchAddress.Of(Request), $"{Request.Filter.Scope}", .. Warnings]);
}

/// <summary>Turns parameters into a search.</summary>
internal sealed class SearchInputReader(IOptions<SearchSettings> settings)
{
    // A tracker's parameters should not outgrow the answer.
    private const int MaxUnknownNamed = 10;

    /// <summary>Reads the parameters of a search.</summary>
    public SearchInput Search(ParameterValues values)
    {
        var reading = new ParameterReading(values);
        var request = Read(reading) with { Group = Group.Read(reading, HitGroup.Work) };
        return Finish(request, reading);
    }

    /// <summary>Reads the parameters of a search for passages.</summary>
    public SearchInput Answers(ParameterValues values)
    {
        var reading = new ParameterReading(values);
        if (values[Group.Name].Any())
            reading.Warnings.Add($"{Group.Name} was ignored: each hit here is a passage.");
        return Finish(Read(reading) with { Group = HitGroup.Answer }, reading);
    }

    private SearchRequest Read(ParameterReading reading)
    {
        Ranking.Read(reading, whenAbsent: false);
        var syntax = Syntax.Read(reading, QuerySyntax.Simple);
        return new SearchRequest
        {
            Query = Query.Read(reading, syntax, settings.Value.Query),
            Syntax = syntax,
            Page = Page.Read(reading),
            HitsPerPage = HitsPerPage.Read(reading),
            Filter = ReadFilter(reading),
            TimeLimit = TimeSpan.FromMilliseconds(settings.Value.Query.TimeLimitMilliseconds),
            Facets = [.. Facets.Read(reading).Order()],
            FacetLimit = settings.Value.Query.FacetLimit,
            Sort = Sort.Read(reading, SortOrder.Relevance),
            Match = Match.Read(reading, MatchMode.Auto),
            CorrectSpelling = Typo.Read(reading, whenAbsent: true),
            Explain = Explain.Read(reading, whenAbsent: false),
            SnippetWords = SnippetWords.Read(reading),
        };
    }

    /// <summary>Reads what a hit must be.</summary>
    internal static RecordFilter ReadFilter(ParameterReading reading)
    {
        var filter = new RecordFilter
        {
            Kinds = Kinds.Read(reading),
            Topics = Topics.Read(reading),
            Speakers = Speakers.Read(reading),
            Events = Events.Read(reading),
            Languages = Languages.Read(reading),
            Years = Years.Read(reading),
            From = From.Read(reading, null),
            To = To.Read(reading, null),
            Expression = Filter.Read(reading, null),
        };
        if (filter is { From: { } from, To: { } to } && from.FirstDay > to.LastDay)
            reading.Fault(From.Name, $"{From.Name} must not be after {To.Name}, and {from} is after {to}.");
        return filter;
    }

    private static SearchInput Finish(SearchRequest request, ParameterReading reading)
    {
        if ((long)request.Page * request.HitsPerPage > SearchLimits.MaxDepth)
        {
            reading.Fault(
                Page.Name,
                $"{Page.Name} times {HitsPerPage.Name} must be at most {SearchLimits.MaxDepth}, not "
                    + $"{request.Page} times {request.HitsPerPage}. Narrow the search, or take all records from /v1/export.",
                ProblemCode.PageTooDeep
            );
        }
        WarnOfUnknown(reading, All);
        return new SearchInput(request, [.. reading.Faults.OrderBy(PlaceInDocumentation)], reading.Warnings);
    }

    private static int PlaceInDocumentation(ParameterFault fault) =>
        All.TakeWhile(parameter => parameter.Name != fault.Parameter).Count();

    /// <summary>Warns of what was sent under names that are none of <paramref name="known"/>.</summary>
    internal static void WarnOfUnknown(ParameterReading reading, IReadOnlyList<Parameter> known)
    {
        var unknown = reading.Values.Names.Where(name =>
            !known.Any(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        );
        foreach (var name in unknown.Take(MaxUnknownNamed))
            reading.Warnings.Add($"There is no parameter \"{Parameter.Clip(name)}\"; it was ignored.");
    }
}
