using Search.Engine.Scoring;

namespace Search.Engine.Searching;

/// <summary>The units of an answer in their final order, as deep as they were asked for.</summary>
internal sealed class RankedUnits : IDisposable
{
    private readonly List<Unit> units;

    private readonly Rescorer? rescorer;

    private RankedUnits(Matches matches, QueryPlan plan, List<Unit> units, int total, Rescorer? rescorer)
    {
        this.rescorer = rescorer;
        Matches = matches;
        Plan = plan;
        this.units = units;
        Total = total;
    }

    /// <summary>The documents behind them.</summary>
    public Matches Matches { get; }

    /// <summary>What was asked.</summary>
    public QueryPlan Plan { get; }

    /// <summary>Exact, in units.</summary>
    public int Total { get; }

    /// <summary>Groups and orders; takes over <paramref name="matches"/>.</summary>
    public static RankedUnits Of(
        IndexSnapshot snapshot,
        Matches matches,
        QueryPlan plan,
        CandidateRequest request,
        RankingOptions ranking
    )
    {
        var order = new UnitOrder(snapshot, request.Sort);
        var byWords = request.Sort == SortOrder.Relevance && !plan.MatchesEverything;
        var wanted = request.Skip + request.Take;
        var best = new BestUnits(byWords ? Math.Max(wanted, RankingOptions.RescoredWorks) : wanted, order);
        new UnitGrouping(snapshot, matches, ranking).Offer(request.Group, request.Sort, order, best);
        var ordered = best.InOrder();
        if (!byWords || request.Time.IsUp)
            return new RankedUnits(matches, plan, ordered, best.Total, null);
        var second = new Rescorer(snapshot, matches, plan, ranking);
        return new RankedUnits(matches, plan, second.Rescore(ordered, request), best.Total, second);
    }

    /// <summary>The part that was asked for.</summary>
    public IEnumerable<Unit> Page(CandidateRequest request) => units.Skip(request.Skip).Take(request.Take);

    /// <summary>How a unit's score came about; null when it was not asked for, or nothing was ranked by words.</summary>
    public ScoreExplanation? Explain(Unit unit, CandidateRequest request)
    {
        if (!request.Explain || rescorer is null)
            return null;
        var place = units.IndexOf(unit);
        return place < RankingOptions.RescoredWorks
            ? rescorer.Explain(unit, request.WithRecency)
            : ScoreExplanation.Of([new ScorePart(ScorePart.Words, unit.Score)]);
    }

    public void Dispose() => Matches.Dispose();
}
