using CsCheck;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Service.Pages.Results;

namespace Search.Tests.Searching;

/// <summary>Totals, pages and facets against a scan over all records, for every kind of hit.</summary>
public sealed class FacetPropertyTests
{
    private const int SearchesPerCollection = 250;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Totals_pages_and_facets_are_those_of_a_scan_over_all_records(int seed)
    {
        using var collection = new Collection();
        using var scan = new NaiveScan(Fill(collection, seed));
        var engine = collection.Engine;
        RandomSearches.All.Sample(
            search => Check(engine, scan, search),
            iter: SearchesPerCollection,
            print: search => $"{search.Request}, {search.Request.Filter}, {search.Request.Filter.Expression}"
        );
    }

    [Fact]
    public void Choosing_a_value_leaves_what_its_facet_said()
    {
        using var collection = new Collection();
        Fill(collection, seed: 3);
        var engine = collection.Engine;
        Gen.Select(RandomSearches.All, Gen.Enum<MatchMode>(), Gen.Int[0, 1_000])
            .Sample((search, match, pick) => Narrow(engine, search.Request with { Match = match }, pick), iter: 150);
    }

    // Each facet is chosen from once, a value at a time.
    private static void Narrow(SearchEngine engine, SearchRequest search, int pick)
    {
        var request = search with { Filter = RecordFilter.None, FacetLimit = 100 };
        foreach (var field in search.Facets)
        {
            var facets = engine.Search(request, TestContext.Current.CancellationToken).Facets;
            var values = facets.Single(facet => facet.Field == field).Values;
            if (values.Count == 0)
                return;
            var chosen = values[pick % values.Count];
            request = request with { Filter = FacetSelections.Toggle(request.Filter, field, chosen) };
            Assert.Equal(chosen.Count, engine.Search(request, TestContext.Current.CancellationToken).TotalHits);
        }
    }

    // Several imports make several segments; changed and vanished records leave deleted documents in them.
    private static List<Record> Fill(Collection collection, int seed)
    {
        var random = new RandomRecords(seed);
        var first = random.Works(0, 150);
        collection.Import(first);
        List<Record> second = [.. first.Where((_, index) => index % 5 != 0), .. random.Works(150, 150)];
        second = [.. second.Select((record, index) => index % 7 == 0 ? random.Changed(record) : record)];
        collection.Import("test", new ImportOptions { Prune = true }, second);
        return second;
    }

    private static void Check(SearchEngine engine, NaiveScan scan, RandomSearch search)
    {
        var request = search.Request;
        var expected = new ExpectedAnswer(scan, search);
        var response = engine.Search(request, TestContext.Current.CancellationToken);
        Assert.Equal(expected.Hits.Count, response.TotalHits);
        Assert.Equal(request.Facets, response.Facets.Select(facet => facet.Field));
        foreach (var facet in response.Facets)
            Assert.Equal(expected.Facet(facet.Field), facet.Values);
        Assert.Equal(expected.Hits.Order(StringComparer.Ordinal), AllPages(engine, scan, request, response.TotalHits));
    }

    private static IEnumerable<string> AllPages(SearchEngine engine, NaiveScan scan, SearchRequest request, int total)
    {
        var pages = (total + request.HitsPerPage - 1) / request.HitsPerPage;
        return Enumerable
            .Range(1, pages + 1)
            .Select(page => request with { Page = page, Facets = [] })
            .SelectMany(page => engine.Search(page, TestContext.Current.CancellationToken).Hits)
            .Select(hit => scan.NameOf(request.Group, Collection.HitId(hit)))
            .Order(StringComparer.Ordinal);
    }
}
