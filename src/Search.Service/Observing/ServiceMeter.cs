using System.Diagnostics.Metrics;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Service.Hosting;
using Search.Service.Writing;

namespace Search.Service.Observing;

/// <summary>What the service measures beside the engine and the server.</summary>
internal sealed class ServiceMeter
{
    public const string Name = "Search.Service";

    private readonly SearchEngine engine;
    private readonly Counter<long> cacheLookups;
    private IndexStats? stats;

    public ServiceMeter(IMeterFactory factory, SearchEngine engine, Readiness readiness, WriteQueue queue)
    {
        this.engine = engine;
        var meter = factory.Create(Name);
        cacheLookups = meter.CreateCounter<long>(
            "search.cache.lookups",
            "{lookup}",
            "Looks into a cache, by cache and whether it held the answer. The cache called client is that of the asker."
        );
        meter.CreateObservableGauge(
            "search.ready",
            () => readiness.WhyNot is null ? 1 : 0,
            description: "1 when searches are answered at full speed."
        );
        meter.CreateObservableGauge(
            "search.index.documents",
            Documents,
            "{document}",
            "What is in the index, by kind."
        );
        meter.CreateObservableGauge("search.index.size", Observe(s => s.SizeBytes), "By", "Size on disk.");
        meter.CreateObservableGauge("search.index.segments", Observe(s => s.Segments), "{segment}", "Parts on disk.");
        meter.CreateObservableGauge(
            "search.index.last_commit",
            Observe(s => s.LastCommit.ToUnixTimeMilliseconds() / 1_000.0),
            "s",
            "When something was last written, in seconds since 1970."
        );
        meter.CreateObservableGauge(
            "search.writes.waiting",
            () => queue.Length,
            "{request}",
            "Requests that wait for a commit."
        );
        meter.CreateObservableCounter(
            "search.writes.refused",
            () => queue.Refused,
            "{request}",
            "Requests that were turned away because too many waited."
        );
        meter.CreateObservableGauge("search.index.info", Info, description: "Always 1; the labels say what is served.");
    }

    /// <summary>Counts whether the asker had the answer already.</summary>
    public void CountClientCache(bool isHit) =>
        cacheLookups.Add(1, new("cache", "client"), new("result", isHit ? "hit" : "miss"));

    private IEnumerable<Measurement<long>> Documents() =>
        Stats() is { } now
            ?
            [
                Of(now.Talks, "talk"),
                Of(now.Interviews, "interview"),
                Of(now.Passages, "passage"),
                Of(now.Works, "work"),
            ]
            : [];

    private static Measurement<long> Of(int count, string kind) =>
        new(count, new KeyValuePair<string, object?>("kind", kind));

    private IEnumerable<Measurement<int>> Info() =>
        Stats() is { } now
            ? [new Measurement<int>(1, new("generation", now.Generation), new("schema", now.SchemaVersion))]
            : [];

    private Func<IEnumerable<Measurement<double>>> Observe(Func<IndexStats, double> read) =>
        () => Stats() is { } now ? [new Measurement<double>(read(now))] : [];

    // Counting looks at every document: once a version is enough. Without an index there is nothing to tell.
    private IndexStats? Stats()
    {
        try
        {
            if (stats?.Version != engine.Version())
                stats = engine.Stats();
            return stats;
        }
        catch (Exception exception) when (exception is IndexUnavailableException or IOException)
        {
            return null;
        }
    }
}
