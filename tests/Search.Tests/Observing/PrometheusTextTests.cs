using System.Diagnostics.Metrics;
using Search.Service.Observing;

namespace Search.Tests.Observing;

public sealed class PrometheusTextTests : IDisposable
{
    private readonly Meter meter = new("test");

    public void Dispose() => meter.Dispose();

    [Fact]
    public void A_counter_ends_in_total_and_adds_up_by_label()
    {
        var measured = new Measured(meter.CreateCounter<long>("search.index.commits", "{commit}", "Commits."));
        measured.Record(1, [new("by", "a")]);
        measured.Record(2, [new("by", "a")]);
        measured.Record(1, [new("by", "b")]);
        Assert.Equal(
            """
            # HELP search_index_commits_total Commits.
            # TYPE search_index_commits_total counter
            search_index_commits_total{by="a"} 3
            search_index_commits_total{by="b"} 1

            """.ReplaceLineEndings("\n"),
            PrometheusText.Write([measured])
        );
    }

    [Fact]
    public void A_histogram_counts_what_is_at_or_below_each_bound()
    {
        var measured = new Measured(meter.CreateHistogram<double>("search.query.duration", "s"));
        foreach (var seconds in new[] { 0.0001, 0.0002, 3, 60 })
            measured.Record(seconds, []);
        var lines = PrometheusText.Write([measured]).Split('\n');
        Assert.Contains("# TYPE search_query_duration_seconds histogram", lines);
        Assert.Contains("search_query_duration_seconds_bucket{le=\"0.0001\"} 1", lines);
        Assert.Contains("search_query_duration_seconds_bucket{le=\"0.00025\"} 2", lines);
        Assert.Contains("search_query_duration_seconds_bucket{le=\"2.5\"} 2", lines);
        Assert.Contains("search_query_duration_seconds_bucket{le=\"5\"} 3", lines);
        Assert.Contains("search_query_duration_seconds_bucket{le=\"+Inf\"} 4", lines);
        Assert.Contains("search_query_duration_seconds_count 4", lines);
        Assert.Contains("search_query_duration_seconds_sum 63.0003", lines);
    }

    [Fact]
    public void An_up_and_down_counter_is_a_gauge_that_adds_up()
    {
        var measured = new Measured(meter.CreateUpDownCounter<long>("active"));
        measured.Record(3, []);
        measured.Record(-2, []);
        Assert.Equal("# TYPE active gauge\nactive 1\n", PrometheusText.Write([measured]));
    }

    [Fact]
    public void What_is_observed_is_the_value_and_what_has_gone_is_not_told_again()
    {
        var measured = new Measured(meter.CreateObservableGauge("documents", () => 0));
        measured.Record(3, [new("kind", "talk")]);
        measured.BeginObserving();
        measured.Record(5, [new("kind", "interview")]);
        Assert.Equal("# TYPE documents gauge\ndocuments{kind=\"interview\"} 5\n", PrometheusText.Write([measured]));
    }

    [Theory]
    [InlineData("plain", "a_b=\"plain\"")]
    [InlineData("a\"b", "a_b=\"a\\\"b\"")]
    [InlineData("a\\b", "a_b=\"a\\\\b\"")]
    [InlineData("a\nb", "a_b=\"a\\nb\"")]
    [InlineData("", "a_b=\"\"")]
    public void A_label_is_written_so_that_no_value_ends_it(string value, string expected)
    {
        var labels = new LabelText(stackalloc char[2]);
        labels.Add([new("a.b", value), new("url.scheme", "http"), new("left.out", null)]);
        Assert.Equal(expected, labels.Text.ToString());
    }

    [Fact]
    public void Labels_without_end_come_together_in_one_series()
    {
        var measured = new Measured(meter.CreateCounter<long>("many"));
        for (var i = 0; i < 5_000; i++)
            measured.Record(1, [new("value", i)]);
        Assert.InRange(measured.Series.Count(), 1_000, 1_001);
        Assert.Equal(5_000, measured.Series.Sum(series => series.Value.Sum));
    }

    [Theory]
    [InlineData("http.server.request.duration", "s", "Histogram", "http_server_request_duration_seconds")]
    [InlineData("search.index.size", "By", "Gauge", "search_index_size_bytes")]
    [InlineData("dotnet.gc.collections", "{collection}", "Counter", "dotnet_gc_collections_total")]
    [InlineData("search.ready", null, "Gauge", "search_ready")]
    public void Names_carry_their_unit(string name, string? unit, string kind, string expected) =>
        Assert.Equal(expected, PrometheusName.Of(name, unit, Enum.Parse<MeasuredKind>(kind)));
}
