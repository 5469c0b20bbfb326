using System.Buffers;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Search.Engine.Indexing;
using Search.Engine.Searching;

namespace Search.Engine.Scoring;

/// <summary>
/// BM25 of plain words over the whole snapshot, word by word: for each document the sum of scores, and how much of the
/// query's meaning it has: the sum of idf of the words that occur (its mass). Deleted documents get scores too.
/// </summary>
internal sealed class WordScorer(IndexSnapshot snapshot, RankingOptions ranking, float[] scores, float[] masses)
{
    /// <summary>Rows with a word in more documents than this are left to the index, which reads no more than it needs.</summary>
    private const int MostDecoded = 100_000;

    private readonly FieldStatistics everything = snapshot.Everything;
    private readonly FieldStatistics title = snapshot.Titles;

    /// <summary>Adds a word; gives its idf.</summary>
    public float Add(PlannedWord word, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return word.Forms is [{ Stem: { } stem, Weight: var weight }] ? AddTerm(stem, weight) : AddBestOf(word);
    }

    private float AddTerm(string stem, float weight)
    {
        var anywhere = new TermInSnapshot(snapshot, everything.Field, stem);
        var inTitle = new TermInSnapshot(snapshot, title.Field, stem);
        var idf = everything.Idf(anywhere.Frequency);
        var full = FieldStatistics.Full(idf, weight);
        var fullInTitle = FieldStatistics.Full(title.Idf(inTitle.Frequency), weight * ranking.TitleWeight);
        foreach (var leaf in snapshot.Segments)
        {
            var length = leaf.AtomicReader.MaxDoc;
            var scoresOfSegment = scores.AsSpan(leaf.DocBase, length);
            AddMasses(anywhere.In(leaf), masses.AsSpan(leaf.DocBase, length), idf);
            AddScores(anywhere.In(leaf), everything.Saturation, scoresOfSegment, full);
            AddScores(inTitle.In(leaf), title.Saturation, scoresOfSegment, fullInTitle);
        }
        return idf;
    }

    private static void AddMasses(TermPostings postings, Span<float> masses, float idf)
    {
        foreach (var doc in postings.Docs)
            masses[doc] += idf;
    }

    private static void AddScores(TermPostings postings, ReadOnlySpan<float> saturation, Span<float> scores, float full)
    {
        var docs = postings.Docs;
        var frequencies = postings.Frequencies[..docs.Length];
        var norms = postings.Norms[..docs.Length];
        for (var i = 0; i < docs.Length; i++)
        {
            var frequency = (float)frequencies[i];
            scores[docs[i]] += full * frequency / (frequency + saturation[norms[i]]);
        }
    }

    // Of several forms of one word the best counts, so that a text gains nothing by having them all; and all count as much
    // as the commonest of them: a rare way to write a common word tells no more than the common one.
    private float AddBestOf(PlannedWord word)
    {
        var terms = word.Forms.Where(form => form.Stem is not null).Select(Terms).ToList();
        var idf = everything.Idf(terms.Select(term => term.Anywhere.Frequency).DefaultIfEmpty(0).Max());
        var idfInTitle = title.Idf(terms.Select(term => term.InTitle.Frequency).DefaultIfEmpty(0).Max());
        using var best = new BestScores(snapshot.IndexReader.MaxDoc);
        foreach (var leaf in snapshot.Segments)
        {
            best.Enter(leaf);
            foreach (var (weight, anywhere, inTitle) in terms)
                TakeTerm(best, weight, anywhere.In(leaf), inTitle.In(leaf), idf, idfInTitle);
            foreach (var form in word.Forms.Where(form => form.Stem is null))
                TakeOther(best, form, leaf, terms.Count == 0 ? null : idf);
        }
        var ofWord = everything.Idf(best.Docs.Count);
        foreach (var doc in best.Docs)
        {
            scores[doc] += best.Scores[doc];
            masses[doc] += ofWord;
        }
        return ofWord;
    }

    private (float Weight, TermInSnapshot Anywhere, TermInSnapshot InTitle) Terms(WordForm form) =>
        (
            form.Weight,
            new TermInSnapshot(snapshot, everything.Field, form.Stem ?? ""),
            new TermInSnapshot(snapshot, title.Field, form.Stem ?? "")
        );

    // What is in a title is in the text too, so that one walk through both lists does.
    private void TakeTerm(
        BestScores best,
        float weight,
        TermPostings anywhere,
        TermPostings inTitle,
        float idf,
        float idfInTitle
    )
    {
        var full = FieldStatistics.Full(idf, weight);
        var fullInTitle = FieldStatistics.Full(idfInTitle, weight * ranking.TitleWeight);
        var next = 0;
        for (var i = 0; i < anywhere.Count; i++)
        {
            var doc = anywhere.Docs[i];
            var score = everything.Score(full, anywhere.Frequencies[i], anywhere.Norms[i]);
            if (next < inTitle.Count && inTitle.Docs[next] == doc)
            {
                score += title.Score(fullInTitle, inTitle.Frequencies[next], inTitle.Norms[next]);
                next++;
            }
            best.Take(doc, score);
        }
    }

    // A row of words that stands for one word is scored as that word would be; a prefix or a misspelt word as Lucene does.
    private void TakeOther(BestScores best, WordForm form, AtomicReaderContext leaf, float? idf)
    {
        if (form.Row.Count > 1 && idf is { } known && TryReadRow(form, leaf) is { } row)
        {
            var full = FieldStatistics.Full(known, form.Weight);
            RowPostings.Visit(row, (doc, count, norm) => best.Take(doc, everything.Score(full, count, norm)));
            return;
        }
        var scorer = snapshot
            .CreateNormalizedWeight(form.ToQuery(everything.Field))
            .GetScorer(leaf, leaf.AtomicReader.LiveDocs);
        if (scorer is null)
            return;
        var norms = leaf.AtomicReader.GetNormValues(everything.Field);
        for (var doc = scorer.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = scorer.NextDoc())
        {
            var score = idf is { } same
                ? everything.Score(FieldStatistics.Full(same, form.Weight), scorer.Freq, (byte)norms.Get(doc))
                : scorer.GetScore() * form.Weight;
            best.Take(doc, score);
        }
    }

    private List<TermPostings>? TryReadRow(WordForm form, AtomicReaderContext leaf)
    {
        var row = new List<TermPostings>(form.Row.Count);
        foreach (var stem in form.Row)
        {
            if (snapshot.Postings.Get(leaf.AtomicReader, everything.Field, stem).Count > MostDecoded)
                return null;
            row.Add(snapshot.Postings.GetWithPositions(leaf.AtomicReader, everything.Field, stem));
        }
        return row;
    }

    /// <summary>The best score of each document, as forms of a word come by.</summary>
    private sealed class BestScores : IDisposable
    {
        private const float Unseen = -1;

        private AtomicReaderContext? leaf;

        public BestScores(int size)
        {
            Scores = ArrayPool<float>.Shared.Rent(Math.Max(size, 1));
            Scores.AsSpan(0, size).Fill(Unseen);
        }

        /// <summary>By document of the snapshot.</summary>
        public float[] Scores { get; }

        /// <summary>Live documents with a score.</summary>
        public List<int> Docs { get; } = [];

        /// <summary>Goes on with a segment.</summary>
        public void Enter(AtomicReaderContext next) => leaf = next;

        /// <summary>Takes the score of a document of the segment, when it is better than what is known.</summary>
        public void Take(int doc, float score)
        {
            var global = leaf!.DocBase + doc;
            if (Scores[global] == Unseen)
            {
                if (leaf.AtomicReader.LiveDocs is { } live && !live.Get(doc))
                    return;
                Docs.Add(global);
            }
            Scores[global] = Math.Max(Scores[global], score);
        }

        public void Dispose() => ArrayPool<float>.Shared.Return(Scores);
    }
}
