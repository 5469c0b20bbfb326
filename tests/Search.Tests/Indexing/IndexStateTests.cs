using System.Diagnostics;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using static Search.Tests.Collection;

namespace Search.Tests.Indexing;

/// <summary>What happens when the index is missing, damaged, foreign or taken.</summary>
public sealed class IndexStateTests : IDisposable
{
    private readonly Collection collection = new();

    public void Dispose() => collection.Dispose();

    [Fact]
    public void A_missing_index_is_said_to_be_missing_and_what_to_do()
    {
        var state = collection.Engine.State;
        Assert.Equal(IndexAvailability.Missing, state.Availability);
        Assert.Contains("search-indexer index PATH", state.Message, StringComparison.Ordinal);
        Assert.Throws<IndexUnavailableException>(() => collection.Search("raft"));
    }

    [Fact]
    public void An_index_that_appears_later_is_served_without_a_restart()
    {
        using var engine = new SearchEngine(collection.Options);
        collection.Import(Talk("a", "Raft"));
        Assert.True(engine.Refresh());
        Assert.Equal(IndexAvailability.Ready, engine.State.Availability);
        Assert.Equal(1, engine.Stats().Talks);
    }

    [Fact]
    public void A_commit_of_someone_else_is_seen_after_a_refresh_and_changes_the_version()
    {
        collection.Import(Talk("a", "Raft"));
        using var engine = new SearchEngine(collection.Options);
        var version = engine.Version();
        Assert.False(engine.Refresh());
        collection.Import(Talk("b", "Paxos"));
        Assert.True(engine.Refresh());
        Assert.NotEqual(version, engine.Version());
        Assert.Equal(2, engine.Stats().Talks);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("../../etc")]
    [InlineData("gen-000009")]
    public void A_damaged_CURRENT_is_named(string content)
    {
        collection.Import(Talk("a", "Raft"));
        File.WriteAllText(Path.Combine(collection.Options.Path, "CURRENT"), content);
        using var engine = new SearchEngine(collection.Options);
        Assert.Equal(IndexAvailability.Damaged, engine.State.Availability);
        Assert.Contains("CURRENT", engine.State.Message, StringComparison.Ordinal);
        Assert.Throws<IndexUnavailableException>(() => new IndexSession(collection.Options));
    }

    [Theory]
    [InlineData("segments_*")]
    [InlineData("*.tim")]
    [InlineData("*.si")]
    [InlineData("*.dvd")]
    public void A_file_that_is_cut_short_is_a_damaged_index(string pattern)
    {
        collection.Import(Talk("a", "Raft"));
        foreach (var file in Directory.GetFiles(GenerationFolder(), pattern))
            File.WriteAllBytes(file, File.ReadAllBytes(file)[..3]);
        using var engine = new SearchEngine(collection.Options);
        Assert.Equal(IndexAvailability.Damaged, engine.State.Availability);
        Assert.Throws<IndexUnavailableException>(() =>
            engine.Search(new SearchRequest(), TestContext.Current.CancellationToken)
        );
    }

    [Theory]
    [InlineData("*.tim")]
    [InlineData("*.fnm")]
    public void A_file_that_is_gone_is_a_damaged_index(string pattern)
    {
        collection.Import(Talk("a", "Raft"));
        foreach (var file in Directory.GetFiles(GenerationFolder(), pattern))
            File.Delete(file);
        using var engine = new SearchEngine(collection.Options);
        Assert.Equal(IndexAvailability.Damaged, engine.State.Availability);
    }

    [Fact]
    public void What_was_open_goes_on_answering_when_the_index_is_damaged_later()
    {
        collection.Import(Talk("a", "Raft"));
        using var engine = new SearchEngine(collection.Options);
        File.WriteAllText(Path.Combine(collection.Options.Path, "CURRENT"), "nonsense");
        Assert.False(engine.Refresh());
        Assert.Equal(IndexAvailability.Damaged, engine.State.Availability);
        Assert.Equal(1, engine.Stats().Talks);
    }

    [Fact]
    public void A_second_writer_is_told_who_holds_the_index()
    {
        using var first = new IndexSession(collection.Options, "search-indexer");
        var refused = Assert.Throws<IndexLockedException>(() => new IndexSession(collection.Options));
        Assert.Equal($"search-indexer, process {Environment.ProcessId}", refused.Holder);
        Assert.Contains("Another program is writing", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_writer_that_has_ended_leaves_the_index_to_the_next()
    {
        new IndexSession(collection.Options).Dispose();
        using var second = new IndexSession(collection.Options);
        Assert.Equal(0, second.Remove(["nothing"]));
    }

    [Fact]
    public void Searching_goes_on_while_another_generation_is_closed()
    {
        collection.Import(Talk("a", "Raft"));
        using var engine = new SearchEngine(collection.Options);
        var stop = Stopwatch.StartNew();
        var failures = new System.Collections.Concurrent.ConcurrentBag<Exception>();
        var searchers = Enumerable
            .Range(0, 2)
            .Select(_ => new Thread(() =>
            {
                while (stop.ElapsedMilliseconds < 500)
                {
                    try
                    {
                        engine.Search(new SearchRequest { Query = "raft" }, CancellationToken.None);
                    }
                    catch (Exception e)
                    {
                        failures.Add(e);
                    }
                }
            }))
            .ToList();
        searchers.ForEach(thread => thread.Start());
        for (var i = 0; i < 5; i++)
        {
            collection.Import(Talk("b" + i, "Raft again"));
            engine.Refresh();
        }
        searchers.ForEach(thread => thread.Join());
        Assert.Empty(failures);
    }

    private string GenerationFolder() => Directory.GetDirectories(collection.Options.Path, "gen-*").Single();
}
