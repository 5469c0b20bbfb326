using Search.Engine.Insights;

namespace Search.Tests.Insights;

public sealed class QueryStatisticsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ManualTime clock = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("  Paxos \t made\nSimple ", "paxos made simple")]
    [InlineData("C#", "c#")]
    [InlineData("   ", "")]
    public void A_query_is_counted_whatever_its_case_and_spaces(string typed, string counted) =>
        Assert.Equal(counted, AskedQuery.Normalize(typed));

    [Fact]
    public void A_very_long_query_is_counted_by_its_beginning_and_no_character_is_cut_in_half() =>
        Assert.Equal(new string('a', 199), AskedQuery.Normalize(new string('a', 199) + "😀 and more"));

    [Fact]
    public void Counts_survive_the_end_of_the_program()
    {
        var before = Open();
        Ask(before, "paxos", hits: 3, milliseconds: 4);
        Ask(before, "paxos", hits: 2, milliseconds: 8);
        Ask(before, "unicorns", hits: 0);
        before.Save(isLast: true);
        var day = Assert.Single(Open().Read(1));
        Assert.Equal((3, 1), (day.Searches, day.WithoutResult));
        Assert.Equal(new QueryCount("paxos", 2, 0, 2, 12, 8), day.Queries[0]);
        Assert.Equal(new QueryCount("unicorns", 1, 1, 0, 1, 1), day.Queries[1]);
    }

    [Fact]
    public void What_was_counted_until_now_is_told_before_it_is_saved()
    {
        var statistics = Open();
        Ask(statistics, "paxos");
        Assert.Equal("paxos", Assert.Single(Assert.Single(statistics.Read(1)).Queries).Text);
        Assert.False(Directory.Exists(folder["queries"]));
    }

    [Fact]
    public void Nothing_found_under_a_filter_says_nothing_of_the_query()
    {
        var statistics = Open();
        statistics.Add(new AskedQuery("paxos", "", IsLive: false, IsNarrowed: true, 0, TimeSpan.Zero));
        Assert.Equal(0, Assert.Single(statistics.Read(1)).WithoutResult);
    }

    [Fact]
    public void The_empty_query_is_browsing_and_not_counted()
    {
        var statistics = Open();
        Ask(statistics, "");
        Assert.Empty(statistics.Read(1));
    }

    [Fact]
    public void Two_programs_count_into_the_same_day()
    {
        var (one, other) = (Open(), Open());
        Ask(one, "paxos");
        Ask(other, "paxos");
        one.Save(isLast: true);
        other.Save(isLast: true);
        Assert.Equal(2, Assert.Single(Assert.Single(Open().Read(1)).Queries).Searches);
    }

    [Fact]
    public void Days_are_kept_apart_and_old_ones_are_forgotten()
    {
        var statistics = Open(keptDays: 2);
        foreach (var query in new[] { "first", "second", "third" })
        {
            Ask(statistics, query);
            statistics.Save(isLast: true);
            clock.Pass(TimeSpan.FromDays(1));
        }
        clock.Pass(TimeSpan.FromDays(-1));
        Assert.Equal(["second", "third"], statistics.Read(30).Select(day => day.Queries[0].Text));
        Assert.Equal(["third"], statistics.Read(1).Select(day => day.Queries[0].Text));
        Assert.Equal(2, Directory.GetFiles(folder["queries"], "*.json").Length);
    }

    [Fact]
    public void A_flood_of_queries_leaves_the_frequent_ones_and_the_exact_total()
    {
        var statistics = Open(queriesPerDay: 10);
        for (var i = 0; i < 500; i++)
        {
            Ask(statistics, $"junk number {i}");
            if (i % 5 == 0)
                Ask(statistics, "paxos");
            clock.Pass(TimeSpan.FromSeconds(11));
        }
        statistics.Save(isLast: true);
        var day = Assert.Single(statistics.Read(1));
        Assert.Equal(600, day.Searches);
        Assert.Equal(10, day.Queries.Count);
        Assert.Equal(("paxos", 100), (day.Queries[0].Text, day.Queries[0].Searches));
    }

    [Fact]
    public void A_damaged_file_is_put_aside_and_counting_goes_on()
    {
        Directory.CreateDirectory(folder["queries"]);
        File.WriteAllText(folder["queries/2026-11-24.json"], "{half");
        var statistics = Open();
        Ask(statistics, "paxos");
        statistics.Save(isLast: true);
        Assert.Equal(1, Assert.Single(statistics.Read(1)).Searches);
        Assert.True(File.Exists(folder["queries/2026-11-24.json.damaged"]));
    }

    [Fact]
    public void What_cannot_be_written_is_kept_for_the_next_time()
    {
        File.WriteAllText(folder["queries"], "in the way");
        var statistics = Open();
        Ask(statistics, "paxos");
        Assert.ThrowsAny<IOException>(() => statistics.Save(isLast: true));
        File.Delete(folder["queries"]);
        statistics.Save(isLast: true);
        Assert.Equal(1, Assert.Single(Open().Read(1)).Searches);
    }

    [Fact]
    public void Queries_that_name_what_must_be_forgotten_are_taken_out()
    {
        var statistics = Open();
        Ask(statistics, "ada kell");
        Ask(statistics, "paxos");
        statistics.Save(isLast: true);
        Ask(statistics, "talks of ada kell");
        Assert.Equal(2, statistics.Remove(text => text.Contains("ada kell", StringComparison.Ordinal)));
        Assert.Equal("paxos", Assert.Single(Assert.Single(Open().Read(1)).Queries).Text);
        Assert.DoesNotContain("ada", File.ReadAllText(folder["queries/2026-11-24.json"]), StringComparison.Ordinal);
    }

    private QueryStatistics Open(int keptDays = 90, int queriesPerDay = 100) =>
        new(new StatisticsOptions(folder.Path, keptDays, queriesPerDay), clock);

    private static void Ask(QueryStatistics statistics, string query, int hits = 1, double milliseconds = 1) =>
        statistics.Add(
            new AskedQuery(
                query,
                query,
                IsLive: false,
                IsNarrowed: false,
                hits,
                TimeSpan.FromMilliseconds(milliseconds)
            )
        );
}
