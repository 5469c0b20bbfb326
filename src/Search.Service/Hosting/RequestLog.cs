using System.Diagnostics;
using Microsoft.Extensions.Options;
using Search.Engine.Searching;
using Search.Service.Settings;
using Serilog;
using Serilog.Events;

namespace Search.Service.Hosting;

/// <summary>Serilog, with one event a request.</summary>
internal static class RequestLog
{
    /// <summary>Levels can be set under <c>Serilog:MinimumLevel</c>, all else under <c>Search:Log</c>.</summary>
    public static void AddRequestLog(this WebApplicationBuilder builder) =>
        builder.Services.AddSerilog(
            (services, logger) =>
                logger
                    // Why it did not start is said on standard error in plain words.
                    .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal)
                    .ReadFrom.Configuration(services.GetRequiredService<IConfiguration>())
                    .WriteToOutputs(services.GetRequiredService<IOptions<SearchSettings>>().Value.Log),
            preserveStaticLogger: true
        );

    public static void UseRequestLog(this WebApplication app)
    {
        var engine = app.Services.GetRequiredService<SearchEngine>();
        app.UseSerilogRequestLogging(options =>
        {
            options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
            options.MessageTemplate = "{RequestMethod} {Route} answered {StatusCode} in {Elapsed:0.0} ms{Ending:l}";
            options.GetLevel = Level;
            options.EnrichDiagnosticContext = (requestEvent, context) =>
                Enrich(requestEvent, context, engine.State.Generation);
        });
    }

    private static void Enrich(IDiagnosticContext requestEvent, HttpContext context, string? generation)
    {
        requestEvent.Set("Route", (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)");
        requestEvent.Set("Generation", generation);
        var outcome = context.Features.Get<SearchOutcome>();
        requestEvent.Set("Ending", Ending(context.Response.StatusCode, outcome));
        if (outcome is null)
            return;
        if (outcome.Query is not null)
            requestEvent.Set("Query", outcome.Query);
        requestEvent.Set("Hits", outcome.Hits);
    }

    // A problem carries its trace id to the user, who may ask about it. (In JSON every event has it.)
    private static string Ending(int status, SearchOutcome? outcome)
    {
        if (status >= StatusCodes.Status400BadRequest)
            return $", trace {Activity.Current?.TraceId.ToHexString()}";
        return outcome is null ? "" : $", {outcome.Hits} {(outcome.Hits == 1 ? "hit" : "hits")}";
    }

    private static LogEventLevel Level(HttpContext context, double elapsedMs, Exception? exception)
    {
        if (exception is not null || context.Response.StatusCode == StatusCodes.Status500InternalServerError)
            return LogEventLevel.Error;
        // Probes ask every few seconds.
        return IsProbe(context.Request.Path) ? LogEventLevel.Debug : LogEventLevel.Information;
    }

    private static bool IsProbe(PathString path) =>
        path.StartsWithSegments("/health", StringComparison.Ordinal)
        || path.StartsWithSegments("/metrics", StringComparison.Ordinal);
}

/// <summary>What a search found, left with its request for the log.</summary>
/// <param name="Query">Null when it may not be kept.</param>
/// <param name="Hits">How many.</param>
internal sealed record SearchOutcome(string? Query, int Hits);
