using BenchmarkDotNet.Attributes;
using Search.Engine.Documents;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Engine.Sources;
using Search.Engine.Suggesting;

namespace Search.Benchmarks;

/// <summary>
/// What one key costs in the search box, over 13,000 invented talks. The baseline is a word that is typed right; the other
/// keys are those that need the most work.
/// </summary>
[MemoryDiagnoser]
public class SuggestBenchmark : IDisposable
{
    private const int Talks = 13_000;

    private readonly string folder = Directory.CreateTempSubdirectory("suggest-").FullName;
    private SearchEngine engine = null!; // Set by Prepare, before anything is measured.

    /// <summary>Indexes the talks and makes the suggestions.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var options = new IndexOptions { Path = Path.Combine(folder, "index") };
        using (var session = new IndexSession(options))
            session.Import("invented", Enumerable.Range(1, Talks).Select(Invent), new ImportOptions());
        engine = new SearchEngine(options);
        engine.Suggest(new SuggestRequest());
    }

    /// <inheritdoc/>
    [GlobalCleanup]
    public void Dispose()
    {
        engine?.Dispose();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Some letters of a word.</summary>
    [Benchmark(Baseline = true)]
    public int Word() => Count("kuber");

    /// <summary>One letter, which a tenth of all titles has.</summary>
    [Benchmark]
    public int OneLetter() => Count("s");

    /// <summary>Three words, the last unfinished.</summary>
    [Benchmark]
    public int ThreeWords() => Count("storage replicated clu");

    /// <summary>A word with a letter missing.</summary>
    [Benchmark]
    public int Mistyped() => Count("kubernets");

    /// <summary>Words that nothing has, under any spelling.</summary>
    [Benchmark]
    public int Nothing() => Count("zymurgical quokkas");

    /// <summary>Before the first letter.</summary>
    [Benchmark]
    public int Empty() => Count("");

    /// <summary>Some letters under a filter that was used just before.</summary>
    [Benchmark]
    public int Filtered() => Count("kuber", new RecordFilter { Topics = ["kernel"] });

    private int Count(string typed, RecordFilter? filter = null)
    {
        var request = new SuggestRequest { Query = typed, Filter = filter ?? RecordFilter.None };
        return engine.Suggest(request).Groups.Sum(group => group.Items.Count);
    }

    private static ImportItem Invent(int number)
    {
        var words = InventedText.Abstract(number).Split(' ').Where(word => word.Length > 3).ToArray();
        var talk = new Talk
        {
            Id = $"t{number}",
            Title = $"{string.Join(' ', words[..6])} {number}",
            Speakers = [$"{words[6]} Speaker{number % 9_000}"],
            Topics = [words[7].Trim('.', ','), words[8].Trim('.', ',')],
        };
        return new ImportedRecord(new SourcePosition("invented", number), talk);
    }
}
