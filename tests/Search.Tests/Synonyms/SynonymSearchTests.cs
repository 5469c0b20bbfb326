using Search.Engine.Searching;
using Search.Engine.Synonyms;
using static Search.Tests.Collection;

namespace Search.Tests.Synonyms;

/// <summary>What is found by the built-in synonyms.</summary>
public sealed class SynonymSearchTests
{
    [Fact]
    public void What_stands_for_a_word_is_found_below_the_word_itself_and_marked()
    {
        using var collection = new Collection(
            Talk("other", "Running kubernetes"),
            Talk("typed", "Running k8s"),
            Talk("neither", "Running on foot")
        );
        var response = collection.Search("k8s");
        Assert.Equal(["typed", "other"], response.Hits.Select(HitId));
        Assert.Equal((8, 18), (response.Hits[1].Title.Ranges[0].Start, response.Hits[1].Title.Ranges[0].End));
        Assert.Equal([new SynonymUse("k8s", "kubernetes")], response.Interpreted.Synonyms);
    }

    [Theory]
    [InlineData("ml", "machine learning")]
    [InlineData("machine learning", "ml")]
    [InlineData("infrastructure as code", "iac")]
    [InlineData("iac", "infrastructure as code")]
    public void Several_words_stand_for_one_and_one_for_several(string query, string text)
    {
        using var collection = new Collection(
            Talk("a", $"On {text} today"),
            Talk("b", "A machine that runs code"),
            Talk("c", "Nothing of the kind")
        );
        Assert.Equal("a", collection.Ids(query, request => request with { Match = MatchMode.All })[0]);
    }

    [Fact]
    public void Words_apart_are_not_what_stands_for_one_word()
    {
        using var collection = new Collection(Talk("a", "Learning how a machine works"));
        Assert.Empty(collection.Ids("ml"));
    }

    [Theory]
    [InlineData("\"k8s\"")]
    [InlineData("+k8s")]
    [InlineData("title:k8s")]
    public void What_is_quoted_required_or_of_a_field_means_itself(string query)
    {
        using var collection = new Collection(Talk("typed", "Running k8s"), Talk("other", "Running kubernetes"));
        var response = collection.Search(query);
        Assert.Equal(["typed"], response.Hits.Select(HitId));
        Assert.Empty(response.Interpreted.Synonyms);
    }

    [Fact]
    public void Words_with_something_quoted_between_them_are_not_in_a_row()
    {
        using var collection = new Collection(Talk("a", "Learning how a machine works, with ml and x y"));
        Assert.Empty(collection.Search("machine \"x y\" learning").Interpreted.Synonyms);
        Assert.Single(collection.Search("\"x y\" machine learning").Interpreted.Synonyms);
    }

    [Fact]
    public void A_one_way_synonym_does_not_go_back()
    {
        using var collection = new Collection(Talk("short", "About GKE"), Talk("long", "Google Kubernetes Engine"));
        Assert.Equal(["long", "short"], collection.Ids("gke").Order(StringComparer.Ordinal));
        Assert.DoesNotContain("short", collection.Ids("google kubernetes engine"));
    }

    [Fact]
    public void A_mistyped_word_is_read_first_and_then_stood_for()
    {
        using var collection = new Collection(
            Talk("typed", "Running kubernetes"),
            Talk("other", "Running k8s"),
            Talk("neither", "Running on foot")
        );
        var response = collection.Search("kuberntes");
        Assert.Equal(["typed", "other"], response.Hits.Select(HitId));
        Assert.Equal([new Correction("kuberntes", "kubernetes")], response.Interpreted.Corrected);
    }

    [Fact]
    public void A_changed_file_is_in_force_after_the_next_look()
    {
        using var collection = new Collection(Talk("a", "Gossip protocols"), Talk("b", "Rumours in networks"));
        Assert.Equal(["a"], collection.Ids("gossip"));
        var version = collection.Engine.Version();
        File.WriteAllText(Path.Combine(collection.Options.Path, "synonyms.txt"), "gossip, rumours\n");
        Assert.Equal(["a", "b"], collection.Ids("gossip"));
        Assert.NotEqual(version, collection.Engine.Version());
    }
}
