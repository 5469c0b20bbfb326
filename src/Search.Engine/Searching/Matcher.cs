using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Engine.Indexing;
using Search.Engine.Scoring;

namespace Search.Engine.Searching;

/// <summary>Finds the documents that match a plan, and scores them.</summary>
internal sealed class Matcher(IndexSnapshot snapshot, RankingOptions ranking, QueryTime time)
{
    /// <summary>Everything that matches and passes.</summary>
    public Matches Find(
        QueryPlan plan,
        MatchMode mode,
        HitGroup group,
        FilterBits filter,
        CancellationToken cancellationToken
    )
    {
        var matches = new Matches(snapshot.IndexReader.MaxDoc);
        try
        {
            var allowed = plan.Restriction is null ? null : Restrict(plan.Restriction, matches, cancellationToken);
            if (!plan.IsImpossible)
                Choose(plan, mode, matches, allowed, cancellationToken);
            AddExactTitles(plan, matches);
            WidenUntilSomethingPasses(matches, group, filter);
            ApplyFilter(matches, filter);
            return matches;
        }
        catch
        {
            matches.Dispose();
            throw;
        }
    }

    private void Choose(
        QueryPlan plan,
        MatchMode mode,
        Matches matches,
        FixedBitSet? allowed,
        CancellationToken cancellationToken
    )
    {
        if (plan.Words.Count == 0)
        {
            matches.Query.Or(allowed ?? snapshot.Live ?? Everything());
            return;
        }
        var scorer = new WordScorer(snapshot, ranking, matches.Scores, matches.Masses);
        matches.WordIdf = [.. plan.Words.Select(word => time.IsUp ? 0 : scorer.Add(word, cancellationToken))];
        var share = new MatchShare(
            snapshot,
            matches.Masses,
            matches.WordIdf.Sum(),
            allowed ?? snapshot.Live,
            plan.HasRequired
        );
        matches.Choose(share, mode);
    }

    // The share depends on the query alone, so that filters and facets count in one set; but where a filter would leave
    // nothing of it, or it holds no passage and passages are asked for, more distant matches are better than none.
    private void WidenUntilSomethingPasses(Matches matches, HitGroup group, FilterBits filter)
    {
        while (matches.CanWiden && !AnyHitPasses(matches, group, filter))
            matches.Widen();
    }

    private bool AnyHitPasses(Matches matches, HitGroup group, FilterBits filter)
    {
        ApplyFilter(matches, filter);
        var doc = matches.Next(0);
        while (doc >= 0 && !snapshot.CanBeHit(doc, group))
            doc = matches.Next(doc + 1);
        return doc >= 0;
    }

    private FixedBitSet Restrict(Query restriction, Matches matches, CancellationToken cancellationToken)
    {
        var allowed = new FixedBitSet(Math.Max(snapshot.IndexReader.MaxDoc, 1));
        try
        {
            snapshot.Search(restriction, new Collector(allowed, matches.Scores, time, cancellationToken));
        }
        catch (TimeIsUpException)
        {
            // What was found until then is the answer.
        }
        return allowed;
    }

    private FixedBitSet Everything()
    {
        var all = new FixedBitSet(Math.Max(snapshot.IndexReader.MaxDoc, 1));
        all.Set(0, snapshot.IndexReader.MaxDoc);
        return all;
    }

    // Someone who types a whole title, with whatever signs are in it, wants just that.
    private void AddExactTitles(QueryPlan plan, Matches matches)
    {
        if (string.IsNullOrWhiteSpace(plan.Text))
            return;
        var key = new Term(IndexFields.TitleKey, WorkKeys.TitleHash(plan.Text));
        foreach (var head in new RecordLookup(snapshot.IndexReader).Heads(key))
        {
            var hasSameSigns = FoldedText.Of(head.Read().Title) == FoldedText.Of(plan.Text);
            if (plan.HasExclusions && !hasSameSigns)
                continue;
            var bonus = RankingOptions.ExactTitle * (hasSameSigns ? 2 : 1);
            matches.Query.Set(head.GlobalDoc);
            matches.ExactTitles[head.GlobalDoc] = bonus;
            matches.Scores[head.GlobalDoc] += bonus;
        }
    }

    private void ApplyFilter(Matches matches, FilterBits filter)
    {
        if (filter.IsEmpty)
        {
            matches.Passing = matches.Query;
            return;
        }
        matches.Passing = matches.Query.Clone();
        foreach (var leaf in snapshot.Segments)
        {
            if (filter.Of(leaf) is not { } passing)
                continue;
            var end = leaf.DocBase + leaf.AtomicReader.MaxDoc;
            for (var doc = matches.Next(leaf.DocBase); doc >= 0 && doc < end; doc = matches.Next(doc + 1))
            {
                if (!passing.Get(doc - leaf.DocBase))
                    matches.Passing.Clear(doc);
            }
        }
    }

    private sealed class Collector(
        FixedBitSet found,
        float[] scores,
        QueryTime time,
        CancellationToken cancellationToken
    ) : ICollector
    {
        private const int CollectedBetweenLooks = 4_096;

        private Scorer? scorer;
        private int docBase;
        private int collected;

        public bool AcceptsDocsOutOfOrder => true;

        public void SetScorer(Scorer scorer) => this.scorer = scorer;

        public void SetNextReader(AtomicReaderContext context) => docBase = context.DocBase;

        public void Collect(int doc)
        {
            if (++collected % CollectedBetweenLooks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (time.IsUp)
                    throw new TimeIsUpException();
            }
            found.Set(docBase + doc);
            scores[docBase + doc] = scorer?.GetScore() ?? 0;
        }
    }
}
