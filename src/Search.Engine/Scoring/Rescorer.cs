using Search.Engine.Searching;

namespace Search.Engine.Scoring;

/// <summary>Puts the best units of the first stage into the order of the second.</summary>
internal sealed class Rescorer(IndexSnapshot snapshot, Matches matches, QueryPlan plan, RankingOptions ranking)
{
    private readonly SecondStage stage = new(plan.Judged, Idf(snapshot, plan), ranking);
    private readonly EvidenceReader evidence = new(snapshot, plan.Judged);
    private readonly int newest = snapshot.NewestDate;

    /// <summary>
    /// The units in their final order, with final scores as far as the request's page goes: rescored ones first, then the
    /// rest as it was.
    /// </summary>
    /// <param name="units">Best first.</param>
    /// <param name="request">What is asked.</param>
    public List<Unit> Rescore(List<Unit> units, CandidateRequest request)
    {
        var most = Math.Min(units.Count, RankingOptions.RescoredWorks);
        var best = new List<Unit>(units.Count);
        var bound = new RescoreBound(request, stage.MostAdded(request.WithRecency));
        while (best.Count < most && bound.MayBeShown(units[best.Count].Score))
        {
            var unit = units[best.Count];
            var judged = Judge(unit, request.WithRecency);
            best.Add(unit with { Score = matches.Score(unit.Best) + judged.Sum });
            bound.Take(best[^1].Score);
        }
        var order = new UnitOrder(snapshot, SortOrder.Relevance);
        best.Sort(order);
        if (request.Group == HitGroup.Answer && LowerRepeats(best))
            best.Sort(order);
        best.AddRange(units.Skip(best.Count));
        return best;
    }

    /// <summary>All parts of a unit's final score.</summary>
    public ScoreExplanation Explain(Unit unit, bool withRecency)
    {
        var exactTitle = matches.ExactTitles.GetValueOrDefault(unit.Best);
        var parts = new List<ScorePart> { new(ScorePart.Words, matches.Score(unit.Best) - exactTitle) };
        if (exactTitle > 0)
            parts.Add(new ScorePart(ScorePart.ExactTitle, exactTitle));
        parts.AddRange(Judge(unit, withRecency).Named());
        var lowered = unit.Score - parts.Sum(part => part.Value);
        if (lowered < -0.001f)
            parts.Add(new ScorePart(ScorePart.RepeatedInterview, lowered));
        return ScoreExplanation.Of(parts);
    }

    private StageParts Judge(Unit unit, bool withRecency) =>
        stage.Judge(evidence.Read(unit.Best), unit.Best != unit.Head, withRecency ? RecencyOf(unit.Date) : 0);

    private static float[] Idf(IndexSnapshot snapshot, QueryPlan plan)
    {
        var everything = snapshot.Everything;
        return
        [
            .. plan.Judged.Select(word =>
                everything.Idf(
                    word.Forms.Max(form =>
                        form.Stem is { } stem ? new TermInSnapshot(snapshot, everything.Field, stem).Frequency : 0
                    )
                )
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
