using System.Buffers;
using Lucene.Net.Util;
using Search.Engine.Scoring;

namespace Search.Engine.Searching;

/// <summary>Every document that matches, with its first-stage score. Dispose it to give the scores back to the pool.</summary>
internal sealed class Matches : IDisposable
{
    private readonly float[] scores;
    private readonly float[] masses;

    /// <param name="size">Documents in the snapshot, deleted ones included.</param>
    public Matches(int size)
    {
        Query = new FixedBitSet(Math.Max(size, 1));
        Passing = Query;
        scores = ArrayPool<float>.Shared.Rent(Math.Max(size, 1));
        scores.AsSpan(0, size).Clear();
        masses = ArrayPool<float>.Shared.Rent(Math.Max(size, 1));
        masses.AsSpan(0, size).Clear();
    }

    /// <summary>Documents that match the query, whatever the filter says.</summary>
    public FixedBitSet Query { get; }

    /// <summary>Those of them that pass the filter: the answer. The same bits where nothing is filtered.</summary>
    public FixedBitSet Passing { get; set; }

    /// <summary>Heads whose title is the query itself, with what their score has for it; they stand first.</summary>
    public Dictionary<int, float> ExactTitles { get; } = [];

    /// <summary>The idf of each plain word of the query.</summary>
    public float[] WordIdf { get; set; } = [];

    /// <summary>The share of the query's meaning that a document needed, 0 to 1.</summary>
    public float Share { get; private set; } = 1;

    /// <summary>
    /// Those that match by the query alone: fewer than <see cref="Query"/> where the filter would have left nothing of them.
    /// Null where they are the same.
    /// </summary>
    public FixedBitSet? Closest { get; private set; }

    /// <summary>The share that <see cref="Closest"/> needed, at least <see cref="Share"/>.</summary>
    public float ClosestShare { get; private set; } = 1;

    /// <summary>How more distant matches are found; null where the request says how many words are needed.</summary>
    public MatchShare? Widening { get; private set; }

    /// <summary>Whether there may be more distant matches.</summary>
    public bool CanWiden => Widening is not null && Share > 0;

    /// <summary>How much of the query's meaning each document has.</summary>
    public float[] Masses => masses;

    /// <summary>Scores by document; only those of matches mean anything.</summary>
    public float[] Scores => scores;

    /// <summary>Whether a document belongs to the answer.</summary>
    public bool Contains(int doc) => Passing.Get(doc);

    /// <summary>The first document of the answer at or after <paramref name="doc"/>; -1 when there is none.</summary>
    public int Next(int doc) => doc >= Passing.Length ? -1 : Passing.NextSetBit(doc);

    /// <summary>The score of a document of the answer.</summary>
    public float Score(int doc) => scores[doc];

    /// <summary>Takes the documents that have enough of the query.</summary>
    public void Choose(MatchShare share, MatchMode mode)
    {
        Share = ClosestShare = share.Choose(mode, Query);
        if (mode == MatchMode.Auto)
            Widening = share;
    }

    /// <summary>Adds the next more distant matches.</summary>
    public void Widen()
    {
        if (Widening is null)
            return;
        Closest ??= Query.Clone();
        Share = Widening.Widen(Share, Query);
    }

    public void Dispose()
    {
        ArrayPool<float>.Shared.Return(scores);
        ArrayPool<float>.Shared.Return(masses);
    }
}
