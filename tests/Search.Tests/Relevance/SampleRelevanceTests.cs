using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Engine.Sources;

namespace Search.Tests.Relevance;

/// <summary>Queries against the sample collection, which those who wrote it gave with the record that must be first.</summary>
public sealed class SampleRelevanceTests(SampleCollection sample) : IClassFixture<SampleCollection>
{
    public static TheoryData<string, string> Queries
    {
        get
        {
            var data = new TheoryData<string, string>();
            var lines = File.ReadLines(Path.Combine(SampleCollection.TestFolder, "Relevance", "sample-queries.tsv"));
            foreach (var columns in lines.Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')))
                data.Add(columns[0], columns[1]);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public void The_right_work_stands_first(string query, string works)
    {
        var first = sample.Search(query).Hits[0];
        var forms = first.Also.Select(form => form.Id).Prepend(first.Record.Id);
        Assert.Contains(works.Split(' '), work => forms.Contains(work));
    }

    [Fact]
    public void Every_title_finds_itself_first()
    {
        foreach (var title in sample.Records.Select(record => record.Title))
            Assert.Equal(title, sample.Search(title).Hits[0].Record.Title, ignoreCase: true);
    }

    [Fact]
    public void The_parts_of_an_explained_score_add_up_to_it()
    {
        var response = sample.Search("quorum reads consensus", request => request with { Explain = true });
        Assert.NotEmpty(response.Hits);
        foreach (var hit in response.Hits)
        {
            Assert.NotNull(hit.Explanation);
            Assert.Equal(hit.Score, hit.Explanation.Parts.Sum(part => part.Value), 0.01f);
            Assert.EndsWith(".", hit.Explanation.Sentence, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("kuberntes", "kubernetes")]
    [InlineData("replicaton", "replication")]
    public void A_misspelt_word_is_read_as_what_it_was_meant_to_be_and_the_answer_says_so(string typed, string meant)
    {
        var response = sample.Search(typed);
        Assert.Equal(new Correction(typed, meant), Assert.Single(response.Interpreted.Corrected));
        Assert.Equal(sample.Search(meant).TotalHits, response.TotalHits);
        Assert.Empty(sample.Search(typed, request => request with { CorrectSpelling = false }).Hits);
    }

    [Fact]
    public void A_correction_is_suggested_as_a_query_with_its_true_number_of_hits()
    {
        var response = sample.Search("\"exactly once\" kuberntes -docker");
        var suggestion = Assert.Single(response.Suggestions);
        Assert.Equal("\"exactly once\" kubernetes -docker", suggestion.Query);
        Assert.Equal(sample.Search(suggestion.Query).TotalHits, suggestion.TotalHits);
        Assert.Equal(["kubernetes"], response.Interpreted.Words);
    }

    [Fact]
    public void A_rare_word_is_searched_as_it_is_and_its_common_neighbour_only_offered()
    {
        using var collection = new Collection([
            Collection.Talk("rare", "Raff prizes"),
            .. Enumerable.Range(0, 20).Select(i => Collection.Talk($"t{i}", "Raft in practice")),
        ]);
        var response = collection.Search("raff");
        Assert.Equal("rare", Assert.Single(response.Hits).Record.Id);
        Assert.Empty(response.Interpreted.Corrected);
        Assert.Equal(new SuggestedQuery("raft", 20), Assert.Single(response.Suggestions));
    }

    [Fact]
    public void A_word_that_stands_somewhere_is_never_corrected() =>
        Assert.Empty(sample.Search("raft lease quorum").Interpreted.Corrected);

    [Theory]
    [InlineData("microservices", "micro services")]
    [InlineData("micro services", "microservices")]
    [InlineData("real-time", "realtime")]
    public void A_compound_is_found_however_it_is_written(string one, string other)
    {
        using var collection = new Collection(
            Collection.Talk("a", $"On {one} today"),
            Collection.Talk("b", "Nothing of the kind")
        );
        Assert.Equal(["a"], collection.Ids(other));
    }

    [Fact]
    public void A_title_that_begins_with_the_words_stands_above_one_that_has_them_further_on()
    {
        using var collection = new Collection(
            Collection.Talk("within", "How design patterns help people who write compilers"),
            Collection.Talk("first", "Design patterns that help people who write compilers")
        );
        Assert.Equal(["first", "within"], collection.Ids("design patterns"));
    }

    [Fact]
    public void Records_by_a_person_stand_above_those_that_mention_the_person()
    {
        using var collection = new Collection(
            Collection.Talk("mentions", "What a mentor taught us", "It was Ada Example who taught us."),
            Collection.Talk("by", "Quorums in practice", "All about voting.", ["Ada Example"])
        );
        Assert.Equal("by", collection.Ids("ada example", request => request with { WithRecency = false })[0]);
    }

    [Fact]
    public void New_records_stand_a_little_higher_unless_that_is_switched_off()
    {
        using var collection = new Collection(
            Collection.Talk("old", "Raft leases", "raft", date: "2010"),
            Collection.Talk("new", "Raft leases explained", "raft", date: "2024")
        );
        var recent = collection.Search("raft leases now").Hits.Single(hit => hit.Record.Id == "new").Score;
        var plain = collection.Search("raft leases now", request => request with { WithRecency = false });
        Assert.True(recent > plain.Hits.Single(hit => hit.Record.Id == "new").Score);
    }
}

/// <summary>The sample collection in an index of its own.</summary>
public sealed class SampleCollection : IDisposable
{
    private readonly Collection collection = new();

    public SampleCollection()
    {
        var corpus = Path.Combine(TestFolder, "..", "..", "index-data", "corpus");
        var items = Importers
            .Read(corpus, SourceFiles.Find(corpus), format: null, CancellationToken.None)
            .OfType<ImportedRecord>()
            .ToList();
        Records = [.. items.Select(item => item.Record)];
        collection.ImportItems(ImportOptions.SampleSource, new ImportOptions(), items);
    }

    /// <summary>The folder of the test project.</summary>
    public static string TestFolder { get; } = Path.GetDirectoryName(Path.GetDirectoryName(Here()))!;

    public IReadOnlyList<Record> Records { get; }

    public SearchResponse Search(string query, Func<SearchRequest, SearchRequest>? change = null) =>
        collection.Search(query, change);

    public void Dispose() => collection.Dispose();

    private static string Here([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
}
