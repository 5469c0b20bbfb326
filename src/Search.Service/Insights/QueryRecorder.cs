using Microsoft.Extensions.Options;
using Search.Engine.Insights;
using Search.Engine.Searching;
using Search.Service.Parameters;
using Search.Service.Problems;
using Search.Service.Settings;

namespace Search.Service.Insights;

/// <summary>Leaves word of each search for the statistics, unless its user or the operator does not want it.</summary>
internal sealed class QueryRecorder(QueryStatistics statistics, IOptions<SearchSettings> settings)
{
    private static readonly string Unfiltered = SearchAddress.Of(new SearchRequest());

    private readonly bool isOn = settings.Value.Statistics.Queries;

    /// <summary>
    /// Whether the query of this request may be kept anywhere: browsers say with <c>DNT</c> or <c>Sec-GPC</c> that their
    /// users do not want to be counted, and the operator may have switched it off.
    /// </summary>
    public bool MayKeep(HttpRequest request) =>
        isOn && request.Headers["DNT"] != "1" && request.Headers["Sec-GPC"] != "1";

    /// <summary>Counts a search. Further pages of one are part of it.</summary>
    public void Record(HttpRequest request, SearchInput input, SearchResponse response, TimeSpan elapsed)
    {
        if (input.Request.Page > 1 || !MayKeep(request))
            return;
        statistics.Add(
            new AskedQuery(
                AskedQuery.Normalize(response.Query),
                $"{request.Path}{SearchAddress.Of(input.Request)}",
                // A page is asked for when somebody has finished typing; the API also while they type.
                Failures.IsApi(request.Path),
                SearchAddress.Of(new SearchRequest { Filter = input.Request.Filter }) != Unfiltered,
                response.TotalHits,
                elapsed
            )
        );
    }
}
