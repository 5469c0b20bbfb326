using Search.Engine.Generations;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using static Search.Tests.Collection;

namespace Search.Tests.Generations;

/// <summary>Damaged files, half-made generations and a lost <c>CURRENT</c>: what is said, and what helps.</summary>
public sealed class DamageTests : IDisposable
{
    private readonly Collection collection = new(Talk("a", "Raft"), Talk("b", "Paxos"));

    private string Root => collection.Options.Path;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => collection.Dispose();

    [Fact]
    public void A_sound_index_has_no_damage()
    {
        Rebuild();
        var report = IndexCheck.Run(collection.Options, Cancel);
        Assert.True(report.IsSound);
        Assert.Equal(
            [("gen-000001", GenerationRole.Kept, 2), ("gen-000002", GenerationRole.Live, 2)],
            report.Generations.Select(found => (found.Name, found.Role, found.Records ?? -1))
        );
    }

    /// <summary>Files that opening does not read whole: only their checksums tell.</summary>
    [Theory]
    [InlineData("*.doc")]
    [InlineData("*.tim")]
    [InlineData("*.dvd")]
    [InlineData("*.nvd")]
    [InlineData("*.fnm")]
    [InlineData("*.si")]
    [InlineData("segments_*")]
    public void A_flipped_bit_is_named_with_its_file(string pattern)
    {
        var file = Directory.GetFiles(Path.Combine(Root, "gen-000001"), pattern)[0];
        Flip(file);
        var report = IndexCheck.Run(collection.Options, Cancel);
        Assert.False(report.IsSound);
        var damage = Assert.Single(report.Generations).Damage;
        Assert.Contains(
            damage,
            found =>
                found.StartsWith($"gen-000001/{Path.GetFileName(file)} ", StringComparison.Ordinal)
                || found.StartsWith("gen-000001: its commit cannot be read", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var file = Directory.GetFiles(Path.Combine(Root, "gen-000001"), "*.tim")[0];
        File.Delete(file);
        var damage = Assert.Single(IndexCheck.Run(collection.Options, Cancel).Generations).Damage;
        Assert.Contains($"gen-000001/{Path.GetFileName(file)} is missing.", damage);
    }

    [Fact]
    public void A_damaged_generation_offers_the_older_one_and_a_rollback_serves_it()
    {
        Rebuild();
        CutShort("gen-000002");
        using var engine = new SearchEngine(collection.Options);
        Assert.Equal((IndexAvailability.Damaged, "gen-000001"), (engine.State.Availability, engine.State.Fallback));
        Assert.EndsWith(
            "The generation gen-000001 can be served in its place: search-indexer rollback",
            engine.State.Message,
            StringComparison.Ordinal
        );

        var summary = IndexRollback.Run(collection.Options, "a test");

        Assert.Equal(new RollbackSummary("gen-000002", "gen-000001", 0, WritesAreLost: true), summary);
        Assert.True(engine.Refresh());
        Assert.Equal((IndexAvailability.Ready, 2), (engine.State.Availability, engine.Stats().Talks));
    }

    [Fact]
    public void A_damaged_CURRENT_offers_a_generation_and_a_rollback_serves_it()
    {
        File.WriteAllText(Path.Combine(Root, "CURRENT"), "nonsense");
        using var engine = new SearchEngine(collection.Options);
        Assert.Equal((IndexAvailability.Damaged, "gen-000001"), (engine.State.Availability, engine.State.Fallback));
        Assert.Contains(
            IndexCheck.Run(collection.Options, Cancel).Problems,
            problem => problem.Contains("CURRENT", StringComparison.Ordinal)
        );
        IndexRollback.Run(collection.Options, "a test");
        Assert.True(engine.Refresh());
        Assert.Equal(2, engine.Stats().Talks);
    }

    [Fact]
    public void A_damaged_older_generation_is_not_rolled_back_to()
    {
        Rebuild();
        CutShort("gen-000001");
        var refused = Assert.Throws<IndexUnavailableException>(() => IndexRollback.Run(collection.Options, "a test"));
        Assert.Contains("gen-000001", refused.Message, StringComparison.Ordinal);
        Assert.Equal("gen-000002", collection.Engine.Stats().Generation);
    }

    /// <summary>A program that was killed between its first commit and naming it.</summary>
    [Fact]
    public void A_committed_generation_without_CURRENT_is_served_and_written()
    {
        File.Delete(Path.Combine(Root, "CURRENT"));
        using var engine = new SearchEngine(collection.Options);
        Assert.Equal(2, engine.Stats().Talks);
        collection.Import(Talk("c", "Zab"));
        Assert.Equal(3, collection.Engine.Stats().Talks);
        Assert.Equal("gen-000001", File.ReadAllText(Path.Combine(Root, "CURRENT")).Trim());
    }

    /// <summary>A program that was killed in the middle of its first commit.</summary>
    [Fact]
    public void Half_a_first_commit_is_nothing_and_the_next_writer_begins_anew()
    {
        File.Delete(Path.Combine(Root, "CURRENT"));
        File.WriteAllBytes(Path.Combine(Root, "gen-000001", "segments_1"), []);
        using var engine = new SearchEngine(collection.Options);
        Assert.Equal(IndexAvailability.Missing, engine.State.Availability);
        collection.Import(Talk("c", "Zab"));
        Assert.True(engine.Refresh());
        Assert.Equal(1, engine.Stats().Talks);
    }

    [Fact]
    public void Later_commits_that_cannot_be_read_are_not_swept_away()
    {
        collection.Import(Talk("c", "Zab"));
        File.Delete(Path.Combine(Root, "CURRENT"));
        File.WriteAllBytes(Directory.GetFiles(Path.Combine(Root, "gen-000001"), "segments_*")[0], []);
        Assert.Throws<IndexUnavailableException>(() => new IndexSession(collection.Options));
        Assert.True(Directory.Exists(Path.Combine(Root, "gen-000001")));
    }

    [Fact]
    public void The_next_writer_sweeps_away_what_a_killed_one_left()
    {
        Rebuild();
        Directory.CreateDirectory(Path.Combine(Root, "gen-000007"));
        File.WriteAllText(Path.Combine(Root, "gen-000007", "_0.fdt"), "half");
        Directory.CreateDirectory(Path.Combine(Root, "half-gen-000008"));
        File.WriteAllText(Path.Combine(Root, "keys.json"), "{}");
        new IndexSession(collection.Options).Dispose();
        Assert.Equal(
            ["gen-000001", "gen-000002"],
            Directory.GetDirectories(Root).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        Assert.True(File.Exists(Path.Combine(Root, "keys.json")));
    }

    /// <summary>Each moment at which a swap can be cut off leaves a live generation and a kept one.</summary>
    [Theory]
    [InlineData("gen-000002", "gen-000002\ngen-000001\n", "gen-000002", "gen-000001")]
    [InlineData("gen-000003", "gen-000002\ngen-000001\n", "gen-000003", "gen-000002")]
    public void A_swap_that_is_cut_off_keeps_a_pair(string current, string previous, string live, string kept)
    {
        var folder = new IndexFolder(Root);
        foreach (var name in new[] { "gen-000002", "gen-000003" })
            Directory.CreateDirectory(Path.Combine(Root, name));
        File.WriteAllText(Path.Combine(Root, "CURRENT"), current + "\n");
        File.WriteAllText(Path.Combine(Root, "PREVIOUS"), previous);
        Assert.Equal((live, kept), (folder.Current(), folder.Previous(folder.Current())));
        folder.Sweep();
        Assert.Equal(
            new[] { live, kept }.Order(StringComparer.Ordinal),
            Directory.GetDirectories(Root).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
    }

    private void Rebuild()
    {
        using var session = new IndexSession(collection.Options);
        session.Rebuild(cancellationToken: Cancel);
    }

    private void CutShort(string generation)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Root, generation), "*.tim"))
            File.WriteAllBytes(file, File.ReadAllBytes(file)[..3]);
    }

    private static void Flip(string file)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 4;
        File.WriteAllBytes(file, bytes);
    }
}
