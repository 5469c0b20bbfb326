using Search.Engine.Analysis;
using Search.Engine.Querying;
using Search.Engine.Searching;

namespace Search.Engine.Suggesting;

/// <summary>The suggestions of one version of the index, with the lease that keeps their snapshot open.</summary>
internal sealed class SuggestionSnapshot(
    SuggestionIndex index,
    TextAnalysis analysis,
    SnapshotLease lease,
    string version,
    TimeSpan buildTime
) : IDisposable
{
    private readonly SuggestionViews views = new(index);
    private readonly TechnicalForms forms = new(analysis);

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
    /// <param name="request">What was typed.</param>
    /// <param name="live">What searches find now, where that is not what the suggestions were made from; else null.</param>
    public SuggestResponse Answer(SuggestRequest request, LiveRecords? live = null)
    {
        var typed = TypedText.Read(request.Query);
        var readings = forms.Of(request.Query, typed);
        var view = views.Under(request.Filter);
        var found = new SuggestionFinder(index, view, request.Limit).Find(typed, readings);
        var shown = new ShownSuggestions(index, new TypedRanges([typed, .. readings]), live);
        var beforeLast = typed.Count == 0 ? "" : request.Query[..typed[^1].Start];
        SuggestionGroup[] groups =
        [
            new(
                SuggestionKind.Query,
                [.. shown.Phrases(found.Phrases, ""), .. shown.Phrases(found.Continuations, beforeLast)]
            ),
            new(SuggestionKind.Talk, [.. shown.Titles(found.Talks, index.Talks)]),
            new(SuggestionKind.Interview, [.. shown.Titles(found.Interviews, index.Interviews)]),
            new(
                SuggestionKind.Speaker,
                [.. shown.Names(found.Speakers, index.Speakers, view.Speakers, FilterField.Speaker)]
            ),
            new(SuggestionKind.Topic, [.. shown.Names(found.Topics, index.Topics, view.Topics, FilterField.Topic)]),
        ];
        return new SuggestResponse(request.Query, [.. groups.Where(group => group.Items.Count > 0)], version);
    }

    /// <summary>Lets the snapshot go once the answers that use it are made.</summary>
    public void Dispose() => lease.Dispose();
}
