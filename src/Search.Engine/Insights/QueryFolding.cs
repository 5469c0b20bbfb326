namespace Search.Engine.Insights;

/// <summary>
/// Takes a half-typed query for a part of the one that followed, without knowing who asks: it waits a moment for what comes
/// next. Not for several threads at once.
/// </summary>
/// <example>
/// Live: <c>pax</c>, <c>paxs</c>, <c>paxos</c> within seconds is one query, <c>paxos</c>; so is <c>paxos</c> live and then
/// submitted. The very same request twice is two.
/// </example>
internal sealed class QueryFolding
{
    /// <summary>How long after a request the next one may continue it.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    // Under heavy traffic they are counted a little early.
    private const int MostWaiting = 1_000;

    // A typed letter or two may be taken back, but something must stay the same.
    private const int MostTakenBack = 2;
    private const int LeastKept = 3;

    private readonly LinkedList<(AskedQuery Query, DateTimeOffset At)> waiting = [];

    /// <summary>Those that may still be continued, in the order in which they came.</summary>
    public IEnumerable<AskedQuery> Waiting => waiting.Select(entry => entry.Query);

    /// <summary>Takes the next query, and gives those that nothing can follow any more.</summary>
    public IReadOnlyList<AskedQuery> Add(AskedQuery query, DateTimeOffset now)
    {
        var finished = Finish(now);
        for (var entry = waiting.Last; entry is not null; entry = entry.Previous)
        {
            if (!Continues(query, entry.Value.Query))
                continue;
            waiting.Remove(entry);
            break;
        }
        waiting.AddLast((query, now));
        if (waiting.Count > MostWaiting)
            finished.Add(TakeFirst());
        return finished;
    }

    /// <summary>Those that nothing can follow any more.</summary>
    public List<AskedQuery> Finish(DateTimeOffset now)
    {
        var finished = new List<AskedQuery>();
        while (waiting.First is { } first && now - first.Value.At > Window)
            finished.Add(TakeFirst());
        return finished;
    }

    private AskedQuery TakeFirst()
    {
        var query = waiting.First!.Value.Query;
        waiting.RemoveFirst();
        return query;
    }

    private static bool Continues(AskedQuery query, AskedQuery earlier)
    {
        if (query.Text == earlier.Text)
            return query.Request != earlier.Request;
        return earlier.IsLive && IsTypedOn(query.Text, earlier.Text);
    }

    private static bool IsTypedOn(string text, string earlier)
    {
        var kept = text.AsSpan().CommonPrefixLength(earlier);
        return kept == earlier.Length || kept >= Math.Max(LeastKept, earlier.Length - MostTakenBack);
    }
}
