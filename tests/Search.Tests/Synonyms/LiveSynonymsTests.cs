using Search.Engine.Analysis;
using Search.Engine.Searching;
using Search.Engine.Synonyms;
using static Search.Tests.Collection;

namespace Search.Tests.Synonyms;

public sealed class LiveSynonymsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly TextAnalysis analysis = new();

    [Fact]
    public void A_changed_file_is_in_force_after_the_next_look()
    {
        Write("a1, b1");
        var live = Open();
        var before = live.Current;
        Assert.False(live.Refresh());
        Write("a1, b1, c1");
        Assert.True(live.Refresh());
        Assert.Equal(2, live.Current.Expand(["a1"]).Count);
        Assert.Single(before.Expand(["a1"]));
        Assert.NotEqual(before.Hash, live.Current.Hash);
    }

    [Fact]
    public void A_change_of_the_same_length_is_seen()
    {
        Write("a1, b1");
        var live = Open();
        Write("a1, c1", DateTime.UtcNow.AddSeconds(2));
        Assert.True(live.Refresh());
        Assert.Equal("c1", live.Current.Expand(["a1"])[0].Words[0].Exact);
    }

    [Fact]
    public void What_was_in_force_goes_on_when_the_file_cannot_be_read()
    {
        Write("a1, b1");
        var live = Open();
        File.Delete(Path);
        Assert.False(live.Refresh());
        Assert.Contains("there is no such file", live.Trouble, StringComparison.Ordinal);
        Assert.Single(live.Current.Expand(["a1"]));
        Write("a1, c1");
        Assert.True(live.Refresh());
        Assert.Null(live.Trouble);
    }

    [Fact]
    public void A_file_that_is_missing_from_the_start_is_told_and_means_no_synonyms()
    {
        var live = Open();
        Assert.Equal(0, live.Current.Count);
        Assert.Contains(Path, live.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_far_too_large_is_told()
    {
        Write(new string('#', 5_000_000));
        Assert.Contains("5000000 bytes", Open().Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_beside_the_index_replaces_the_built_in_one_as_long_as_it_is_there()
    {
        var live = new LiveSynonyms(new SynonymOptions(), folder.Path, analysis);
        Assert.NotEmpty(live.Current.Expand(["k8s"]));
        Write("a1, b1");
        Assert.True(live.Refresh());
        Assert.Empty(live.Current.Expand(["k8s"]));
        Assert.NotEmpty(live.Current.Expand(["a1"]));
        File.Delete(Path);
        Assert.True(live.Refresh());
        Assert.NotEmpty(live.Current.Expand(["k8s"]));
        Assert.Null(live.Trouble);
    }

    [Fact]
    public void The_version_of_an_engine_changes_with_its_synonyms_and_only_then()
    {
        using var collection = new Collection(Talk("a", "Kubernetes"));
        Write("a1, b1");
        using var engine = new SearchEngine(collection.Options, synonyms: new SynonymOptions { Path = Path });
        var before = engine.Version();
        Write("# a comment\na1, b1");
        Assert.True(engine.Refresh());
        Assert.Equal(before, engine.Version());
        Write("a1, b1, c1\nbad line");
        Assert.True(engine.Refresh());
        Assert.NotEqual(before, engine.Version());
        Assert.Equal(engine.Version(), engine.Stats().Version);
        Assert.Equal(2, Assert.Single(engine.Synonyms.Faults).Line);
        Assert.False(engine.Refresh());
    }

    private string Path => folder["synonyms.txt"];

    private LiveSynonyms Open() => new(new SynonymOptions { Path = Path }, folder.Path, analysis);

    private void Write(string text, DateTime? written = null)
    {
        File.WriteAllText(Path, text);
        if (written is { } time)
            File.SetLastWriteTimeUtc(Path, time);
    }

    public void Dispose()
    {
        analysis.Dispose();
        folder.Dispose();
    }
}
