using System.Diagnostics;
using Search.Engine.Searching;
using Search.Service.Hosting;
using Search.Service.Insights;
using Search.Service.Parameters;

namespace Search.Service.Api;

/// <summary>A search with its answer.</summary>
/// <param name="Input">What was asked.</param>
/// <param name="Response">What the engine answered.</param>
/// <param name="Elapsed">How long it took.</param>
internal sealed record TimedAnswer(SearchInput Input, SearchResponse Response, TimeSpan Elapsed);

/// <summary>Runs a search for the API and for the pages, and leaves word for the log and the statistics.</summary>
internal sealed class SearchRunner(SearchEngine engine, QueryRecorder recorder)
{
    public TimedAnswer Run(HttpContext context, SearchInput input)
    {
        var start = Stopwatch.GetTimestamp();
        var response = engine.Search(input.Request, context.RequestAborted);
        var elapsed = Stopwatch.GetElapsedTime(start);
        recorder.Record(context.Request, input, response, elapsed);
        var mayKeepQuery = recorder.MayKeep(context.Request);
        context.Features.Set(new SearchOutcome(mayKeepQuery ? response.Query : null, response.TotalHits));
        return new TimedAnswer(input, response, elapsed);
    }
}
