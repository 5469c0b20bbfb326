using Lucene.Net.Util;

namespace Search.Engine.Searching;

/// <summary>
/// Which documents have enough of the query: those whose words carry a share of the idf of all its words. The share steps
/// down until enough works belong, so that totals and facets mean something and the ranking stays that of "any word": a
/// set cut by the number of words costs .01 to .06 nDCG@10, cut by idf share nothing.
/// </summary>
internal sealed class MatchShare(
    IndexSnapshot snapshot,
    float[] masses,
    float wholeMass,
    FixedBitSet? allowed,
    bool hasRequired
)
{
    /// <summary>With this many works the share is low enough.</summary>
    private const int EnoughWorks = 50;

    private static readonly float[] Steps = [1, 0.8f, 0.65f, 0.5f, 0.35f, 0.2f, 0];

    /// <summary>Fills <paramref name="found"/>; gives the share that was needed.</summary>
    public float Choose(MatchMode mode, FixedBitSet found)
    {
        var share = mode switch
        {
            MatchMode.All => 1,
            MatchMode.Any => 0,
            MatchMode.Auto => FirstWithEnough(),
            _ => throw new InvalidOperationException($"No match mode {mode}."),
        };
        Fill(share, found);
        return share;
    }

    /// <summary>Fills <paramref name="found"/> with the next lower share; gives it.</summary>
    public float Widen(float share, FixedBitSet found)
    {
        var next = Steps.First(step => step < share);
        Fill(next, found);
        return next;
    }

    private float FirstWithEnough()
    {
        var works = new int[Steps.Length];
        foreach (var step in BestStepOfEachWork())
            works[step]++;
        var belonging = 0;
        for (var step = 0; step < Steps.Length; step++)
        {
            belonging += works[step];
            if (belonging >= EnoughWorks)
                return Steps[step];
        }
        return 0;
    }

    private IEnumerable<int> BestStepOfEachWork()
    {
        var best = new Dictionary<int, int>();
        foreach (var leaf in snapshot.Segments)
        {
            var columns = snapshot.Columns(leaf.Ord);
            for (var doc = 0; doc < leaf.AtomicReader.MaxDoc; doc++)
            {
                var global = leaf.DocBase + doc;
                if (!IsCandidate(global))
                    continue;
                var work = snapshot.WorkOfHead(leaf.DocBase + columns.Head(doc));
                var step = StepOf(masses[global]);
                if (!best.TryGetValue(work, out var known) || step < known)
                    best[work] = step;
            }
        }
        return best.Values;
    }

    private void Fill(float share, FixedBitSet found)
    {
        var needed = Threshold(share);
        for (var doc = 0; doc < snapshot.IndexReader.MaxDoc; doc++)
        {
            if (IsCandidate(doc) && masses[doc] >= needed)
                found.Set(doc);
        }
    }

    // With something required besides, the plain words only rank once the share has come down to nothing.
    private bool IsCandidate(int doc) => (hasRequired || masses[doc] > 0) && (allowed is null || allowed.Get(doc));

    private int StepOf(float mass)
    {
        var step = 0;
        while (mass < Threshold(Steps[step]))
            step++;
        return step;
    }

    // Sums of floats in another order differ in the last digits; a word must not be missing for that.
    private float Threshold(float share) => share * wholeMass * 0.99999f;
}
