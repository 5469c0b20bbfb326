using System.Buffers;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Search.Engine.Searching;

/// <summary>Every document that matches, with its score. Dispose it to give the scores back to the pool.</summary>
internal sealed class Matches : ICollector, IDisposable
{
    private const int CollectedBetweenLooks = 4_096;

    private readonly FilterBits filter;
    private readonly FixedBitSet matched;
    private readonly float[] scores;
    private readonly CancellationToken cancellationToken;

    private Scorer? scorer;
    private FixedBitSet? passing;
    private int docBase;
    private int collected;

    private Matches(IndexSnapshot snapshot, FilterBits filter, CancellationToken cancellationToken)
    {
        this.filter = filter;
        this.cancellationToken = cancellationToken;
        matched = new FixedBitSet(Math.Max(snapshot.IndexReader.MaxDoc, 1));
        scores = ArrayPool<float>.Shared.Rent(Math.Max(snapshot.IndexReader.MaxDoc, 1));
    }

    /// <summary>Runs <paramref name="query"/>; null matches everything, with score 0.</summary>
    public static Matches Find(
        IndexSnapshot snapshot,
        Query? query,
        FilterBits filter,
        CancellationToken cancellationToken
    )
    {
        var matches = new Matches(snapshot, filter, cancellationToken);
        if (query is null)
            matches.TakeAll(snapshot);
        else
            snapshot.Search(query, matches);
        return matches;
    }

    /// <summary>Whether a document of the snapshot matches.</summary>
    public bool Contains(int doc) => matched.Get(doc);

    /// <summary>The first match at or after <paramref name="doc"/>; -1 when there is none.</summary>
    public int Next(int doc) => doc >= matched.Length ? -1 : matched.NextSetBit(doc);

    /// <summary>The score of a document that matches.</summary>
    public float Score(int doc) => scores[doc];

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) => this.scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        cancellationToken.ThrowIfCancellationRequested();
        docBase = context.DocBase;
        passing = filter.Of(context);
    }

    public void Collect(int doc)
    {
        if (++collected % CollectedBetweenLooks == 0)
            cancellationToken.ThrowIfCancellationRequested();
        if (passing is null || passing.Get(doc))
            Take(docBase + doc, scorer?.GetScore() ?? 0);
    }

    public void Dispose() => ArrayPool<float>.Shared.Return(scores);

    private void TakeAll(IndexSnapshot snapshot)
    {
        foreach (var leaf in snapshot.Segments)
        {
            SetNextReader(leaf);
            var live = leaf.AtomicReader.LiveDocs;
            for (var doc = 0; doc < leaf.AtomicReader.MaxDoc; doc++)
            {
                if ((live is null || live.Get(doc)) && (passing is null || passing.Get(doc)))
                    Take(docBase + doc, 0);
            }
        }
    }

    private void Take(int doc, float score)
    {
        matched.Set(doc);
        scores[doc] = score;
    }
}
