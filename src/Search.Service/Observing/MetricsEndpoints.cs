using Search.Service.Access;
using Search.Service.Api;

namespace Search.Service.Observing;

/// <summary><c>/metrics</c>: what was measured, for Prometheus and what reads its format.</summary>
internal static class MetricsEndpoints
{
    public static void MapMetrics(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/metrics", Methods.Read, Write).Needs(AccessNeed.Nothing).ExcludeFromDescription();

    private static IResult Write(HttpResponse response, MetricsCollector collector)
    {
        response.Headers.CacheControl = "no-store";
        return TypedResults.Text(PrometheusText.Write(collector.Collect()), PrometheusText.ContentType);
    }
}
