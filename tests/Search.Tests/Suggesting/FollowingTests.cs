using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Engine.Suggesting;
using static Search.Tests.Collection;

namespace Search.Tests.Suggesting;

public sealed class FollowingTests
{
    [Fact]
    public async Task Suggestions_follow_a_commit_in_the_background()
    {
        using var collection = new Collection(Talk("a", "Raft Logs"));
        Assert.Equal(["Raft Logs"], collection.Suggest(SuggestionKind.Talk, "raf"));
        collection.Import("test", new ImportOptions { Prune = true }, Talk("b", "Raft Leases"));
        await CaughtUp(collection.Engine);
        Assert.Equal(["Raft Leases"], collection.Suggest(SuggestionKind.Talk, "raf"));
    }

    [Fact]
    public async Task Commits_one_after_the_other_are_all_followed()
    {
        using var collection = new Collection(Talk("t0", "Raft 0"));
        collection.Engine.BeginSuggestions();
        for (var number = 1; number < 10; number++)
        {
            collection.Import(Talk($"t{number}", $"Raft {number}"));
            Assert.NotEmpty(collection.Suggest(SuggestionKind.Talk, "raft"));
        }
        await CaughtUp(collection.Engine);
        Assert.Equal(10, collection.Suggest(SuggestionKind.Talk, "raft", request => request with { Limit = 20 }).Count);
    }

    [Fact]
    public void The_version_is_that_of_the_records_that_answered()
    {
        using var collection = new Collection(Talk("a", "Raft Logs"));
        var engine = collection.Engine;
        Assert.True(HasCaughtUp(engine));
        Assert.Equal(engine.SuggestVersion(), engine.Suggest(new SuggestRequest()).Version);
    }

    [Fact]
    public void Without_an_index_there_is_no_answer()
    {
        using var collection = new Collection();
        var engine = collection.Engine;
        engine.BeginSuggestions();
        Assert.Throws<IndexUnavailableException>(() => engine.Suggest(new SuggestRequest()));
        collection.Import(Talk("a", "Raft Logs"));
        Assert.Equal(["Raft Logs"], collection.Suggest(SuggestionKind.Talk, "raf"));
    }

    [Fact]
    public async Task Many_may_ask_while_commits_come()
    {
        using var collection = new Collection(Talk("t0", "Raft 0"));
        var engine = collection.Engine;
        using var done = new CancellationTokenSource();
        var asking = Enumerable
            .Range(0, 4)
            .Select(_ =>
                Task.Run(
                    () =>
                    {
                        while (!done.IsCancellationRequested)
                            Assert.NotEmpty(engine.Suggest(new SuggestRequest { Query = "raft" }).Groups);
                    },
                    TestContext.Current.CancellationToken
                )
            )
            .ToList();
        for (var number = 1; number < 20; number++)
        {
            collection.Import(Talk($"t{number}", $"Raft {number}"));
            engine.Refresh();
        }
        await done.CancelAsync();
        await Task.WhenAll(asking);
    }

    [Fact]
    public void An_engine_can_be_disposed_while_suggestions_are_made()
    {
        using var collection = new Collection(Enumerable.Range(0, 500).Select(n => Talk($"t{n}", $"Raft {n}")));
        using var engine = new SearchEngine(collection.Options);
        engine.BeginSuggestions();
    }

    private static async Task CaughtUp(SearchEngine engine)
    {
        while (!HasCaughtUp(engine))
            await Task.Delay(10, TestContext.Current.CancellationToken);
    }

    // The engine's version also names the synonyms, which suggestions do not know.
    private static bool HasCaughtUp(SearchEngine engine) =>
        engine.Version().StartsWith(engine.SuggestVersion() + ".", StringComparison.Ordinal);
}
