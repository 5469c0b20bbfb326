using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Search.Service.Observing;

/// <summary>
/// Adds up what the meters of this service measure, for whoever asks at <c>/metrics</c>. An exporter of our own, since the
/// one for Prometheus of the OpenTelemetry project has had no stable release.
/// </summary>
internal sealed class MetricsCollector : IDisposable
{
    private static readonly string[] Meters =
    [
        Engine.Measuring.EngineMeter.Name,
        ServiceMeter.Name,
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
    ];

    // The runtime has one meter for the whole process, which no factory made.
    private const string RuntimeMeter = "System.Runtime";

    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<Instrument, Measured> instruments = new();
    private readonly IMeterFactory factory;
    private readonly Lock collecting = new();

    /// <summary>Begins to listen to the meters that <paramref name="factory"/> has made and will make.</summary>
    public MetricsCollector(IMeterFactory factory)
    {
        this.factory = factory;
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (IsOurs(instrument.Meter))
                listener.EnableMeasurementEvents(instrument, instruments.GetOrAdd(instrument, i => new Measured(i)));
        };
        listener.SetMeasurementEventCallback<double>((_, value, tags, state) => Record(state, value, tags));
        listener.SetMeasurementEventCallback<float>((_, value, tags, state) => Record(state, value, tags));
        listener.SetMeasurementEventCallback<long>((_, value, tags, state) => Record(state, value, tags));
        listener.SetMeasurementEventCallback<int>((_, value, tags, state) => Record(state, value, tags));
        listener.Start();
    }

    /// <summary>All that was measured until now, by name; each with what is observed at this moment.</summary>
    public IReadOnlyList<Measured> Collect()
    {
        lock (collecting)
        {
            foreach (var measured in instruments.Values)
                measured.BeginObserving();
            listener.RecordObservableInstruments();
            return [.. instruments.Values.OrderBy(measured => measured.Name, StringComparer.Ordinal)];
        }
    }

    /// <inheritdoc/>
    public void Dispose() => listener.Dispose();

    private bool IsOurs(Meter meter) =>
        meter.Name == RuntimeMeter || (ReferenceEquals(meter.Scope, factory) && Meters.Contains(meter.Name));

    private static void Record(object? state, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (state is Measured measured)
            measured.Record(value, tags);
    }
}
