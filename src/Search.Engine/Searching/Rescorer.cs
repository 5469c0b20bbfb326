using Search.Engine.Indexing;

namespace Search.Engine.Searching;

/// <summary>Puts the best units of the first stage into the order of the second.</summary>
internal sealed class Rescorer(IndexSnapshot snapshot, Matches matches, QueryPlan plan, RankingOptions ranking)
{
    private readonly SecondStage stage = new(plan.Judged, Idf(snapshot, plan), ranking);
    private readonly int newest = snapshot.NewestDate;

    /// <summary>The units with their final scores, in their final order: rescored ones first, then the rest as it was.</summary>
    public List<Unit> Rescore(List<Unit> units, CandidateRequest request)
    {
        var count = Math.Min(units.Count, RankingOptions.RescoredWorks);
        var best = units.GetRange(0, count);
        var evidence = new EvidenceReader(snapshot).Read(plan.Judged, [.. best.Select(unit => unit.Best)]);
        for (var i = 0; i < count; i++)
        {
            var added = Parts(best[i], evidence[i], request.WithRecency).Sum(part => part.Value);
            best[i] = best[i] with { Score = matches.Score(best[i].Best) + added };
        }
        var order = new UnitOrder(snapshot, SortOrder.Relevance);
        best.Sort(order);
        if (request.Group == HitGroup.Answer && LowerRepeats(best))
            best.Sort(order);
        best.AddRange(units.Skip(count));
        return best;
    }

    /// <summary>All parts of a unit's final score.</summary>
    public ScoreExplanation Explain(Unit unit, bool withRecency)
    {
        var evidence = new EvidenceReader(snapshot).Read(plan.Judged, [unit.Best])[0];
        var exactTitle = matches.ExactTitles.GetValueOrDefault(unit.Best);
        var parts = new List<ScorePart> { new(ScorePart.Words, matches.Score(unit.Best) - exactTitle) };
        if (exactTitle > 0)
            parts.Add(new ScorePart(ScorePart.ExactTitle, exactTitle));
        parts.AddRange(Parts(unit, evidence, withRecency));
        var lowered = unit.Score - parts.Sum(part => part.Value);
        if (lowered < -0.001f)
            parts.Add(new ScorePart(ScorePart.RepeatedInterview, lowered));
        return ScoreExplanation.Of(parts);
    }

    private IEnumerable<ScorePart> Parts(Unit unit, Evidence evidence, bool withRecency) =>
        stage.Parts(evidence, unit.Best != unit.Head, withRecency ? RecencyOf(unit.Date) : 0);

    private static float[] Idf(IndexSnapshot snapshot, QueryPlan plan)
    {
        var everything = new FieldScorer(snapshot, IndexFields.All);
        return
        [
            .. plan.Judged.Select(word =>
                everything.IdfOf(word.Forms.Max(form => form.Stem is { } stem ? everything.Frequency(stem) : 0))
            ),
        ];
    }

    private bool LowerRepeats(List<Unit> units)
    {
        var seen = new Dictionary<int, int>();
        var lowered = false;
        for (var i = 0; i < units.Count; i++)
        {
            var earlier = seen[units[i].Head] = seen.GetValueOrDefault(units[i].Head) + 1;
            if (earlier <= 2)
                continue;
            var factor = MathF.Pow(ranking.RepeatedInterview, earlier - 2);
            units[i] = units[i] with { Score = units[i].Score * factor };
            lowered = true;
        }
        return lowered;
    }

    // Against the newest record, not against the clock: the same index gives the same answers tomorrow.
    private float RecencyOf(int date)
    {
        if (date == 0)
            return 0;
        var years = Math.Max(Years(newest) - Years(date), 0);
        return (float)Math.Pow(0.5, years / ranking.RecencyHalfLifeYears);
    }

    private static double Years(int date) => (date / 10_000) + (((date / 100 % 100) - 1) / 12d);
}
