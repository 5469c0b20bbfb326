using System.Reflection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Search.Service.Observing;

/// <summary>Metrics for <c>/metrics</c>, and traces and metrics for an OpenTelemetry collector where one is named.</summary>
internal static class Telemetry
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string ServiceName = "search-service";

    /// <summary>
    /// Whether and where to send is set by OpenTelemetry's own variables; without an endpoint nothing of it is loaded.
    /// </summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MetricsCollector>();
        builder.Services.AddSingleton<ServiceMeter>();
        if (!string.IsNullOrEmpty(builder.Configuration[Endpoint]))
            builder.Services.AddCollector();
    }

    /// <summary>Begins to measure; later than this nothing is lost.</summary>
    public static void BeginToMeasure(this WebApplication app)
    {
        app.Services.GetRequiredService<MetricsCollector>();
        app.Services.GetRequiredService<ServiceMeter>();
    }

    private static void AddCollector(this IServiceCollection services) =>
        services
            .AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(ServiceName, serviceVersion: Version()))
            .WithTracing(tracing =>
                tracing.AddAspNetCoreInstrumentation().AddSource(Engine.Measuring.EngineMeter.Name).AddOtlpExporter()
            )
            .WithMetrics(metrics =>
                metrics
                    .AddMeter(Engine.Measuring.EngineMeter.Name, ServiceMeter.Name)
                    .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
                    .AddOtlpExporter()
            );

    private static string? Version() => Assembly.GetExecutingAssembly().GetName().Version?.ToString(3);
}
