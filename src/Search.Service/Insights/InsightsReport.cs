using Search.Engine.Insights;

namespace Search.Service.Insights;

/// <summary>Reads the statistics of the last days.</summary>
internal sealed class InsightsReport(QueryStatistics statistics, TimeProvider clock)
{
    /// <summary>The last <paramref name="days"/>, today included; lists have at most <paramref name="limit"/> queries.</summary>
    public InsightsResult Read(int days, int limit)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return InsightsResult.Of(statistics.Read(days), today.AddDays(1 - days), today, limit);
    }
}
