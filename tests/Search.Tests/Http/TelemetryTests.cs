using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Search.Tests.Http;

/// <summary>The program sends to an OpenTelemetry collector: a small web server that keeps what it is sent.</summary>
public sealed class TelemetryTests : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, string> received = new();
    private readonly WebApplication collector;

    public TelemetryTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        collector = builder.Build();
        collector.MapPost("/v1/{signal}", KeepAsync);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await collector.StartAsync(Cancel);

    public ValueTask DisposeAsync() => collector.DisposeAsync();

    [Fact]
    public async Task Traces_and_metrics_go_to_the_collector_that_the_environment_names()
    {
        using var collection = new Collection(Collection.Talk("a", "Paxos Made Simple"));
        await using var service = await ServiceProcess.StartAsync(
            collection.Options.Path,
            new Dictionary<string, string>
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Urls.Single(),
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
                ["OTEL_METRIC_EXPORT_INTERVAL"] = "200",
            }
        );
        await service.TextAsync("/v1/search?q=paxos");
        await ReceiveAsync("traces", "search match", "http.route", "/v1/search", "search-service");
        await ReceiveAsync("metrics", "search.query.stage.duration", "search.index.documents");
    }

    private async Task KeepAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, Cancel);
        var signal = context.Request.RouteValues["signal"]?.ToString() ?? "";
        // Texts stand in the messages as they are.
        var text = Encoding.Latin1.GetString(body.ToArray());
        received.AddOrUpdate(signal, text, (_, before) => before + text);
    }

    private async Task ReceiveAsync(string signal, params string[] texts)
    {
        while (
            !Array.TrueForAll(
                texts,
                text => received.GetValueOrDefault(signal, "").Contains(text, StringComparison.Ordinal)
            )
        )
            await Task.Delay(50, Cancel);
    }
}
