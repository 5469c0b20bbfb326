using Search.Engine.Searching;

namespace Search.Engine.Suggesting;

/// <summary>The suggestions of one version of the index, with the lease that keeps their snapshot open.</summary>
internal sealed class SuggestionSnapshot(SuggestionIndex index, SnapshotLease lease, string version, TimeSpan buildTime)
    : IDisposable
{
    private readonly SuggestionViews views = new(index);

    public SuggestionIndex Index => index;

    /// <summary>The version of the index that they were made from.</summary>
    public string Version => version;

    /// <summary>How long it took to make them.</summary>
    public TimeSpan BuildTime => buildTime;

    /// <summary>Memory in bytes.</summary>
    public long Size => index.Size;

    /// <summary>Keeps the snapshot open for one answer; false when it has been let go. Each true needs a <see cref="Release"/>.</summary>
    public bool TryUse() => lease.Snapshot.IndexReader.TryIncRef();

    /// <summary>Ends a use.</summary>
    public void Release() => lease.Snapshot.IndexReader.DecRef();

    /// <summary>Answers from these suggestions, which must be in use.</summary>
    public SuggestResponse Answer(SuggestRequest request)
    {
        var typed = TypedText.Read(request.Query);
        var view = views.Under(request.Filter);
        var found = new SuggestionFinder(index, view, request.Limit).Find(typed);
        var ranges = new TypedRanges(typed);
        SuggestionGroup[] groups =
        [
            new(
                SuggestionKind.Query,
                [.. Phrases(found.Phrases, ranges), .. Continue(request.Query, typed, found.Continuations, ranges)]
            ),
            new(SuggestionKind.Talk, Titles(found.Talks, index.Talks, ranges)),
            new(SuggestionKind.Interview, Titles(found.Interviews, index.Interviews, ranges)),
            new(SuggestionKind.Speaker, Names(found.Speakers, index.Speakers, view.Speakers, ranges)),
            new(SuggestionKind.Topic, Names(found.Topics, index.Topics, view.Topics, ranges)),
        ];
        return new SuggestResponse(request.Query, [.. groups.Where(group => group.Items.Count > 0)], version);
    }

    /// <summary>Lets the snapshot go once the answers that use it are made.</summary>
    public void Dispose() => lease.Dispose();

    private List<Suggestion> Phrases(List<int> found, TypedRanges ranges) =>
        found.ConvertAll(phrase =>
        {
            var text = index.Phrases.Texts[phrase].ToString();
            return new Suggestion(text, ranges.Of(text));
        });

    // At least the records of the phrase are found: how many of the other words a record needs steps down until some are.
    private IEnumerable<Suggestion> Continue(
        string query,
        IReadOnlyList<TypedWord> typed,
        List<int> found,
        TypedRanges ranges
    ) =>
        found
            .Select(phrase => string.Concat(query.AsSpan(0, typed[^1].Start), index.Phrases.Texts[phrase]))
            .Where(PlainQuery.Is)
            .Select(text => new Suggestion(text, ranges.Of(text)));

    private List<Suggestion> Titles(List<int> found, TitleSet titles, TypedRanges ranges) =>
        found.ConvertAll(title =>
        {
            var doc = index.Heads.Doc(titles.Heads[title]);
            var caption = index.Snapshot.ReadCaption(doc);
            var id = index.Snapshot.Id(doc).Utf8ToString();
            return new Suggestion(caption.Title, ranges.Of(caption.Title), id, caption.Url);
        });

    private static List<Suggestion> Names(List<int> found, NameSet names, TableView view, TypedRanges ranges) =>
        found.ConvertAll(name =>
        {
            var text = names.Texts[name].ToString();
            return new Suggestion(text, ranges.Of(text), TotalHits: view.WorksOf(name) ?? names.Works[name]);
        });
}
