using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Search.Engine.Measuring;

/// <summary>
/// What the engine measures of itself, by the interfaces of .NET that every collector of metrics and traces knows. While
/// nobody listens, a measurement costs the look whether somebody does.
/// </summary>
public sealed class EngineMeter : IDisposable
{
    /// <summary>The name of the meter, and of the source of activities.</summary>
    public const string Name = "Search.Engine";

    private readonly Meter meter;
    private readonly TimeProvider clock;
    private readonly ActivitySource source = new(Name);
    private readonly Histogram<double> queries;
    private readonly Histogram<double> stages;
    private readonly Counter<long> commits;
    private readonly Histogram<double> refreshLag;

    /// <param name="factory">Makes the meter, so that each of several hosts in a process hears its own engine; null means a meter apart.</param>
    /// <param name="clock">For the age of commits.</param>
    public EngineMeter(IMeterFactory? factory = null, TimeProvider? clock = null)
    {
        this.clock = clock ?? TimeProvider.System;
        meter = factory?.Create(Name) ?? new Meter(Name);
        queries = meter.CreateHistogram<double>("search.query.duration", "s", "Time to answer, by operation.");
        stages = meter.CreateHistogram<double>("search.query.stage.duration", "s", "Time of a query by its stage.");
        commits = meter.CreateCounter<long>("search.index.commits", "{commit}", "Commits that came into sight.");
        refreshLag = meter.CreateHistogram<double>(
            "search.index.refresh.lag",
            "s",
            "Time from a commit until searches see it."
        );
    }

    /// <summary>Measures an answer until the timing is disposed.</summary>
    internal Timing Query(string operation) => Measure(queries, "operation", operation);

    /// <summary>Measures a stage of an answer until the timing is disposed.</summary>
    internal Timing Stage(string stage) => Measure(stages, "stage", stage);

    /// <summary>Notes that searches now see a newer commit of the same generation; gives how long after it was made.</summary>
    internal TimeSpan Refreshed(long newCommits, DateTimeOffset commitTime)
    {
        commits.Add(newCommits);
        var age = clock.GetUtcNow() - commitTime;
        // Clocks are set back at times.
        var lag = age < TimeSpan.Zero ? TimeSpan.Zero : age;
        refreshLag.Record(lag.TotalSeconds);
        return lag;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The meter of a factory is the factory's to end.
        meter.Dispose();
        source.Dispose();
    }

    private Timing Measure(Histogram<double> durations, string tag, string value)
    {
        var activity = source.HasListeners() ? source.StartActivity($"search {value}") : null;
        return activity is null && !durations.Enabled ? default : new Timing(durations, tag, value, activity);
    }
}

/// <summary>A measurement under way; does nothing when nobody listens.</summary>
internal readonly struct Timing : IDisposable
{
    private readonly Histogram<double>? durations;
    private readonly string tag;
    private readonly string value;
    private readonly Activity? activity;
    private readonly long start;

    public Timing(Histogram<double> durations, string tag, string value, Activity? activity)
    {
        this.durations = durations;
        this.tag = tag;
        this.value = value;
        this.activity = activity;
        start = Stopwatch.GetTimestamp();
    }

    /// <summary>Ends it.</summary>
    public void Dispose()
    {
        durations?.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, new KeyValuePair<string, object?>(tag, value));
        activity?.Dispose();
    }
}
