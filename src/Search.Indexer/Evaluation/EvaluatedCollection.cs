using Search.Engine.Indexing;
using Search.Engine.Searching;

namespace Search.Indexer.Evaluation;

/// <summary>What is asked: the live index, or one made of judged documents that goes when this is disposed.</summary>
internal sealed class EvaluatedCollection : IDisposable
{
    private readonly SearchEngine engine;
    private readonly string? temporaryFolder;

    private EvaluatedCollection(SearchEngine engine, string? temporaryFolder)
    {
        this.engine = engine;
        this.temporaryFolder = temporaryFolder;
    }

    /// <summary>Builds an index of <paramref name="documentsPath"/>, or takes <paramref name="index"/> when it is null.</summary>
    public static EvaluatedCollection Open(
        string? documentsPath,
        IndexOptions index,
        Func<IndexOptions, SearchEngine> open,
        CancellationToken cancellationToken
    )
    {
        if (documentsPath is null)
            return new EvaluatedCollection(open(index), null);
        var folder = Directory.CreateTempSubdirectory("search-evaluate-").FullName;
        try
        {
            var options = new IndexOptions { Path = folder };
            using (var session = new IndexSession(options, "search-indexer"))
            {
                var items = Judgements.ReadDocuments(documentsPath);
                session.Import("evaluate", items, new ImportOptions(), cancellationToken: cancellationToken);
            }
            return new EvaluatedCollection(open(options), folder);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <summary>Asks one query and measures the ranking: talks and passages, each for itself, dates aside.</summary>
    public Measures Measure(JudgedQuery query, MatchMode match, CancellationToken cancellationToken)
    {
        var request = new SearchRequest
        {
            Query = query.Text,
            Match = match,
            Group = HitGroup.Passage,
            WithRecency = false,
        };
        return Measures.Of(engine.Rank(request, Measures.Depth, cancellationToken), query.Grades);
    }

    public void Dispose()
    {
        engine.Dispose();
        if (temporaryFolder is not null)
            Directory.Delete(temporaryFolder, recursive: true);
    }
}
