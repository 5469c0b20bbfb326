using Lucene.Net.Index;
using Search.Engine.Indexing;
using Search.Engine.Scoring;
using Search.Engine.Searching;
using Search.Tests.Searching;

namespace Search.Tests.Scoring;

/// <summary>Random records in several segments, some of them deleted, open for scoring.</summary>
internal sealed class ScoredCollection : IDisposable
{
    private readonly Collection collection = new();
    private readonly Lucene.Net.Store.Directory directory;
    private readonly DirectoryReader reader;

    /// <param name="seed">Which records.</param>
    /// <param name="budget">Of the postings that are kept, in bytes.</param>
    public ScoredCollection(int seed, long budget)
    {
        var random = new RandomRecords(seed);
        var first = random.Works(0, 120);
        collection.Import(first);
        List<Record> second =
        [
            .. first.Where((_, index) => index % 5 != 0),
            .. random.Works(120, 60),
            Collection.Talk("loud", "Lease", string.Concat(Enumerable.Repeat("quorum lease ", 300))),
        ];
        collection.Import("test", new ImportOptions { Prune = true }, second);
        collection.Import("more", new ImportOptions(), random.Works(500, 40));
        var folder = new IndexFolder(collection.Options.Path);
        directory = folder.Open(folder.Current()!);
        reader = DirectoryReader.Open(directory);
        Snapshot = new IndexSnapshot(reader, new SegmentColumnCache(), new PostingsCache(budget));
    }

    public IndexSnapshot Snapshot { get; }

    public SearchEngine Engine => collection.Engine;

    public void Dispose()
    {
        reader.Dispose();
        directory.Dispose();
        collection.Dispose();
    }
}
