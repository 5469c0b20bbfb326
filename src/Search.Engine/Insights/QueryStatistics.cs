using Search.Engine.Forgetting;

namespace Search.Engine.Insights;

/// <summary>How much is kept of what people ask.</summary>
/// <param name="IndexPath">The folder of the index; the counts lie beside <c>CURRENT</c>.</param>
/// <param name="KeptDays">Days that are kept, today included; at least 1.</param>
/// <param name="QueriesPerDay">Different queries that are kept of a day; the rarest go first. At least 1.</param>
public sealed record StatisticsOptions(string IndexPath, int KeptDays, int QueriesPerDay);

/// <summary>
/// What people ask: counts of a day by query, and nothing about who asked or when on that day. In memory until
/// <see cref="Save"/>. Safe for many threads.
/// </summary>
public sealed class QueryStatistics
{
    private readonly StatisticsOptions options;
    private readonly TimeProvider clock;
    private readonly QueryCountFolder folder;
    private readonly QueryFolding folding = new();
    private readonly Lock counting = new();
    private readonly Lock saving = new();
    private List<QueryTally> unsaved = [];

    /// <param name="options">Where and how much.</param>
    /// <param name="clock">For the day.</param>
    public QueryStatistics(StatisticsOptions options, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        this.clock = clock ?? TimeProvider.System;
        folder = new QueryCountFolder(options.IndexPath);
    }

    /// <summary>Counts a query, unless it continues one of the last seconds or turns out to be continued; the empty one never.</summary>
    public void Add(AskedQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Text.Length == 0)
            return;
        var now = clock.GetUtcNow();
        lock (counting)
            Count(folding.Add(query, now), now);
    }

    /// <summary>Writes what was counted since the last time; what cannot be written stays for the next.</summary>
    /// <param name="isLast">Whether nothing follows: then queries that may still be continued are counted too.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    /// <exception cref="Indexing.IndexUnavailableException">The list of what was forgotten is damaged.</exception>
    public void Save(bool isLast = false)
    {
        lock (saving)
        {
            List<QueryTally> tallies;
            lock (counting)
            {
                var now = clock.GetUtcNow();
                Count(isLast ? folding.Finish(DateTimeOffset.MaxValue) : folding.Finish(now), now);
                (tallies, unsaved) = (unsaved, []);
            }
            var saved = 0;
            try
            {
                var names = new ForgottenFile(options.IndexPath).Read().Names;
                for (; saved < tallies.Count; saved++)
                    folder.Add(
                        tallies[saved].ToDay(names.AreIn),
                        options.QueriesPerDay,
                        Today().AddDays(1 - options.KeptDays)
                    );
            }
            catch
            {
                lock (counting)
                    unsaved = [.. tallies.Skip(saved), .. unsaved];
                throw;
            }
        }
    }

    /// <summary>The days of the last <paramref name="days"/> that have counts, today's up to this moment, oldest first.</summary>
    public IReadOnlyList<QueryDay> Read(int days)
    {
        lock (saving)
        {
            var today = Today();
            var kept = folder.Read(today.AddDays(1 - days), today).ToDictionary(day => day.Day);
            foreach (var day in Unsaved())
                kept[day.Day] = (kept.GetValueOrDefault(day.Day) ?? QueryDay.Empty(day.Day)).Plus(
                    day,
                    options.QueriesPerDay
                );
            return [.. kept.Values.OrderBy(day => day.Day)];
        }
    }

    /// <summary>Takes out every query that names something which must be forgotten; gives how many there were.</summary>
    public int Remove(Func<string, bool> isUnwanted)
    {
        Save(isLast: true);
        lock (saving)
            return folder.Remove(isUnwanted);
    }

    private List<QueryDay> Unsaved()
    {
        lock (counting)
        {
            var waiting = new QueryTally(Today(), options.QueriesPerDay);
            foreach (var query in folding.Waiting)
                waiting.Add(query);
            return
            [
                .. unsaved
                    .Append(waiting)
                    .Where(tally => !tally.IsEmpty)
                    .Select(tally => tally.ToDay(isUnwanted: null)),
            ];
        }
    }

    private void Count(IReadOnlyList<AskedQuery> queries, DateTimeOffset now)
    {
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        foreach (var query in queries)
        {
            if (unsaved.Count == 0 || unsaved[^1].Day != day)
                unsaved.Add(new QueryTally(day, options.QueriesPerDay));
            unsaved[^1].Add(query);
        }
    }

    private DateOnly Today() => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
