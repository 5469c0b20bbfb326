namespace Search.Engine.Insights;

/// <summary>How often a query was asked, and how it went.</summary>
/// <param name="Text">The query.</param>
/// <param name="Searches">How often.</param>
/// <param name="WithoutResult">How often it found nothing although no filter was chosen.</param>
/// <param name="TotalHits">What it found last.</param>
/// <param name="TotalMs">How long all took together, in milliseconds.</param>
/// <param name="SlowestMs">How long the slowest took.</param>
public sealed record QueryCount(
    string Text,
    long Searches,
    long WithoutResult,
    int TotalHits,
    double TotalMs,
    double SlowestMs
)
{
    internal static QueryCount Of(AskedQuery query)
    {
        var milliseconds = Math.Round(query.Elapsed.TotalMilliseconds, 2);
        var isWithoutResult = query is { TotalHits: 0, IsNarrowed: false };
        return new QueryCount(query.Text, 1, isWithoutResult ? 1 : 0, query.TotalHits, milliseconds, milliseconds);
    }

    /// <summary>Both together; <paramref name="later"/> came after.</summary>
    internal QueryCount Plus(QueryCount later) =>
        new(
            Text,
            Searches + later.Searches,
            WithoutResult + later.WithoutResult,
            later.TotalHits,
            Math.Round(TotalMs + later.TotalMs, 2),
            Math.Max(SlowestMs, later.SlowestMs)
        );
}

/// <summary>What was asked on one day.</summary>
/// <param name="Day">The day, by the clock of Greenwich.</param>
/// <param name="Searches">All searches.</param>
/// <param name="WithoutResult">Those that found nothing although no filter was chosen.</param>
/// <param name="Queries">The queries, the most frequent first; rare ones are left out beyond the limit.</param>
public sealed record QueryDay(DateOnly Day, long Searches, long WithoutResult, IReadOnlyList<QueryCount> Queries)
{
    internal static QueryDay Empty(DateOnly day) => new(day, 0, 0, []);

    /// <summary>Both together, with the most frequent queries and of equal ones those of <paramref name="later"/>.</summary>
    internal QueryDay Plus(QueryDay later, int mostQueries)
    {
        var counts = new Dictionary<string, QueryCount>(StringComparer.Ordinal);
        // The later ones first: sorting keeps the order of equals.
        foreach (var count in later.Queries)
            counts[count.Text] = count;
        foreach (var count in Queries)
            counts[count.Text] = counts.TryGetValue(count.Text, out var more) ? count.Plus(more) : count;
        return new QueryDay(
            Day,
            Searches + later.Searches,
            WithoutResult + later.WithoutResult,
            [.. counts.Values.OrderByDescending(count => count.Searches).Take(mostQueries)]
        );
    }
}
