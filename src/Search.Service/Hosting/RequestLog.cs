using System.Globalization;
using Serilog;
using Serilog.Events;

namespace Search.Service.Hosting;

/// <summary>Serilog on the console, with one event a request.</summary>
internal static class RequestLog
{
    /// <summary>Levels can be set under <c>Serilog:MinimumLevel</c>.</summary>
    public static void AddRequestLog(this WebApplicationBuilder builder) =>
        builder.Services.AddSerilog(
            (services, logger) =>
                logger
                    // Why it did not start is said on standard error in plain words.
                    .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal)
                    .ReadFrom.Configuration(services.GetRequiredService<IConfiguration>())
                    .WriteTo.Console(
                        outputTemplate: "[{Timestamp:HH:mm:ss} {Level:u3}] {Message:lj}{NewLine}{Exception}",
                        formatProvider: CultureInfo.InvariantCulture
                    ),
            preserveStaticLogger: true
        );

    public static void UseRequestLog(this WebApplication app) =>
        app.UseSerilogRequestLogging(options =>
        {
            options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
            options.MessageTemplate = "{RequestMethod} {Route} answered {StatusCode} in {Elapsed:0.0} ms{HitsText:l}";
            options.GetLevel = Level;
            options.EnrichDiagnosticContext = Enrich;
        });

    private static void Enrich(IDiagnosticContext requestEvent, HttpContext context)
    {
        requestEvent.Set("Route", (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)");
        var outcome = context.Features.Get<SearchOutcome>();
        requestEvent.Set("HitsText", outcome is null ? "" : $", {outcome.Hits} hits");
        if (outcome is null)
            return;
        requestEvent.Set("Query", outcome.Query);
        requestEvent.Set("Hits", outcome.Hits);
    }

    private static LogEventLevel Level(HttpContext context, double elapsedMs, Exception? exception)
    {
        if (exception is not null || context.Response.StatusCode == StatusCodes.Status500InternalServerError)
            return LogEventLevel.Error;
        // Probes ask every few seconds.
        return context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
            ? LogEventLevel.Debug
            : LogEventLevel.Information;
    }
}

/// <summary>What a search found, left with its request for the log.</summary>
internal sealed record SearchOutcome(string Query, int Hits);
