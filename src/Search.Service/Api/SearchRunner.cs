using System.Diagnostics;
using Search.Engine.Searching;
using Search.Service.Hosting;
using Search.Service.Parameters;

namespace Search.Service.Api;

/// <summary>A search with its answer.</summary>
/// <param name="Input">What was asked.</param>
/// <param name="Response">What the engine answered.</param>
/// <param name="Elapsed">How long it took.</param>
internal sealed record TimedAnswer(SearchInput Input, SearchResponse Response, TimeSpan Elapsed);

/// <summary>Runs a search for the API and for the pages, and leaves word for the log.</summary>
internal sealed class SearchRunner(SearchEngine engine)
{
    public TimedAnswer Run(HttpContext context, SearchInput input)
    {
        var start = Stopwatch.GetTimestamp();
        var response = engine.Search(input.Request, context.RequestAborted);
        var elapsed = Stopwatch.GetElapsedTime(start);
        context.Features.Set(new SearchOutcome(response.Query, response.TotalHits));
        return new TimedAnswer(input, response, elapsed);
    }
}
