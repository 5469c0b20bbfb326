using System.Globalization;
using CsCheck;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Search.Engine.Snippets;

namespace Search.Tests.Snippets;

public sealed class FuzzyTermTests
{
    [Theory]
    [InlineData("paxos", "paxos", 1, true)]
    [InlineData("paxos", "paxso", 1, true)]
    [InlineData("paxos", "pxos", 1, true)]
    [InlineData("paxos", "paxoss", 1, true)]
    [InlineData("paxos", "raxos", 1, true)]
    [InlineData("paxos", "paxis", 1, true)]
    [InlineData("paxos", "apxso", 1, false)]
    [InlineData("paxos", "apxso", 2, true)]
    [InlineData("paxos", "pa", 2, false)]
    [InlineData("ca", "abc", 2, false)]
    [InlineData("a", "b", 1, false)]
    [InlineData("ab", "cd", 2, false)]
    [InlineData("a😀c", "ac", 1, true)]
    [InlineData("a😀c", "a😁c", 1, true)]
    public void Words_within_the_edits_match(string word, string other, int edits, bool matches) =>
        Assert.Equal(matches, new FuzzyTerm(word, edits).Matches(other));

    [Fact]
    public void The_fuzzy_query_of_lucene_finds_the_same_words()
    {
        // Few letters and short words, so that many pairs are near.
        var word = Gen.String[Gen.Char["abcd"], 1, 7];
        Gen.Select(word.List[1, 40], word, Gen.Int[1, 2])
            .Sample(
                (words, query, edits) => Assert.Equal(Found(words, query, edits), Marked(words, query, edits)),
                iter: 200
            );
    }

    [Fact]
    public void A_very_long_word_is_compared_like_any_other() =>
        Assert.True(new FuzzyTerm(new string('a', 1000), 2).Matches(new string('a', 998)));

    private static SortedSet<string> Marked(List<string> words, string query, int edits) =>
        new(words.Where(new FuzzyTerm(query, edits).Matches), StringComparer.Ordinal);

    private static SortedSet<string> Found(List<string> words, string query, int edits)
    {
        using var directory = new RAMDirectory();
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer());
        using (var writer = new IndexWriter(directory, config))
            words.ForEach(word => writer.AddDocument([new StringField("word", word, Field.Store.YES)]));
        using var reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader);
        var fuzzy = new FuzzyQuery(new Term("word", query), edits, 0, 1000, true);
        var hits = searcher.Search(fuzzy, words.Count).ScoreDocs;
        return new(
            hits.Select(hit => searcher.Doc(hit.Doc).GetField("word").GetStringValue(CultureInfo.InvariantCulture)),
            StringComparer.Ordinal
        );
    }
}
