using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Search.Engine.Measuring;
using Search.Engine.Searching;

namespace Search.Tests.Observing;

public sealed class EngineMeterTests : IDisposable
{
    private readonly Collection collection = new(
        Collection.Talk("a", "Paxos Made Simple", "Consensus, explained.", topics: ["Consensus"])
    );
    private readonly ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly List<(string Instrument, string? Tag, double Value)> measured = [];
    private readonly MeterListener listener = new();

    public EngineMeterTests()
    {
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, Factory))
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((i, v, tags, _) => Note(i, v, tags));
        listener.SetMeasurementEventCallback<long>((i, v, tags, _) => Note(i, v, tags));
        listener.Start();
    }

    private IMeterFactory Factory => services.GetRequiredService<IMeterFactory>();

    public void Dispose()
    {
        listener.Dispose();
        services.Dispose();
        collection.Dispose();
    }

    [Fact]
    public void Each_stage_of_a_search_is_measured_once()
    {
        using var engine = Open();
        engine.Search(
            new SearchRequest { Query = "paxs", Facets = [FacetField.Topic] },
            TestContext.Current.CancellationToken
        );
        Assert.Equal(
            ["did_you_mean", "facets", "highlight", "load", "match", "parse", "plan", "rank"],
            measured.Where(m => m.Instrument == "search.query.stage.duration").Select(m => m.Tag).Order()
        );
        Assert.Equal("search", Assert.Single(measured, m => m.Instrument == "search.query.duration").Tag);
    }

    [Fact]
    public void The_stages_of_a_search_take_no_longer_than_the_whole()
    {
        using var engine = Open();
        engine.Search(new SearchRequest { Query = "consensus" }, TestContext.Current.CancellationToken);
        var whole = Assert.Single(measured, m => m.Instrument == "search.query.duration").Value;
        var stages = measured.Where(m => m.Instrument == "search.query.stage.duration").Sum(m => m.Value);
        Assert.InRange(stages, double.Epsilon, whole);
    }

    [Fact]
    public void Commits_are_counted_also_when_several_come_into_sight_at_once()
    {
        using var engine = Open();
        collection.Import("b", new(), Collection.Talk("b", "Second"));
        collection.Import("c", new(), Collection.Talk("c", "Third"));
        engine.Refresh();
        Assert.Equal(2, Assert.Single(measured, m => m.Instrument == "search.index.commits").Value);
        Assert.InRange(Assert.Single(measured, m => m.Instrument == "search.index.refresh.lag").Value, 0, 60);
        engine.Refresh();
        Assert.Single(measured, m => m.Instrument == "search.index.commits");
    }

    [Fact]
    public void A_trace_has_the_search_with_its_stages_inside()
    {
        var spans = new List<Activity>();
        using var parent = new Activity("request").Start();
        using var spanListener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == EngineMeter.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                options.Parent.TraceId == parent.TraceId ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(spanListener);
        using var engine = Open();
        engine.Search(new SearchRequest { Query = "consensus" }, TestContext.Current.CancellationToken);
        var whole = Assert.Single(spans, span => span.OperationName == "search search");
        var match = Assert.Single(spans, span => span.OperationName == "search match");
        Assert.Equal(whole.SpanId, match.ParentSpanId);
    }

    private SearchEngine Open() => new(collection.Options, meters: Factory);

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        measured.Add((instrument.Name, tags.Length > 0 ? tags[0].Value?.ToString() : null, value));
}
