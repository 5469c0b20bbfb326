namespace Search.Engine.Insights;

/// <summary>Counts the queries of one day in bounded memory. Not for several threads at once.</summary>
internal sealed class QueryTally(DateOnly day, int mostQueries)
{
    private readonly Dictionary<string, (QueryCount Count, long Order)> counts = [];
    private long searches;
    private long withoutResult;

    public DateOnly Day => day;

    public bool IsEmpty => searches == 0;

    public void Add(AskedQuery query)
    {
        var one = QueryCount.Of(query);
        searches++;
        withoutResult += one.WithoutResult;
        if (counts.TryGetValue(query.Text, out var known))
            one = known.Count.Plus(one);
        else if (counts.Count >= mostQueries)
            DropRarest();
        counts[query.Text] = (one, searches);
    }

    /// <summary>The latest first; those that are not wanted are counted and not named.</summary>
    public QueryDay ToDay(Func<string, bool>? isUnwanted) =>
        new(
            day,
            searches,
            withoutResult,
            [
                .. counts
                    .Values.OrderByDescending(entry => entry.Order)
                    .Select(entry => entry.Count)
                    .Where(count => isUnwanted?.Invoke(count.Text) != true),
            ]
        );

    // Of equally rare ones the one that was asked longest ago: a flood of junk pushes out itself.
    private void DropRarest() =>
        counts.Remove(counts.MinBy(entry => (entry.Value.Count.Searches, entry.Value.Order)).Key);
}
