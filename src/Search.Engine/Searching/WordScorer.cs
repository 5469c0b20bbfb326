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

    // Of several forms of one word the best counts, so that a text gains nothing by having them all; and all count as much
    // as the commonest of them: a rare way to write a common word tells no more than the common one.
    private float AddBestOf(PlannedWord word)
    {
        var best = new Dictionary<int, float>();
        var stems = word.Forms.Where(form => form.Stem is not null).ToList();
        var common = stems.Count == 0 ? 0 : stems.Max(form => everything.Frequency(form.Stem ?? ""));
        var commonInTitle = stems.Count == 0 ? 0 : stems.Max(form => title.Frequency(form.Stem ?? ""));
        foreach (var form in word.Forms)
        {
            var ofForm = form.Stem is { } stem
                ? TermScores(stem, everything.IdfOf(common) * form.Weight, title.IdfOf(commonInTitle) * form.Weight)
                : QueryScores(form, stems.Count == 0 ? null : everything.IdfOf(common));
            foreach (var (doc, score) in ofForm)
                best[doc] = Math.Max(best.GetValueOrDefault(doc), score);
        }
        var idf = everything.IdfOf(best.Count);
        foreach (var (doc, score) in best)
        {
            scores[doc] += score;
            masses[doc] += idf;
        }
        return idf;
    }

    private Dictionary<int, float> TermScores(string stem, float weight, float titleWeight)
    {
        var found = new Dictionary<int, float>();
        everything.Score(stem, weight, (doc, score) => found[doc] = score);
        title.Score(
            stem,
            titleWeight * ranking.TitleWeight,
            (doc, score) => found[doc] = found.GetValueOrDefault(doc) + score
        );
        return found;
    }

    // A row of words that stands for one word is scored as that word would be; a prefix or a misspelt word as Lucene does.
    private Dictionary<int, float> QueryScores(WordForm form, float? idf)
    {
        var found = new Dictionary<int, float>();
        var weight = snapshot.CreateNormalizedWeight(form.ToQuery(IndexFields.All));
        foreach (var leaf in snapshot.Segments)
        {
            var scorer = weight.GetScorer(leaf, leaf.AtomicReader.LiveDocs);
            if (scorer is null)
                continue;
            var saturate = idf is null ? null : everything.Saturation(leaf);
            for (var doc = scorer.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = scorer.NextDoc())
            {
                var score = saturate is null ? scorer.GetScore() : idf.GetValueOrDefault() * saturate(doc, scorer.Freq);
                found[leaf.DocBase + doc] = score * form.Weight;
            }
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

    /// <summary>Documents that hold a term, deleted ones included.</summary>
    public int Frequency(string stem) => snapshot.IndexReader.DocFreq(new Term(field, stem));

    /// <summary>BM25 without idf, of a document of a segment and how often the word stands in it.</summary>
    public Func<int, float, float> Saturation(AtomicReaderContext leaf)
    {
        var norms = leaf.AtomicReader.GetNormValues(field);
        return (doc, frequency) =>
            (FineNormSimilarity.TermSaturation + 1)
            * frequency
            / (frequency + saturation[norms is null ? 1 : (byte)norms.Get(doc)]);
    }

    /// <summary>Lucene's idf of BM25, ln(1 + (N - df + 0.5) / (df + 0.5)).</summary>
    public float Idf(string stem) => IdfOf(Frequency(stem));

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
