using Lucene.Net.Index;
using Lucene.Net.Search;
using Search.Engine.Indexing;

namespace Search.Engine.Searching;

/// <summary>
/// BM25 of plain words over the whole snapshot, word by word: for each document the sum of scores, and how much of the
/// query's meaning it has: the sum of idf of the words that occur (its mass).
/// </summary>
internal sealed class WordScorer(IndexSnapshot snapshot, RankingOptions ranking, float[] scores, float[] masses)
{
    private readonly FieldScorer everything = new(snapshot, IndexFields.All);
    private readonly FieldScorer title = new(snapshot, IndexFields.Title);

    /// <summary>Adds a word; gives its idf.</summary>
    public float Add(PlannedWord word, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (word.Forms is [{ Stem: { } stem, Weight: var weight }])
            return AddTerm(stem, weight);
        return AddBestOf(word);
    }

    private float AddTerm(string stem, float weight)
    {
        var idf = everything.Idf(stem);
        everything.Score(
            stem,
            idf * weight,
            (doc, score) =>
            {
                scores[doc] += score;
                masses[doc] += idf;
            }
        );
        title.Score(stem, title.Idf(stem) * weight * ranking.TitleWeight, (doc, score) => scores[doc] += score);
        return idf;
    }

    // Of several forms of one word the best counts, so that a text gains nothing by having them all. The idf is that of
    // the word itself, its first form, while that occurs: a rare alternative must not outweigh it.
    private float AddBestOf(PlannedWord word)
    {
        var best = new Dictionary<int, float>();
        foreach (var form in word.Forms)
        {
            if (form.Stem is { } stem)
            {
                var ofForm = new Dictionary<int, float>();
                everything.Score(stem, everything.Idf(stem) * form.Weight, (doc, score) => ofForm[doc] = score);
                var titleWeight = title.Idf(stem) * form.Weight * ranking.TitleWeight;
                title.Score(stem, titleWeight, (doc, score) => ofForm[doc] = ofForm.GetValueOrDefault(doc) + score);
                Merge(best, ofForm);
            }
            else if (form.Query is { } query)
            {
                Merge(best, QueryScores(query, form.Weight));
            }
        }
        var idf = everything.IdfOf(best.Count);
        foreach (var (doc, score) in best)
        {
            scores[doc] += score;
            masses[doc] += idf;
        }
        return idf;
    }

    private static void Merge(Dictionary<int, float> best, Dictionary<int, float> more)
    {
        foreach (var (doc, score) in more)
            best[doc] = Math.Max(best.GetValueOrDefault(doc), score);
    }

    private Dictionary<int, float> QueryScores(Query query, float factor)
    {
        var found = new Dictionary<int, float>();
        var weight = snapshot.CreateNormalizedWeight(query);
        foreach (var leaf in snapshot.Segments)
        {
            var scorer = weight.GetScorer(leaf, leaf.AtomicReader.LiveDocs);
            if (scorer is null)
                continue;
            for (var doc = scorer.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = scorer.NextDoc())
                found[leaf.DocBase + doc] = scorer.GetScore() * factor;
        }
        return found;
    }
}

/// <summary>BM25 of single terms of one field, as <see cref="FineNormSimilarity"/> writes its norms.</summary>
internal sealed class FieldScorer
{
    private readonly IndexSnapshot snapshot;
    private readonly string field;
    private readonly float[] saturation = new float[256];
    private readonly int documents;

    public FieldScorer(IndexSnapshot snapshot, string field)
    {
        this.snapshot = snapshot;
        this.field = field;
        documents = snapshot.IndexReader.MaxDoc;
        var words = Math.Max(snapshot.CollectionStatistics(field).SumTotalTermFreq, 1);
        var averageLength = (float)words / Math.Max(documents, 1);
        for (var code = 0; code < saturation.Length; code++)
        {
            var relativeLength = FineNormSimilarity.LengthOf(code) / averageLength;
            const float b = FineNormSimilarity.LengthWeight;
            saturation[code] = FineNormSimilarity.TermSaturation * (1 - b + (b * relativeLength));
        }
    }

    /// <summary>Lucene's idf of BM25, ln(1 + (N - df + 0.5) / (df + 0.5)).</summary>
    public float Idf(string stem) => IdfOf(snapshot.IndexReader.DocFreq(new Term(field, stem)));

    /// <summary>The same for a document frequency.</summary>
    public float IdfOf(int frequency) =>
        (float)Math.Log(1 + ((documents - Math.Min(frequency, documents) + 0.5) / (frequency + 0.5)));

    /// <summary>Gives each live document with the term its score, idf being part of <paramref name="weight"/>.</summary>
    public void Score(string stem, float weight, Action<int, float> take)
    {
        var term = new Term(field, stem);
        var full = weight * (FineNormSimilarity.TermSaturation + 1);
        foreach (var leaf in snapshot.Segments)
        {
            var segment = leaf.AtomicReader;
            var postings = segment.GetTermDocsEnum(term);
            if (postings is null)
                continue;
            var norms = segment.GetNormValues(field);
            var live = segment.LiveDocs;
            for (var doc = postings.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.NextDoc())
            {
                if (live is not null && !live.Get(doc))
                    continue;
                var frequency = (float)postings.Freq;
                take(leaf.DocBase + doc, full * frequency / (frequency + saturation[(byte)norms.Get(doc)]));
            }
        }
    }
}
