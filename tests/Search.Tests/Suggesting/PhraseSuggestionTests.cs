using Search.Engine.Suggesting;
using static Search.Tests.Collection;

namespace Search.Tests.Suggesting;

public sealed class PhraseSuggestionTests
{
    [Fact]
    public void Phrases_that_works_share_complete_what_was_typed_those_of_the_most_works_first()
    {
        using var collection = Titles(
            "Kubernetes Operators in Practice",
            "Writing Kubernetes Operators",
            "Kubernetes at Home",
            "Kubeflow Once"
        );
        Assert.Equal(["kubernetes", "kubernetes operators"], collection.Suggest(SuggestionKind.Query, "kube"));
    }

    [Fact]
    public void What_was_typed_already_is_not_suggested()
    {
        using var collection = Titles("Kubernetes Operators in Practice", "Writing Kubernetes Operators");
        Assert.Equal(["kubernetes operators"], collection.Suggest(SuggestionKind.Query, "Kubernetes"));
        Assert.Empty(collection.Suggest(SuggestionKind.Query, "kubernetes operators"));
    }

    [Fact]
    public void A_phrase_begins_as_was_typed_and_does_not_just_hold_it()
    {
        using var collection = Titles("Distributed Log Storage", "A Distributed Log");
        Assert.Equal(["log"], collection.Suggest(SuggestionKind.Query, "lo"));
        Assert.Equal(["distributed log"], collection.Suggest(SuggestionKind.Query, "distributed l"));
    }

    [Fact]
    public void A_talk_and_the_interview_about_it_do_not_make_a_phrase()
    {
        using var collection = new Collection(
            Talk("a", "Heartbeats Considered"),
            Interview("b", "Interview: Heartbeats Considered", [("Why?", "So.")])
        );
        Assert.Empty(collection.Suggest(SuggestionKind.Query, "heart"));
    }

    [Theory]
    [InlineData("the")]
    [InlineData("20")]
    [InlineData("go")]
    [InlineData("state of")]
    public void Phrases_that_say_nothing_are_not_suggested(string typed)
    {
        using var collection = Titles("The State of: 2020, Go", "Again the State of: 2020, Go");
        Assert.Empty(collection.Suggest(SuggestionKind.Query, typed));
    }

    [Fact]
    public void Stop_words_may_stand_inside_a_phrase()
    {
        using var collection = Titles("Single Point of Failure", "No Single Point of Failure");
        Assert.Contains("point of failure", collection.Suggest(SuggestionKind.Query, "poi"));
    }

    [Fact]
    public void Punctuation_parts_phrases()
    {
        using var collection = Titles("Raft: Logs, Leaders", "More Raft: Logs, Leaders");
        Assert.Equal(["raft"], collection.Suggest(SuggestionKind.Query, "raf"));
        Assert.Equal(["logs"], collection.Suggest(SuggestionKind.Query, "log"));
    }

    [Theory]
    [InlineData("node", "node.js")]
    [InlineData("c#", "c# generators")]
    [InlineData("at", "at-least-once")]
    [InlineData("ci", "ci/cd")]
    [InlineData(".net", ".net core")]
    [InlineData("mül", "müller")]
    public void Words_that_a_sign_joins_are_not_parted(string typed, string expected)
    {
        const string title = "Node.js, C# Generators, At-Least-Once, CI/CD, .NET Core, Müller";
        using var collection = Titles(title, $"{title} again");
        Assert.Equal([expected], collection.Suggest(SuggestionKind.Query, typed));
    }

    [Fact]
    public void Topics_are_phrases_whole()
    {
        using var collection = new Collection(
            Talk("a", "One", topics: ["event sourcing"]),
            Talk("b", "Two", topics: ["Event Sourcing"])
        );
        Assert.Equal(["event sourcing"], collection.Suggest(SuggestionKind.Query, "ev"));
        Assert.Empty(collection.Suggest(SuggestionKind.Query, "sour"));
    }

    [Fact]
    public void What_would_mean_something_to_the_query_language_is_not_suggested()
    {
        using var collection = Titles("Title:search Not Found", "About title:search not found", "-minus *stars*");
        foreach (var phrase in collection.Suggest(SuggestionKind.Query, "ti"))
            Assert.NotEmpty(collection.Ids(phrase));
        Assert.Empty(collection.Suggest(SuggestionKind.Query, "title"));
    }

    [Fact]
    public void Where_nothing_has_all_words_the_last_one_is_completed()
    {
        using var collection = Titles("Kubernetes Operators", "Kubernetes Operators again", "Deploying Rarely");
        Assert.Equal(
            ["How do I deploy kubernetes", "How do I deploy kubernetes operators"],
            collection.Suggest(SuggestionKind.Query, "How do I deploy ku").Order(StringComparer.Ordinal)
        );
        Assert.Empty(collection.Suggest(SuggestionKind.Query, "How do I deploy k"));
        Assert.Empty(collection.Suggest(SuggestionKind.Query, "How do I deploy kubernetes "));
        Assert.Empty(collection.Suggest(SuggestionKind.Query, "-deploy \"how ku"));
    }

    private static Collection Titles(params string[] titles) =>
        new(titles.Select((title, number) => Talk($"t{number}", title)));
}
