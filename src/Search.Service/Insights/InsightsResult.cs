using Search.Engine.Insights;

namespace Search.Service.Insights;

/// <summary>What people search, and what they do not find.</summary>
/// <param name="From">The first day that was asked for, by the clock of Greenwich.</param>
/// <param name="To">The last day.</param>
/// <param name="Searches">How many searches there were; a query that was typed on is a part of the one that followed.</param>
/// <param name="WithoutResult">How many found nothing although no filter was chosen.</param>
/// <param name="TopQueries">The most frequent queries.</param>
/// <param name="QueriesWithoutResult">Those that found nothing, the most frequent first.</param>
/// <param name="SlowQueries">Those with the slowest search, the slowest first.</param>
/// <param name="Days">The days on which something was searched, oldest first.</param>
/// <param name="Warnings">Plain sentences about what was ignored.</param>
internal sealed record InsightsResult(
    DateOnly From,
    DateOnly To,
    long Searches,
    long WithoutResult,
    IReadOnlyList<QueryInsight> TopQueries,
    IReadOnlyList<QueryInsight> QueriesWithoutResult,
    IReadOnlyList<QueryInsight> SlowQueries,
    IReadOnlyList<DayInsight> Days,
    IReadOnlyList<string> Warnings
)
{
    /// <summary>Puts days together; each list has at most <paramref name="limit"/> queries.</summary>
    public static InsightsResult Of(IReadOnlyList<QueryDay> days, DateOnly from, DateOnly to, int limit)
    {
        var queries = days.SelectMany(day => day.Queries)
            .GroupBy(count => count.Text, (text, counts) => QueryInsight.Of(text, [.. counts]))
            .OrderBy(query => query.Query, StringComparer.Ordinal)
            .ToList();
        return new InsightsResult(
            from,
            to,
            days.Sum(day => day.Searches),
            days.Sum(day => day.WithoutResult),
            [.. queries.OrderByDescending(query => query.Searches).Take(limit)],
            [
                .. queries
                    .Where(query => query.WithoutResult > 0)
                    .OrderByDescending(query => query.WithoutResult)
                    .Take(limit),
            ],
            [.. queries.OrderByDescending(query => query.SlowestMs).Take(limit)],
            [.. days.Select(day => new DayInsight(day.Day, day.Searches, day.WithoutResult))],
            []
        );
    }
}

/// <summary>One query over several days.</summary>
/// <param name="Query">In lower case, with single spaces.</param>
/// <param name="Searches">How often it was asked.</param>
/// <param name="WithoutResult">How often it found nothing although no filter was chosen.</param>
/// <param name="TotalHits">What it found the last time.</param>
/// <param name="AverageMs">How long it took on average, in milliseconds.</param>
/// <param name="SlowestMs">How long the slowest search took.</param>
internal sealed record QueryInsight(
    string Query,
    long Searches,
    long WithoutResult,
    int TotalHits,
    double AverageMs,
    double SlowestMs
)
{
    /// <summary>From the counts of its days, at least one, oldest first.</summary>
    public static QueryInsight Of(string query, IReadOnlyList<QueryCount> counts)
    {
        var searches = counts.Sum(count => count.Searches);
        return new QueryInsight(
            query,
            searches,
            counts.Sum(count => count.WithoutResult),
            counts[^1].TotalHits,
            Math.Round(counts.Sum(count => count.TotalMs) / searches, 2),
            counts.Max(count => count.SlowestMs)
        );
    }
}

/// <summary>One day.</summary>
/// <param name="Day">By the clock of Greenwich.</param>
/// <param name="Searches">How many searches there were.</param>
/// <param name="WithoutResult">How many found nothing although no filter was chosen.</param>
internal sealed record DayInsight(DateOnly Day, long Searches, long WithoutResult);
