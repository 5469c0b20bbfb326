using Search.Engine.Analysis;
using Search.Engine.Measuring;
using Search.Engine.Querying;

namespace Search.Engine.Searching;

/// <summary>The first stage on Lucene: from parsed query and filters to ranked candidates.</summary>
internal sealed class CandidateFinder(TextAnalysis analysis, RankingOptions ranking, EngineMeter? meter = null)
{
    /// <summary>Passages that a hit shows.</summary>
    private const int MostPassages = 3;

    /// <summary>Other records of a work that a hit names.</summary>
    private const int MostAlso = 10;

    /// <summary>Answers from one snapshot.</summary>
    public CandidatePage Find(IndexSnapshot snapshot, CandidateRequest request, CancellationToken cancellationToken)
    {
        var filter = Filter(snapshot, request);
        using var found = Search(snapshot, request, filter, meter, cancellationToken);
        return new CandidatePage(
            found.Total,
            found.Matches.Share,
            found.Plan.Corrections,
            [.. found.Plan.Words.SelectMany(word => word.Forms).Select(form => form.Row).Where(row => row.Count > 0)],
            Load(snapshot, request, found)
        )
        {
            Synonyms = found.Plan.Synonyms,
            Facets = CountFacets(snapshot, filter, request, found),
        };
    }

    /// <summary>The exact number of hits alone.</summary>
    public int Count(IndexSnapshot snapshot, CandidateRequest request, CancellationToken cancellationToken)
    {
        var counting = request with { Skip = 0, Take = 0, Sort = SortOrder.DateDescending, Explain = false };
        // It is a part of another stage.
        using var found = Search(snapshot, counting, Filter(snapshot, counting), meter: null, cancellationToken);
        return found.Total;
    }

    /// <summary>The ids alone: of records, or of passages where hits are passages.</summary>
    public IReadOnlyList<string> Rank(
        IndexSnapshot snapshot,
        CandidateRequest request,
        CancellationToken cancellationToken
    )
    {
        using var found = Search(snapshot, request, Filter(snapshot, request), meter, cancellationToken);
        return [.. found.Page(request).Select(unit => snapshot.IdOf(unit.Doc))];
    }

    private static FilterBits Filter(IndexSnapshot snapshot, CandidateRequest request) =>
        new(snapshot, Restriction.Of(request.Filter, request.Query.Filters));

    private RankedUnits Search(
        IndexSnapshot snapshot,
        CandidateRequest request,
        FilterBits filter,
        EngineMeter? meter,
        CancellationToken cancellationToken
    )
    {
        QueryPlan plan;
        using (meter?.Stage(QueryStages.Plan))
            plan = new QueryPlanner(analysis, ranking, request.Synonyms, snapshot).Plan(
                request.Query,
                request.CorrectSpelling
            );
        Matches matches;
        using (meter?.Stage(QueryStages.Match))
            matches = new Matcher(snapshot, ranking, request.Time).Find(
                plan,
                request.Match,
                request.Group,
                filter,
                cancellationToken
            );
        using (meter?.Stage(QueryStages.Rank))
            return RankedUnits.Of(snapshot, matches, plan, request, ranking);
    }

    private IReadOnlyList<Facet> CountFacets(
        IndexSnapshot snapshot,
        FilterBits filter,
        CandidateRequest request,
        RankedUnits found
    )
    {
        if (request.Facets.Count == 0)
            return [];
        using (meter?.Stage(QueryStages.Facets))
            return new FacetCounter(snapshot, filter).Count(found.Matches, request);
    }

    private IReadOnlyList<Candidate> Load(IndexSnapshot snapshot, CandidateRequest request, RankedUnits found)
    {
        using (meter?.Stage(QueryStages.Load))
            return
            [
                .. found
                    .Page(request)
                    .Select(unit =>
                        Load(snapshot, found.Matches, unit, request.Group) with
                        {
                            Explanation = found.Explain(unit, request),
                        }
                    ),
            ];
    }

    private static Candidate Load(IndexSnapshot snapshot, Matches matches, Unit unit, HitGroup group)
    {
        var head = snapshot.ReadHead(unit.Head);
        var isPassage = unit.Doc != unit.Head;
        var passages = isPassage ? [unit.Doc] : MatchingPassages(snapshot, matches, unit.Head);
        return new Candidate(
            head,
            unit.Score,
            matches.Contains(unit.Head),
            [
                .. passages
                    .Take(MostPassages)
                    .Select(doc => LoadPassage(snapshot, doc, isPassage ? unit.Score : matches.Score(doc))),
            ],
            group == HitGroup.Work ? Also(snapshot, matches, unit.Head) : []
        );
    }

    private static PassageCandidate LoadPassage(IndexSnapshot snapshot, int doc, float score) =>
        new(snapshot.ReadPassage(doc), score);

    private static IEnumerable<int> MatchingPassages(IndexSnapshot snapshot, Matches matches, int head)
    {
        var passages = new List<int>();
        for (var doc = matches.Next(head + 1); doc >= 0 && snapshot.HeadOf(doc) == head; doc = matches.Next(doc + 1))
            passages.Add(doc);
        return passages.OrderByDescending(matches.Score).ThenBy(doc => doc);
    }

    private static IReadOnlyList<RelatedForm> Also(IndexSnapshot snapshot, Matches matches, int head) =>
        [
            .. snapshot
                .OtherHeads(head)
                .Take(MostAlso)
                .Select(other => RelatedForm.Of(snapshot.ReadHead(other), Matched(snapshot, matches, other))),
        ];

    private static bool Matched(IndexSnapshot snapshot, Matches matches, int head)
    {
        var next = matches.Next(head);
        return next >= 0 && snapshot.HeadOf(next) == head;
    }
}
