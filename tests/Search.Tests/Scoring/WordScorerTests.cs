using Lucene.Net.Index;
using Lucene.Net.Search;
using Search.Engine.Indexing;
using Search.Engine.Scoring;
using Search.Engine.Searching;

namespace Search.Tests.Scoring;

/// <summary>Scores against a scorer that reads the index as it is, document by document.</summary>
public sealed class WordScorerTests
{
    // Not all places of a word that stands in a document more than 64 times are kept: then a row may count a little less.
    private const int Many = TermPostings.MostPositions / 2;

    private static readonly string[] Stems = ["elect", "leader", "quorum", "leas", "gossip", "replica", "nowher"];

    /// <summary>A budget of a few bytes keeps nothing; one in between throws out all the time.</summary>
    [Theory]
    [InlineData(1, PostingsCache.DefaultBudget)]
    [InlineData(2, 16)]
    [InlineData(3, 6_000)]
    public void Words_score_as_the_index_says(int seed, long budget)
    {
        using var collection = new ScoredCollection(seed, budget);
        var snapshot = collection.Snapshot;
        Assert.True(snapshot.Segments.Count > 1 && snapshot.IndexReader.HasDeletions);
        foreach (var query in Stems.SelectMany(first => Stems.Select(second => new[] { first, second })))
        {
            var (scores, masses) = Score(snapshot, query);
            var (expectedScores, expectedMasses) = ScoreSlowly(snapshot, query);
            Assert.Equal(expectedScores, scores);
            Assert.Equal(expectedMasses, masses);
            Assert.True(snapshot.Postings.Bytes <= budget);
        }
    }

    [Fact]
    public void Words_in_a_row_are_found_as_a_phrase_query_finds_them()
    {
        using var collection = new ScoredCollection(4, PostingsCache.DefaultBudget);
        var snapshot = collection.Snapshot;
        foreach (var row in Stems.SelectMany(first => Stems.Select(second => new[] { first, second })))
        {
            var expected = Phrases(snapshot, row).ToList();
            var found = new List<(int Doc, int Frequency)>();
            foreach (var leaf in snapshot.Segments)
            {
                var live = leaf.AtomicReader.LiveDocs;
                var words = row.Select(stem =>
                        snapshot.Postings.GetWithPositions(leaf.AtomicReader, IndexFields.All, stem)
                    )
                    .ToList();
                RowPostings.Visit(
                    words,
                    (doc, count, _) =>
                    {
                        if (live is null || live.Get(doc))
                            found.Add((leaf.DocBase + doc, count));
                    }
                );
            }
            Assert.Equal(expected, found.Where(pair => pair.Frequency < Many));
        }
    }

    [Theory]
    [InlineData(HitGroup.Work)]
    [InlineData(HitGroup.Record)]
    [InlineData(HitGroup.Passage)]
    [InlineData(HitGroup.Answer)]
    public void A_short_page_begins_as_a_long_one_does(HitGroup group)
    {
        using var collection = new ScoredCollection(5, PostingsCache.DefaultBudget);
        foreach (
            var query in new[] { "leader election", "quorum lease gossip", "replica", "\"leader election\" shard" }
        )
        {
            var all = Ids(collection.Engine, query, group, 100);
            foreach (var count in new[] { 1, 3, 10 })
                Assert.Equal(all.Take(count), Ids(collection.Engine, query, group, count));
        }
    }

    private static List<(string, float)> Ids(SearchEngine engine, string query, HitGroup group, int count)
    {
        var request = new SearchRequest
        {
            Query = query,
            Group = group,
            HitsPerPage = count,
        };
        var hits = engine.Search(request, TestContext.Current.CancellationToken).Hits;
        return [.. hits.Select(hit => (Collection.HitId(hit), hit.Score))];
    }

    private static (float[] Scores, float[] Masses) Score(IndexSnapshot snapshot, string[] query)
    {
        var size = snapshot.IndexReader.MaxDoc;
        var (scores, masses) = (new float[size], new float[size]);
        var scorer = new WordScorer(snapshot, new RankingOptions(), scores, masses);
        foreach (var stem in query)
            scorer.Add(new PlannedWord(stem, stem, 0, [WordForm.OfStem(stem)]), TestContext.Current.CancellationToken);
        return (scores, masses);
    }

    private static (float[] Scores, float[] Masses) ScoreSlowly(IndexSnapshot snapshot, string[] query)
    {
        var size = snapshot.IndexReader.MaxDoc;
        var (scores, masses) = (new float[size], new float[size]);
        foreach (var stem in query)
        {
            var idf = Idf(snapshot, IndexFields.All, stem);
            foreach (var (doc, frequency, length) in Read(snapshot, IndexFields.All, stem))
            {
                scores[doc] += Bm25(snapshot, IndexFields.All, idf * 2.2f, frequency, length);
                masses[doc] += idf;
            }
            var weight = Idf(snapshot, IndexFields.Title, stem) * new RankingOptions().TitleWeight * 2.2f;
            foreach (var (doc, frequency, length) in Read(snapshot, IndexFields.Title, stem))
                scores[doc] += Bm25(snapshot, IndexFields.Title, weight, frequency, length);
        }
        return (scores, masses);
    }

    private static float Bm25(IndexSnapshot snapshot, string field, float full, int frequency, float length)
    {
        var words = snapshot.CollectionStatistics(field).SumTotalTermFreq;
        var average = (float)words / snapshot.IndexReader.MaxDoc;
        return full * frequency / (frequency + (1.2f * (1 - 0.75f + (0.75f * (length / average)))));
    }

    private static float Idf(IndexSnapshot snapshot, string field, string stem)
    {
        var frequency = snapshot.IndexReader.DocFreq(new Term(field, stem));
        return (float)Math.Log(1 + ((snapshot.IndexReader.MaxDoc - frequency + 0.5) / (frequency + 0.5)));
    }

    private static IEnumerable<(int Doc, int Frequency, float Length)> Read(
        IndexSnapshot snapshot,
        string field,
        string stem
    )
    {
        foreach (var leaf in snapshot.Segments)
        {
            var terms = leaf.AtomicReader.GetTerms(field)?.GetEnumerator();
            if (terms is null || !terms.SeekExact(new Lucene.Net.Util.BytesRef(stem)))
                continue;
            var norms = leaf.AtomicReader.GetNormValues(field);
            var postings = terms.Docs(null, null, DocsFlags.FREQS);
            while (postings.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
            {
                var length = FineNormSimilarity.LengthOf((byte)norms.Get(postings.DocID));
                yield return (leaf.DocBase + postings.DocID, postings.Freq, length);
            }
        }
    }

    private static IEnumerable<(int Doc, int Frequency)> Phrases(IndexSnapshot snapshot, string[] row)
    {
        var phrase = new PhraseQuery { new Term(IndexFields.All, row[0]), new Term(IndexFields.All, row[1]) };
        var weight = snapshot.CreateNormalizedWeight(phrase);
        foreach (var leaf in snapshot.Segments)
        {
            var scorer = weight.GetScorer(leaf, leaf.AtomicReader.LiveDocs);
            while (scorer is not null && scorer.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
            {
                if (scorer.Freq < Many)
                    yield return (leaf.DocBase + scorer.DocID, scorer.Freq);
            }
        }
    }
}
