using Search.Engine.Generations;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Tests.Indexing;
using static Search.Tests.Collection;

namespace Search.Tests.Generations;

/// <summary>A new generation made of stored records, and going back to the one before.</summary>
public sealed class RebuildTests : IDisposable
{
    private readonly Collection collection = new(
        Talk("a", "Raft"),
        Interview("i", "Raft, asked", [("Why?", "Because.")])
    );

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => collection.Dispose();

    [Fact]
    public void A_rebuild_holds_the_same_records_of_the_same_sources_and_works()
    {
        collection.Import("other", new ImportOptions(), Talk("b", "Raft, asked"));
        var (before, sources) = (Export(), collection.Engine.Sources());
        using (var session = new IndexSession(collection.Options))
            Assert.Equal(new RebuildSummary("gen-000001", "gen-000002", 3), session.Rebuild(cancellationToken: Cancel));
        Assert.Equal(before, Export());
        Assert.Equal(sources, collection.Engine.Sources());
        Assert.Equal((2, "gen-000002"), (collection.Engine.Stats().Works, collection.Engine.Stats().Generation));
        var found = collection.Ids("raft", request => request with { Group = HitGroup.Record });
        Assert.Equal(["a", "b", "i"], found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_rebuild_gives_an_index_of_older_terms_the_schema_of_this_program()
    {
        IndexSchemaTests.WriteSchema(collection, $"{IndexSchema.Version}.00000000");
        using var engine = new SearchEngine(collection.Options);
        Assert.True(engine.NeedsRebuild);
        Rebuild();
        Assert.True(engine.Refresh());
        Assert.False(engine.NeedsRebuild);
        Assert.Equal(2, engine.Search(new SearchRequest { Query = "raft" }, Cancel).TotalHits);
    }

    [Fact]
    public void Writes_during_a_rebuild_reach_both_generations()
    {
        using (var session = new IndexSession(collection.Options))
        {
            var rebuild = session.StartRebuild();
            session.Import("test", Items([Talk("b", "Paxos"), Talk("a", "Raft 2")]), new ImportOptions(), null, Cancel);
            rebuild.Copy(1, Cancel);
            session.Import("test", Items([Talk("c", "Zab")]), new ImportOptions(), null, Cancel);
            session.Remove(["i"]);
            // Searches see every write at once, whatever is being built.
            Assert.Equal(("gen-000001", 3), (collection.Engine.Stats().Generation, collection.Engine.Stats().Talks));
            session.Finish(rebuild);
        }
        var rebuilt = Export();
        Assert.Equal(["a", "b", "c"], rebuilt.Select(line => line.Split('"')[3]));
        Assert.Contains("Raft 2", rebuilt[0], StringComparison.Ordinal);
        Assert.Equal("gen-000002", collection.Engine.Stats().Generation);
        IndexRollback.Run(collection.Options, "a test");
        Assert.Equal(rebuilt, Export());
        Assert.Equal("gen-000001", collection.Engine.Stats().Generation);
    }

    [Fact]
    public void Commits_go_on_counting_in_the_new_generation()
    {
        using var session = new IndexSession(collection.Options);
        var before = session.LastCommit;
        session.Rebuild(cancellationToken: Cancel);
        Assert.True(session.LastCommit > before);
        session.Import("test", Items([Talk("b", "Paxos")]), new ImportOptions(), null, Cancel);
        Assert.Equal(2, collection.Engine.Stats().Talks);
    }

    [Fact]
    public void A_rebuild_that_is_given_up_leaves_nothing()
    {
        using var session = new IndexSession(collection.Options);
        var rebuild = session.StartRebuild();
        Assert.Throws<InvalidOperationException>(session.StartRebuild);
        session.Abandon(rebuild);
        Assert.Equal(["gen-000001"], Folders());
        session.StartRebuild();
        session.Abandon(rebuild);
        Assert.Equal(["gen-000001", "gen-000002"], Folders());
        session.Dispose();
        Assert.Equal(["gen-000001"], Folders());
    }

    [Fact]
    public void One_older_generation_stays()
    {
        Rebuild();
        Rebuild();
        Rebuild();
        Assert.Equal(["gen-000003", "gen-000004"], Folders());
    }

    [Fact]
    public void An_empty_folder_has_nothing_to_rebuild()
    {
        using var empty = new Collection();
        using var session = new IndexSession(empty.Options);
        Assert.Throws<InvalidOperationException>(session.StartRebuild);
    }

    [Fact]
    public void A_rollback_brings_later_writes_along_and_a_second_one_goes_forth_again()
    {
        Rebuild();
        collection.Import(Talk("b", "Paxos"), Talk("a", "Raft 2"));
        using (var session = new IndexSession(collection.Options))
            session.Remove(["i"]);
        var written = Export();

        var back = IndexRollback.Run(collection.Options, "a test");

        Assert.Equal(new RollbackSummary("gen-000002", "gen-000001", 3, false), back);
        Assert.Equal(written, Export());
        collection.Import(Talk("c", "Zab"));
        var forth = IndexRollback.Run(collection.Options, "a test");
        Assert.Equal(new RollbackSummary("gen-000001", "gen-000002", 1, false), forth);
        Assert.Equal(["a", "b", "c"], Export().Select(line => line.Split('"')[3]));
        Assert.Equal(["gen-000001", "gen-000002"], Folders());
    }

    [Fact]
    public void A_session_can_roll_back_and_go_on_writing()
    {
        Rebuild();
        using (var session = new IndexSession(collection.Options))
        {
            Assert.Equal("gen-000001", session.Rollback().To);
            session.Import("test", Items([Talk("b", "Paxos")]), new ImportOptions(), null, Cancel);
        }
        Assert.Equal(("gen-000001", 2), (collection.Engine.Stats().Generation, collection.Engine.Stats().Talks));
    }

    [Fact]
    public void Without_an_older_generation_a_rollback_changes_nothing()
    {
        var refused = Assert.Throws<IndexUnavailableException>(() => IndexRollback.Run(collection.Options, "a test"));
        Assert.Contains("No older generation is kept", refused.Message, StringComparison.Ordinal);
        using var session = new IndexSession(collection.Options);
        Assert.Throws<IndexUnavailableException>(session.Rollback);
        Assert.Equal("gen-000001", collection.Engine.Stats().Generation);
    }

    private void Rebuild()
    {
        using var session = new IndexSession(collection.Options);
        session.Rebuild(cancellationToken: Cancel);
    }

    private List<string> Export() =>
        [.. collection.Engine.Export(Cancel).Select(line => System.Text.Encoding.UTF8.GetString(line.Span))];

    private IEnumerable<string?> Folders() =>
        Directory.GetDirectories(collection.Options.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
