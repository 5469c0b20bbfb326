using Search.Indexer;
using static Search.Tests.Collection;

namespace Search.Tests.CommandLine;

/// <summary><c>search --filter --facets</c></summary>
public sealed class SearchFilterTests
{
    [Fact]
    public void A_filter_narrows_what_is_found_and_facets_are_counted()
    {
        using var collection = Records();
        var (code, output, _) = Run(collection, "--filter", "year >= 2020", "--facets", "topic,year");
        Assert.Equal(ExitCode.Success, code);
        Assert.StartsWith("2 hits\n", output, StringComparison.Ordinal);
        Assert.EndsWith(
            "\n\ntopic\n       2  Raft\n       1  Swim\n\nyear\n       1  2020\n       1  2021\n",
            output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Facets_are_part_of_the_json()
    {
        using var collection = Records();
        var (_, output, _) = Run(collection, "--facets", "kind", "--json");
        Assert.Contains("\"value\": \"talk\"", output, StringComparison.Ordinal);
        Assert.Contains("\"count\": 3", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--filter", "kind = x", "--filter, character 8: \"x\" is no kind; a kind is talk or interview.")]
    [InlineData(
        "--facets",
        "topic,size",
        "--facets: there is no facet size; there are kind, topic, speaker, event, language, year."
    )]
    public void A_mistake_is_a_usage_error(string option, string value, string message)
    {
        using var collection = Records();
        var (code, output, error) = Run(collection, option, value);
        Assert.Equal((ExitCode.Usage, "", message + "\n"), (code, output, error));
    }

    private static Collection Records() =>
        new(
            Talk("a", "Leases", topics: ["Raft"], date: "2019"),
            Talk("b", "Leases again", topics: ["Raft"], date: "2020"),
            Talk("c", "More leases", topics: ["Raft", "Swim"], date: "2021")
        );

    private static (int Code, string Output, string Error) Run(Collection collection, params string[] options)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        string[] arguments = ["search", "lease", "--index", collection.Options.Path, .. options];
        var code = SearchIndexer.Run(arguments, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
