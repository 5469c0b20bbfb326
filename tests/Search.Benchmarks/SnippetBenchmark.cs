using BenchmarkDotNet.Attributes;
using Search.Engine.Analysis;
using Search.Engine.Querying;
using Search.Engine.Snippets;

namespace Search.Benchmarks;

/// <summary>
/// What one page of ten hits costs for its snippets, on invented abstracts of about 125 words (800 characters). The baseline
/// is the reading of the same texts by the analysis alone, which no snippet code can beat.
/// </summary>
[MemoryDiagnoser]
public class SnippetBenchmark : IDisposable
{
    private const int HitsPerPage = 10;
    private const int SnippetWords = 30;

    private readonly TextAnalysis analysis = new();
    private string[] abstracts = [];
    private HighlightTerms words = null!; // Set by Prepare, before anything is measured.
    private HighlightTerms everyKind = null!; // As above.

    /// <summary>Writes the abstracts and reads the queries.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        abstracts = [.. Enumerable.Range(0, HitsPerPage).Select(InventedText.Abstract)];
        words = Terms(new WordNode("replicated"), new WordNode("log"), new WordNode("latency"));
        everyKind = Terms(
            new WordNode("replicated"),
            new PhraseNode("the log"),
            new PrefixNode("lat"),
            new FuzzyNode("consesus", 2)
        );
    }

    /// <inheritdoc/>
    [GlobalCleanup]
    public void Dispose()
    {
        analysis.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The texts into tokens.</summary>
    [Benchmark(Baseline = true)]
    public int Analysis() => abstracts.Sum(text => analysis.Tokenize(text).Count);

    /// <summary>Ten snippets for three words.</summary>
    [Benchmark]
    public int Snippets() => Make(words).Sum(snippet => snippet.Ranges.Count);

    /// <summary>Ten snippets for a word, a phrase, a prefix and a fuzzy word.</summary>
    [Benchmark]
    public int SnippetsForEveryKindOfNode() => Make(everyKind).Sum(snippet => snippet.Ranges.Count);

    /// <summary>Ten snippets for three words, as HTML.</summary>
    [Benchmark]
    public int SnippetsAsHtml() => Make(words).Sum(snippet => SnippetHtml.Of(snippet).Length);

    /// <summary>The ranges of ten whole abstracts, three words.</summary>
    [Benchmark]
    public int Highlights() => abstracts.Sum(text => Highlighter.Ranges(text, words, QueryField.All).Count);

    private IEnumerable<Snippet> Make(HighlightTerms terms) =>
        abstracts.Select(text => SnippetMaker.Make("abstract", text, terms, SnippetWords));

    private HighlightTerms Terms(params QueryNode[] nodes) =>
        HighlightTerms.Of(
            new ParsedQuery("", [.. nodes.Select(node => new QueryClause(node, false))], [], [], []),
            analysis
        );
}
