using Search.Engine.Analysis;
using Search.Engine.Indexing;
using Search.Engine.Querying;
using Search.Engine.Searching;

namespace Search.Engine.Relating;

/// <summary>
/// Finds works that are like a record, a passage or a text: the text's most telling words find candidates as a search
/// would, and these are ranked again by how much of the whole texts agrees, and by shared speakers and topics.
/// </summary>
internal sealed class RelatedFinder(
    TextAnalysis analysis,
    CandidateFinder finder,
    HitBuilder hits,
    RankingOptions ranking
)
{
    // Works whose whole text is compared. What words alone rank lower than this is hardly ever the best.
    private const int CandidatesPerHit = 3;
    private const int LeastCandidates = 20;

    private readonly WordFrequencies frequencies = new();

    /// <summary>Null when no record or passage has the target's id.</summary>
    public RelatedResponse? Find(IndexSnapshot snapshot, RelatedRequest request, CancellationToken cancellationToken)
    {
        if (RelatedSource.Read(snapshot, request.Target) is not { } source)
            return null;
        var statistics = frequencies.In(snapshot.IndexReader);
        var counts = Count(source);
        var vector = new TextVector(counts, statistics);
        Stress(counts, source);
        var words = new TellingWords(snapshot, statistics).Of(counts, source.OwnHeads);
        var warnings = WarningsOf(source, request.Target, words);
        if (words.Count == 0)
            return new RelatedResponse([], [], warnings);
        var query = ToQuery(words);
        var similarity = new Similarity(analysis, vector, new RecordLookup(snapshot.IndexReader));
        var page = finder.Find(snapshot, CandidatesOf(query, request), cancellationToken);
        var best = OfOtherWorks(snapshot, source, page.Items)
            .Select(candidate => Rate(candidate, source, similarity))
            .OrderByDescending(rated => rated.Candidate.Score)
            .ThenByDescending(rated => rated.Candidate.Head.Date?.FirstDay ?? 0)
            .ThenBy(rated => rated.Candidate.Head.Id, StringComparer.Ordinal)
            .Take(request.Limit)
            .ToList();
        var shown = hits.Build(
            page with
            {
                Items = [.. best.Select(rated => rated.Candidate)],
            },
            query,
            new SearchRequest { SnippetWords = request.SnippetWords }
        );
        return new RelatedResponse(
            words,
            [.. shown.Zip(best, (hit, rated) => new RelatedHit(hit, rated.Similarity))],
            warnings
        );
    }

    private WordCounts Count(RelatedSource source)
    {
        var words = new WordCounts(analysis);
        words.Add(source.Title, RelatedLimits.MaxCharacters);
        words.Add(source.Text, RelatedLimits.MaxCharacters);
        return words;
    }

    // A title says in few words what the text is about, and so do topics: their words count once more in the choice.
    private static void Stress(WordCounts words, RelatedSource source)
    {
        words.Add(source.Title, RelatedLimits.MaxCharacters);
        words.Add(string.Join('\n', source.Topics), RelatedLimits.MaxCharacters);
    }

    // One more than are compared, since the own work is nearly always among them.
    private static CandidateRequest CandidatesOf(ParsedQuery query, RelatedRequest request) =>
        new(
            query,
            MatchMode.Any,
            request.Filter,
            SortOrder.Relevance,
            HitGroup.Work,
            WithRecency: false,
            CorrectSpelling: false,
            Explain: false,
            Skip: 0,
            Take: Math.Max(request.Limit * CandidatesPerHit, LeastCandidates) + 1
        );

    private static IEnumerable<Candidate> OfOtherWorks(
        IndexSnapshot snapshot,
        RelatedSource source,
        IReadOnlyList<Candidate> candidates
    )
    {
        var own = source.OwnHeads.Select(head => snapshot.Id(head).Utf8ToString()).ToHashSet(StringComparer.Ordinal);
        return candidates.Where(candidate => !own.Contains(candidate.Head.Id));
    }

    private Rated Rate(Candidate candidate, RelatedSource source, Similarity similarity)
    {
        var alike = similarity.To(candidate);
        var score = candidate.Score * (1 + (ranking.RelatedSimilarity * alike));
        if (WorkKeys.RealSpeakers(source.Speakers).Overlaps(WorkKeys.RealSpeakers(candidate.Head.Speakers)))
            score *= 1 + ranking.RelatedSpeaker;
        if (Folded(source.Topics).Overlaps(Folded(candidate.Head.Topics)))
            score *= 1 + ranking.RelatedTopic;
        return new Rated(candidate with { Score = score }, alike);
    }

    private static HashSet<string> Folded(IReadOnlyList<string> values) =>
        values.Select(FoldedText.Of).ToHashSet(StringComparer.Ordinal);

    // Without a text of its own: a record whose title happens to be these words is not what is looked for by name.
    private static ParsedQuery ToQuery(IReadOnlyList<string> words) =>
        ParsedQuery.Empty with
        {
            Clauses = [.. words.Select(word => new QueryClause(new WordNode(word), Required: false))],
        };

    private static IReadOnlyList<string> WarningsOf(
        RelatedSource source,
        RelatedTarget target,
        IReadOnlyList<string> words
    )
    {
        if (target is not PastedTarget)
            return [];
        if (words.Count == 0)
            return ["No word of the text that would tell something stands in the collection."];
        return source.Text.Length > RelatedLimits.MaxCharacters
            ?
            [
                $"Only the first {QueryWarnings.Count(RelatedLimits.MaxCharacters)} characters of the text were compared.",
            ]
            : [];
    }

    private readonly record struct Rated(Candidate Candidate, float Similarity);
}
