using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Search.Service.Observing;

/// <summary>How the values of an instrument come together.</summary>
internal enum MeasuredKind
{
    /// <summary>A sum that only grows.</summary>
    Counter,

    /// <summary>A value that goes up and down.</summary>
    Gauge,

    /// <summary>How often a value was in which range.</summary>
    Histogram,
}

/// <summary>What one instrument has measured, by the labels of its measurements. Safe for many threads.</summary>
internal sealed class Measured
{
    // Labels come from routes, states and names in the code. Should one ever come from users, memory stays bounded.
    private const int MostSeries = 1_000;

    private const string Overflow = "otel_metric_overflow=\"true\"";

    private readonly ConcurrentDictionary<string, Series> series = new();
    private readonly bool isObserved;
    private readonly bool isSet;

    public Measured(Instrument instrument)
    {
        var type = instrument.GetType().GetGenericTypeDefinition();
        isObserved = instrument.IsObservable;
        Kind =
            type == typeof(Histogram<>) ? MeasuredKind.Histogram
            : type == typeof(Counter<>) || type == typeof(ObservableCounter<>) ? MeasuredKind.Counter
            : MeasuredKind.Gauge;
        // What is observed, or a gauge, comes as the whole value; the others come as what is to be added.
        isSet = isObserved || type == typeof(Gauge<>);
        Name = PrometheusName.Of(instrument.Name, instrument.Unit, Kind);
        Description = instrument.Description ?? "";
    }

    /// <summary>As Prometheus spells it: with its unit, a counter with <c>_total</c>.</summary>
    public string Name { get; }

    public string Description { get; }

    public MeasuredKind Kind { get; }

    /// <summary>By labels, written as <c>name="value",…</c>; in their order.</summary>
    public IEnumerable<KeyValuePair<string, Series>> Series => series.OrderBy(pair => pair.Key, StringComparer.Ordinal);

    /// <summary>Forgets what was observed last, since a thing that has gone is not observed again.</summary>
    public void BeginObserving()
    {
        if (isObserved)
            series.Clear();
    }

    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new LabelText(stackalloc char[256]);
        labels.Add(tags);
        var one = Find(labels.Text);
        if (isSet)
            one.Set(value);
        else
            one.Add(value);
    }

    private Series Find(ReadOnlySpan<char> labels)
    {
        if (series.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(labels, out var known))
            return known;
        var key = series.Count < MostSeries ? labels.ToString() : Overflow;
        return series.GetOrAdd(key, _ => new Series(Kind == MeasuredKind.Histogram));
    }
}
