using Search.Engine.Documents;

namespace Search.Engine.Searching;

/// <summary>Puts matching documents together to what the request counts: works, records or passages.</summary>
internal sealed class UnitGrouping(IndexSnapshot snapshot, Matches matches, RankingOptions ranking)
{
    /// <summary>Offers each unit once; <see cref="BestUnits.Total"/> is then the exact number of hits.</summary>
    public void Offer(HitGroup group, SortOrder sort, UnitOrder order, BestUnits best)
    {
        switch (group)
        {
            case HitGroup.Work:
                OfferWorks(order, best);
                break;
            case HitGroup.Record:
                OfferRecords(best, shared: null, order);
                break;
            case HitGroup.Passage:
                foreach (var unit in Documents().Where(unit => unit.Doc != unit.Head || IsTalk(unit.Doc)))
                    best.Offer(unit);
                break;
            case HitGroup.Answer:
                foreach (var unit in sort == SortOrder.Relevance ? AnswersWithRepeatsLower() : Answers())
                    best.Offer(unit);
                break;
            default:
                throw new InvalidOperationException($"No grouping {group}.");
        }
    }

    private void OfferWorks(UnitOrder order, BestUnits best)
    {
        var shared = new Dictionary<int, Unit>();
        OfferRecords(best, shared, order);
        foreach (var unit in shared.Values)
            best.Offer(unit);
    }

    // A record's documents lie side by side, so its best score is found in passing.
    private void OfferRecords(BestUnits best, Dictionary<int, Unit>? shared, UnitOrder order)
    {
        foreach (var leaf in snapshot.Segments)
        {
            var columns = snapshot.Columns(leaf.Ord);
            var end = leaf.DocBase + leaf.AtomicReader.MaxDoc;
            for (var doc = matches.Next(leaf.DocBase); doc >= 0 && doc < end; )
            {
                var local = doc - leaf.DocBase;
                var head = leaf.DocBase + columns.Head(local);
                var record = new Unit(head, head, doc, matches.Score(doc), columns.Date(local));
                for (doc = matches.Next(doc + 1); doc >= 0 && doc < end; doc = matches.Next(doc + 1))
                {
                    if (leaf.DocBase + columns.Head(doc - leaf.DocBase) != head)
                        break;
                    if (matches.Score(doc) > record.Score)
                        record = record with { Best = doc, Score = matches.Score(doc) };
                }
                OfferRecord(record, best, shared, order);
            }
        }
    }

    private void OfferRecord(in Unit record, BestUnits best, Dictionary<int, Unit>? shared, UnitOrder order)
    {
        if (shared is null || !snapshot.SharesWork(record.Head))
        {
            best.Offer(record);
            return;
        }
        var work = snapshot.WorkOfHead(record.Head);
        if (!shared.TryGetValue(work, out var other) || order.Compare(record, other) < 0)
            shared[work] = record;
    }

    private IEnumerable<Unit> Answers() => Documents().Where(unit => unit.Doc != unit.Head);

    private IEnumerable<Unit> AnswersWithRepeatsLower()
    {
        var interview = new List<Unit>();
        foreach (var unit in Answers())
        {
            if (interview.Count > 0 && interview[0].Head != unit.Head)
            {
                foreach (var lowered in LowerRepeats(interview))
                    yield return lowered;
                interview.Clear();
            }
            interview.Add(unit);
        }
        foreach (var lowered in LowerRepeats(interview))
            yield return lowered;
    }

    private IEnumerable<Unit> LowerRepeats(List<Unit> interview)
    {
        var factor = 1f;
        var rank = 0;
        foreach (var unit in interview.OrderByDescending(unit => unit.Score).ThenBy(unit => unit.Doc))
        {
            if (++rank > 2)
                factor *= ranking.RepeatedInterview;
            yield return unit with
            {
                Score = unit.Score * factor,
            };
        }
    }

    private IEnumerable<Unit> Documents()
    {
        foreach (var leaf in snapshot.Segments)
        {
            var columns = snapshot.Columns(leaf.Ord);
            var end = leaf.DocBase + leaf.AtomicReader.MaxDoc;
            for (var doc = matches.Next(leaf.DocBase); doc >= 0 && doc < end; doc = matches.Next(doc + 1))
            {
                var local = doc - leaf.DocBase;
                var head = leaf.DocBase + columns.Head(local);
                yield return new Unit(doc, head, doc, matches.Score(doc), columns.Date(local));
            }
        }
    }

    private bool IsTalk(int doc)
    {
        var leaf = snapshot.Segments[snapshot.SegmentOf(doc)];
        return snapshot.Columns(leaf.Ord).Kind(doc - leaf.DocBase) == (byte)RecordKind.Talk;
    }
}
