using Search.Engine.Searching;

namespace Search.Engine.Suggesting;

/// <summary>
/// What is left of the suggestions of one snapshot under the filters that were used last: who types sends the same filter
/// with every key, and working it out takes longer than finding what fits.
/// </summary>
internal sealed class SuggestionViews(SuggestionIndex index)
{
    // A view takes up to 5 bytes a record and 8 a name: all views together stay within some 50 MB.
    private readonly int mostViews = Math.Clamp(4_000_000 / Math.Max(index.Heads.Count, 1), 4, 64);

    private readonly SuggestionView everything = index.Under(null);
    private readonly List<(IReadOnlyList<Restriction> Restrictions, SuggestionView View)> newestFirst = [];
    private readonly Lock inUse = new();

    /// <summary>What is left under a filter.</summary>
    public SuggestionView Under(RecordFilter filter)
    {
        // What restricts is the key, and nothing else makes the view: two filters cannot be taken for each other.
        var restrictions = Restriction.Of(filter, []);
        if (restrictions.Count == 0)
            return everything;
        if (Find(restrictions) is { } known)
            return known;
        var view = index.Under(restrictions);
        Add(restrictions, view);
        return view;
    }

    private SuggestionView? Find(IReadOnlyList<Restriction> restrictions)
    {
        lock (inUse)
        {
            var place = newestFirst.FindIndex(entry => entry.Restrictions.SequenceEqual(restrictions));
            if (place < 0)
                return null;
            var found = newestFirst[place];
            newestFirst.RemoveAt(place);
            newestFirst.Insert(0, found);
            return found.View;
        }
    }

    private void Add(IReadOnlyList<Restriction> restrictions, SuggestionView view)
    {
        lock (inUse)
        {
            newestFirst.Insert(0, (restrictions, view));
            if (newestFirst.Count > mostViews)
                newestFirst.RemoveAt(mostViews);
        }
    }
}
