using System.Globalization;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Search.Engine.Analysis;

namespace Search.Tests.Analysis;

/// <summary>A small real index with the two fields that analysis is made for, and queries built as a search would.</summary>
public sealed class AnalyzedIndex : IDisposable
{
    private const string Stem = "stem";
    private const string Exact = "exact";

    private readonly RAMDirectory directory = new();
    private readonly DirectoryReader reader;
    private readonly IndexSearcher searcher;
    private readonly TextAnalysis analysis = new();
    private readonly CompoundVariants variants;

    public AnalyzedIndex(params IEnumerable<string> texts)
    {
        using var stem = new TextAnalyzer(TokenForm.Stem);
        using var exact = new TextAnalyzer(TokenForm.Exact);
        using var analyzer = new PerFieldAnalyzerWrapper(
            stem,
            new Dictionary<string, Lucene.Net.Analysis.Analyzer> { [Exact] = exact }
        );
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer)))
        {
            foreach (var text in texts)
                writer.AddDocument([
                    new TextField(Stem, text, Field.Store.YES),
                    new TextField(Exact, text, Field.Store.NO),
                ]);
            writer.Commit();
        }
        reader = DirectoryReader.Open(directory);
        searcher = new IndexSearcher(reader) { Similarity = new Lucene.Net.Search.Similarities.BM25Similarity() };
        variants = new CompoundVariants(analysis, stem => reader.DocFreq(new Term(Stem, stem)));
    }

    /// <summary>Texts that hold every word of the query or a variant of it, best first; exact forms rank higher.</summary>
    public List<string> Find(string query)
    {
        var tokens = analysis.Tokenize(query);
        var all = variants.Of(query, tokens);
        var words = new BooleanQuery();
        for (var i = 0; i < tokens.Count; i++)
            words.Add(WordQuery(tokens[i], all.Where(v => v.First <= i && i < v.First + v.Count)), Occur.MUST);
        return Run(words);
    }

    /// <summary>The same, by someone who analyses each typed word alone and knows no variants.</summary>
    public List<string> FindWordByWord(string query)
    {
        var words = new BooleanQuery();
        foreach (var token in query.Split(' ').SelectMany(analysis.Tokenize))
            words.Add(WordQuery(token, []), Occur.MUST);
        return Run(words);
    }

    /// <summary>Texts that hold the words of the query side by side, unstemmed and as they were written.</summary>
    public List<string> FindPhrase(string query) =>
        Run(Phrase(Exact, analysis.Tokenize(query).Select(token => (token.Exact, token.Position))));

    public void Dispose()
    {
        reader.Dispose();
        directory.Dispose();
        analysis.Dispose();
    }

    private static BooleanQuery WordQuery(Token token, IEnumerable<CompoundVariant> variants)
    {
        var any = new BooleanQuery(disableCoord: true)
        {
            { new TermQuery(new Term(Stem, token.Stem)), Occur.SHOULD },
            { new TermQuery(new Term(Exact, token.Exact)), Occur.SHOULD },
        };
        foreach (var variant in variants)
            any.Add(Phrase(Stem, variant.Words.Select((word, position) => (word.Stem, position))), Occur.SHOULD);
        return any;
    }

    private static PhraseQuery Phrase(string field, IEnumerable<(string Word, int Position)> words)
    {
        var phrase = new PhraseQuery();
        foreach (var (word, position) in words)
            phrase.Add(new Term(field, word), position);
        return phrase;
    }

    private List<string> Run(Query query) =>
        searcher
            .Search(query, reader.MaxDoc)
            .ScoreDocs.Select(hit => searcher.Doc(hit.Doc).GetField(Stem).GetStringValue(CultureInfo.InvariantCulture))
            .ToList();
}
