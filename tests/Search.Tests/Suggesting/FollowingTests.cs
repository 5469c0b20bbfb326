using Search.Engine.Documents;
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
    public async Task What_a_commit_removed_is_never_suggested_not_even_before_suggestions_follow()
    {
        using var collection = new Collection();
        var records = Enumerable.Range(0, 200).Select(n => Named(n, $"Raft Logs {n}")).ToList();
        collection.Import(records);
        Assert.NotEmpty(collection.Engine.Suggest(new SuggestRequest { Query = "raft" }).Groups);
        while (records.Count > 0)
        {
            // The last ones are removed, and one is given another title.
            records = [.. records.Take(records.Count - 40).Select((record, n) => n == 0 ? Named(0, "Paxos") : record)];
            collection.Import("test", new ImportOptions { Prune = true }, records);
            CheckAll(collection.Engine);
        }
        await CaughtUp(collection.Engine);
        Assert.Empty(collection.Engine.Suggest(new SuggestRequest { Query = "raft" }).Groups);
    }

    [Fact]
    public void Names_are_counted_as_they_are_now_and_under_the_filter()
    {
        using var collection = new Collection(
            Named(1, "Raft Logs", "2019"),
            Named(2, "Raft Leases", "2020"),
            Named(3, "Raft Leaders", "2020")
        );
        var filter = new RecordFilter { Years = [new(2020, 2020)] };
        Assert.Equal(2, Count());
        collection.Import(
            "test",
            new ImportOptions { Prune = true },
            Named(1, "Raft Logs", "2019"),
            Named(2, "Raft Leases", "2020")
        );
        Assert.Equal(1, Count());

        int? Count() =>
            Assert
                .Single(collection.Items(SuggestionKind.Topic, "raf", request => request with { Filter = filter }))
                .TotalHits;
    }

    [Fact]
    public async Task The_version_changes_with_a_commit_and_with_the_suggestions()
    {
        using var collection = new Collection(Talk("a", "Raft Logs"));
        var before = collection.Engine.Suggest(new SuggestRequest()).Version;
        collection.Import(Talk("b", "Raft Leases"));
        var engine = collection.Engine;
        Assert.NotEqual(before, engine.SuggestVersion());
        // The suggestions follow in the background, and the version with them.
        await CaughtUp(engine);
        Assert.Equal(engine.SuggestVersion(), engine.Suggest(new SuggestRequest()).Version);
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

    private static Talk Named(int number, string title, string? date = null) =>
        Talk($"t{number}", title, topics: ["raft"], speakers: ["Ann Rafter"], date: date);

    private static void CheckAll(SearchEngine engine)
    {
        foreach (var group in engine.Suggest(new SuggestRequest { Query = "raft", Limit = 20 }).Groups)
            Assert.All(group.Items, item => Assert.NotEqual(0, Hits(engine, group.Kind, item)));
    }

    private static int Hits(SearchEngine engine, SuggestionKind kind, Suggestion item)
    {
        if (item.Id is { } id)
            return engine.Find(id)?.Record.Title == item.Text ? 1 : 0;
        var filter = kind switch
        {
            SuggestionKind.Topic => new RecordFilter { Topics = [item.Text] },
            SuggestionKind.Speaker => new RecordFilter { Speakers = [item.Text] },
            _ => RecordFilter.None,
        };
        var query = kind == SuggestionKind.Query ? item.Text : "";
        var request = new SearchRequest
        {
            Query = query,
            Filter = filter,
            CorrectSpelling = false,
        };
        var total = engine.Search(request, TestContext.Current.CancellationToken).TotalHits;
        Assert.Equal(item.TotalHits ?? total, total);
        return total;
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
