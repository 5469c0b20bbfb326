using CsCheck;
using Search.Engine.Indexing;
using Search.Engine.Searching;

namespace Search.Tests.Searching;

/// <summary>
/// Where a filter leaves nothing of the closest matches, more distant ones are taken; facets must tell that beforehand.
/// </summary>
public sealed class WideningPropertyTests
{
    private const int SearchesPerCollection = 60;

    private static readonly Gen<string> Words = Gen.OneOf(RandomRecords.Words).Array[1, 5].Select(Typed);

    private static readonly Gen<SearchRequest> Searches = Gen.Select(
        Words,
        RandomSearches.All,
        (words, search) =>
            search.Request with
            {
                Query = words,
                Match = MatchMode.Auto,
                Filter = search.Request.Filter with { Expression = null },
            }
    );

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Totals_and_facets_are_those_of_a_scan_over_all_records(int seed)
    {
        var random = new RandomRecords(seed);
        List<Record> first = random.Works(0, 90);
        List<Record> second = random.Works(90, 60);
        using var collection = new Collection(first);
        collection.Import(second);
        using var scan = new NaiveScan([.. first, .. second]);
        var engine = collection.Engine;
        var widened = 0;
        Searches.Sample(
            request =>
            {
                var expected = new ExpectedWidening(scan, request);
                var response = engine.Search(request, TestContext.Current.CancellationToken);
                Assert.Equal(expected.Total, response.TotalHits);
                foreach (var facet in response.Facets)
                    Assert.Equal(expected.Facet(facet.Field), facet.Values);
                if (expected.IsWidened)
                    Interlocked.Increment(ref widened);
            },
            iter: SearchesPerCollection,
            print: request => $"{request}, {request.Filter}"
        );
        Assert.True(widened > 0, "No search was read more widely: the test says nothing.");
    }

    [Fact]
    public void A_value_leaves_what_its_facet_said_whatever_is_selected()
    {
        using var collection = new Collection();
        var random = new RandomRecords(seed: 3);
        var first = random.Works(0, 150);
        collection.Import(first);
        collection.Import("test", new ImportOptions { Prune = true }, [.. first.Skip(20), .. random.Works(150, 50)]);
        var engine = collection.Engine;
        Gen.Select(Searches, Gen.Enum<MatchMode>(), Gen.Int[0, 1_000])
            .Sample(
                (search, match, pick) =>
                {
                    var request = search with { Match = match };
                    foreach (var facet in engine.Search(request, TestContext.Current.CancellationToken).Facets)
                        Check(engine, request, facet, pick);
                },
                iter: 60
            );
    }

    // Selected values are all looked at, others by chance.
    private static void Check(SearchEngine engine, SearchRequest request, Facet facet, int pick)
    {
        var chosen = facet.Values.Where((value, place) => value.Selected || place == pick % facet.Values.Count);
        foreach (var value in chosen)
        {
            var alone = request with { Filter = ExpectedWidening.Only(request.Filter, facet.Field, value.Value) };
            Assert.Equal(value.Count, engine.Search(alone, TestContext.Current.CancellationToken).TotalHits);
        }
    }

    private static string Typed(string[] words) => string.Join(' ', words.Distinct());
}
