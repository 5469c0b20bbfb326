using System.Diagnostics.Metrics;
using Lucene.Net.Index;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Indexing;
using Search.Engine.Measuring;
using Search.Engine.Querying;
using Search.Engine.Relating;
using Search.Engine.Suggesting;
using Search.Engine.Synonyms;
using IndexOptions = Search.Engine.Indexing.IndexOptions;

namespace Search.Engine.Searching;

/// <summary>
/// A collection that can be searched: follows the commits of whoever writes, answers from a snapshot. Safe for many
/// threads; one a process.
/// </summary>
public sealed partial class SearchEngine : IDisposable
{
    private const int MostFaultsLogged = 20;

    private const string TimeWasUp =
        "The time for one search was up before everything was looked at; the answer is what was found until then.";

    private readonly IndexFolder folder;
    private readonly ILogger<SearchEngine> logger;
    private readonly TextAnalysis analysis = new();
    private readonly CandidateFinder finder;
    private readonly DidYouMean didYouMean;
    private readonly HitBuilder hits;
    private readonly RelatedFinder related;
    private readonly LiveSynonyms synonyms;
    private readonly Suggester suggester;
    private readonly EngineMeter meter;
    private readonly ServedIndex served;
    private readonly string answerVersion;
    private readonly Lock opening = new();

    /// <summary>Opens the index of <paramref name="options"/>. Never throws for a missing or damaged one: see <see cref="State"/>.</summary>
    public SearchEngine(
        IndexOptions options,
        RankingOptions? ranking = null,
        ILogger<SearchEngine>? logger = null,
        SynonymOptions? synonyms = null,
        IMeterFactory? meters = null
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        folder = new IndexFolder(options.Path);
        this.logger = logger ?? NullLogger<SearchEngine>.Instance;
        ranking ??= new RankingOptions();
        meter = new EngineMeter(meters);
        served = new ServedIndex(folder, meter, this.logger);
        finder = new CandidateFinder(analysis, ranking, meter);
        answerVersion = AnswerVersion.Of(ranking);
        didYouMean = new DidYouMean(finder, analysis);
        hits = new HitBuilder(analysis);
        related = new RelatedFinder(analysis, finder, hits, ranking);
        suggester = new Suggester(analysis, AcquireVersion, this.logger);
        this.synonyms = new LiveSynonyms(synonyms ?? new SynonymOptions(), options.Path, analysis);
        LogSynonyms();
        Refresh();
    }

    /// <summary>Whether it answers, and if not, why. After a failed refresh it still answers from what was open before.</summary>
    public IndexState State => served.State;

    /// <summary>
    /// Whether what is served was written with other rules for words than this program has: it answers, but may miss words
    /// until it is rebuilt.
    /// </summary>
    public bool NeedsRebuild => served.NeedsRebuild;

    /// <summary>
    /// Whether a service should rebuild it without being asked: not where a rebuilt generation is kept, since then somebody
    /// has rolled back to the older one.
    /// </summary>
    public bool ShouldRebuild => served.ShouldRebuild;

    /// <summary>The synonyms in force, with the lines of their file that could not be used.</summary>
    public SynonymTable Synonyms => synonyms.Current;

    /// <summary>What keeps the file of synonyms from being read, as one sentence; null when it was read.</summary>
    public string? SynonymTrouble => synonyms.Trouble;

    /// <summary>Answers one search.</summary>
    /// <exception cref="IndexUnavailableException">There is no index, or it is damaged.</exception>
    /// <exception cref="QuerySyntaxException">The query is in Lucene's language and has a mistake.</exception>
    public SearchResponse Search(SearchRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var timing = meter.Query("search");
        var query = ReadQuery(request);
        var candidates = CandidatesOf(
            query.Asked,
            request,
            (request.Page - 1) * request.HitsPerPage,
            request.HitsPerPage
        ) with
        {
            Time = request.TimeLimit is { } limit ? new QueryTime(limit, TimeProvider.System) : QueryTime.Unlimited,
            Facets = request.Facets,
            FacetLimit = request.FacetLimit,
        };
        return served.Read(
            (_, snapshot) =>
            {
                var page = finder.Find(snapshot, candidates, cancellationToken);
                var guard = ScopeGuard.Of(snapshot, request.Filter);
                var shown = candidates;
                if (guard is not null && !guard.Shows(page.Corrections, finder, candidates, cancellationToken))
                {
                    shown = candidates with { CorrectSpelling = false };
                    page = finder.Find(snapshot, shown, cancellationToken);
                }
                // What is offered unasked may be a word that stands only outside of the scope.
                var mayOffer = guard is null || page.Corrections.Count > 0;
                var built = BuildHits(page, query.Shown, request);
                IReadOnlyList<SuggestedQuery> suggestions = mayOffer
                    ? LookForAnother(snapshot, shown, page, cancellationToken)
                    : [];
                return new SearchResponse(
                    query.Text,
                    Interpret(query.Shown, page),
                    page.Total,
                    guard?.Visible(built) ?? built,
                    candidates.Time.WasUp ? [.. query.Shown.Warnings, TimeWasUp] : query.Shown.Warnings
                )
                {
                    Partial = candidates.Time.WasUp,
                    Facets = page.Facets,
                    Suggestions = suggestions,
                };
            }
        );
    }

    private QueryReading ReadQuery(SearchRequest request)
    {
        using (meter.Stage(QueryStages.Parse))
            return QueryReading.Of(request);
    }

    private IReadOnlyList<SearchHit> BuildHits(CandidatePage page, ParsedQuery shown, SearchRequest request)
    {
        using (meter.Stage(QueryStages.Highlight))
            return hits.Build(page, shown, request);
    }

    private IReadOnlyList<SuggestedQuery> LookForAnother(
        IndexSnapshot snapshot,
        CandidateRequest request,
        CandidatePage page,
        CancellationToken cancellationToken
    )
    {
        using (meter.Stage(QueryStages.DidYouMean))
            return didYouMean.For(snapshot, request, page, cancellationToken);
    }

    private static InterpretedQuery Interpret(ParsedQuery parsed, CandidatePage page)
    {
        var described = QueryDescription.Describe(parsed);
        var read = described.Words.Select(word =>
            page.Corrections.FirstOrDefault(correction => correction.From == word)?.To ?? word
        );
        return described with
        {
            Words = [.. read],
            Share = page.Share,
            Corrected = page.Corrections,
            Synonyms = page.Synonyms,
        };
    }

    /// <summary>Only the ids of the first <paramref name="depth"/> hits, best first, whatever the request's page is.</summary>
    /// <exception cref="IndexUnavailableException">There is no index, or it is damaged.</exception>
    /// <exception cref="QuerySyntaxException">The query is in Lucene's language and has a mistake.</exception>
    public IReadOnlyList<string> Rank(SearchRequest request, int depth, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var candidates = CandidatesOf(QueryReading.Of(request).Asked, request, skip: 0, take: depth);
        return served.Read((_, snapshot) => finder.Rank(snapshot, candidates, cancellationToken));
    }

    /// <summary>Works that are like a record, a passage or a text; null when no record or passage has the target's id.</summary>
    /// <exception cref="IndexUnavailableException">There is no index, or it is damaged.</exception>
    public RelatedResponse? Related(RelatedRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var timing = meter.Query("related");
        return served.Read(
            (_, snapshot) =>
            {
                var guard = ScopeGuard.Of(snapshot, request.Filter);
                if (request.Target is StoredTarget stored && guard?.Shows(stored.Id) == false)
                    return null;
                var found = related.Find(snapshot, request, cancellationToken);
                return guard is null || found is null ? found : found with { Hits = guard.Visible(found.Hits) };
            }
        );
    }

    /// <summary>
    /// What someone who types may mean. What a commit removes is no longer suggested at once; what it adds within a moment:
    /// suggestions are made anew in the background.
    /// </summary>
    /// <exception cref="IndexUnavailableException">There is no index, or it is damaged.</exception>
    public SuggestResponse Suggest(SuggestRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var timing = meter.Query("suggest");
        return suggester.Answer(request);
    }

    /// <summary>
    /// Begins to make the suggestions in the background, so that who types first need not wait for them: some 100 ms for
    /// ten thousand records, seconds for a million.
    /// </summary>
    public void BeginSuggestions() => suggester.Begin();

    /// <summary>Changes whenever a suggestion could: with each commit, and once more when the suggestions have followed it.</summary>
    /// <exception cref="IndexUnavailableException">There is no index, or it is damaged.</exception>
    public string SuggestVersion() => suggester.Version();

    /// <summary>The record with this id, and the source that owns it; null when there is none. Not for passages' ids.</summary>
    /// <param name="id">The record's id.</param>
    /// <param name="scope">What the asker may see; null for everything. What does not pass it is as if it were not there.</param>
    /// <exception cref="IndexUnavailableException">There is no index, or it is damaged.</exception>
    public StoredRecord? Find(string id, FilterNode? scope = null) =>
        served.Read(
            (_, snapshot) =>
            {
                if (new RecordLookup(snapshot.IndexReader).Find(id) is not { } head)
                    return null;
                var guard = scope is null ? null : new ScopeGuard(snapshot, scope);
                if (guard?.Shows(head) == false)
                    return null;
                var stored = Stored(snapshot, head);
                return guard is null ? stored : stored with { Also = guard.Visible(stored.Also) };
            }
        );

    /// <summary>All records by id, each as one line of JSON (UTF-8, no line end), from one snapshot.</summary>
    /// <exception cref="IndexUnavailableException">There is no index, or it is damaged.</exception>
    public IEnumerable<ReadOnlyMemory<byte>> Export(CancellationToken cancellationToken = default) =>
        Export(null, cancellationToken);

    /// <summary>The same of the records that one source owns; of all when <paramref name="source"/> is null.</summary>
    /// <exception cref="IndexUnavailableException">There is no index, or it is damaged.</exception>
    public IEnumerable<ReadOnlyMemory<byte>> Export(string? source, CancellationToken cancellationToken)
    {
        using var lease = served.Acquire(out _);
        // Ids are short; the records themselves are read one at a time.
        var heads = new RecordLookup(lease.Snapshot.IndexReader)
            .AllHeads()
            .Where(head => source is null || head.Source == source)
            .Select(head => (head.Id, head))
            .OrderBy(pair => pair.Id, StringComparer.Ordinal)
            .ToList();
        foreach (var (_, head) in heads)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return RecordJson.Write(head.ReadWhole());
        }
    }

    /// <summary>The sources by name, with what each owns.</summary>
    /// <exception cref="IndexUnavailableException">There is no index, or it is damaged.</exception>
    public IReadOnlyList<SourceSummary> Sources() => served.Read((_, snapshot) => IndexCounts.BySource(snapshot));

    /// <summary>Counts and versions of what is served.</summary>
    /// <exception cref="IndexUnavailableException">There is no index, or it is damaged.</exception>
    public IndexStats Stats() =>
        served.Read(
            (index, snapshot) =>
            {
                var (talks, interviews, passages) = IndexCounts.Of(snapshot);
                return new IndexStats(
                    talks,
                    interviews,
                    passages,
                    snapshot.CountWorks(talks + interviews),
                    VersionOf(index, snapshot),
                    index.Schema,
                    index.Generation,
                    snapshot.Segments.Count,
                    folder.SizeBytes(index.Generation),
                    OpenIndex.TimeOf(((DirectoryReader)snapshot.IndexReader).IndexCommit)
                );
            }
        );

    /// <summary>The last commits that searches have come to see, the newest first.</summary>
    public IReadOnlyList<SeenCommit> RecentCommits => served.RecentCommits;

    /// <summary>The generations on disk, the newest first; empty when there is no index.</summary>
    public IReadOnlyList<GenerationSummary> Generations() => GenerationSummary.All(folder);

    /// <summary>Changes whenever an answer could.</summary>
    /// <exception cref="IndexUnavailableException">There is no index, or it is damaged.</exception>
    public string Version() => served.Read(VersionOf);

    /// <summary>
    /// Looks for a newer commit or generation and for changed synonyms, and serves them; true when there was something.
    /// Never throws.
    /// </summary>
    public bool Refresh()
    {
        lock (opening)
        {
            var isNewer = served.Refresh();
            if (isNewer)
                suggester.Follow();
            return isNewer | RefreshSynonyms();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        suggester.Dispose();
        served.Dispose();
        analysis.Dispose();
        meter.Dispose();
    }

    private CandidateRequest CandidatesOf(ParsedQuery query, SearchRequest request, int skip, int take) =>
        new(
            query,
            request.Match,
            request.Filter,
            request.Sort,
            request.Group,
            request.WithRecency,
            request.CorrectSpelling,
            request.Explain,
            skip,
            take
        )
        {
            // Lucene's language means what it says.
            Synonyms = request.Syntax == QuerySyntax.Simple ? synonyms.Current : SynonymTable.Empty,
        };

    private string VersionOf(OpenIndex index, IndexSnapshot snapshot) =>
        $"{index.Version(snapshot)}.{answerVersion}.{synonyms.Current.Hash}";

    private bool RefreshSynonyms()
    {
        var troubleBefore = synonyms.Trouble;
        var isChanged = synonyms.Refresh();
        if (isChanged || synonyms.Trouble != troubleBefore)
            LogSynonyms();
        return isChanged;
    }

    private void LogSynonyms()
    {
        if (synonyms.Trouble is { } trouble)
            LogSynonymTrouble(trouble);
        foreach (var fault in synonyms.Current.Faults.Take(MostFaultsLogged))
            LogSynonymTrouble(fault.ToString());
        LogSynonymsRead(synonyms.Current.Count, synonyms.Current.Faults.Count);
    }

    private (SnapshotLease Lease, string Version) AcquireVersion()
    {
        var lease = served.Acquire(out var index);
        return (lease, $"{index.Version(lease.Snapshot)}.{answerVersion}");
    }

    private static StoredRecord Stored(IndexSnapshot snapshot, RecordHead head)
    {
        var record = head.ReadWhole();
        var also = snapshot
            .OtherHeads(head.GlobalDoc)
            .Select(other => RelatedForm.Of(snapshot.ReadHead(other), matched: false));
        return new StoredRecord(record, RecordJson.Write(record), head.Source, [.. also]);
    }

    [LoggerMessage(
        EventName = "SynonymsRead",
        Level = LogLevel.Information,
        Message = "Synonyms in force: {PairCount}; lines that could not be used: {FaultCount}"
    )]
    private partial void LogSynonymsRead(int pairCount, int faultCount);

    [LoggerMessage(EventName = "SynonymTrouble", Level = LogLevel.Warning, Message = "{Problem}")]
    private partial void LogSynonymTrouble(string problem);
}

/// <summary>A record as it stands in the index.</summary>
/// <param name="Record">The record.</param>
/// <param name="Json">The whole source record as one line of JSON, unknown members included.</param>
/// <param name="Source">The source that owns it.</param>
/// <param name="Also">The other records of the same work.</param>
public sealed record StoredRecord(
    Record Record,
    ReadOnlyMemory<byte> Json,
    string Source,
    IReadOnlyList<RelatedForm> Also
);
