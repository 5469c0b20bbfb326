using Search.Engine.Querying;

namespace Search.Engine.Suggesting;

/// <summary>From the numbers of what was found to what is shown of it.</summary>
/// <param name="index">What the numbers refer to.</param>
/// <param name="ranges">Marks what was typed.</param>
/// <param name="live">What searches find now, where that is not what the suggestions were made from; else null.</param>
internal sealed class ShownSuggestions(SuggestionIndex index, TypedRanges ranges, LiveRecords? live)
{
    /// <summary>Phrases behind what was typed before them, where both together are a plain query.</summary>
    // At least the records of the phrase are found: how many of the other words a record needs steps down until some are.
    public IEnumerable<Suggestion> Phrases(List<int> found, string before) =>
        found
            .Where(IsLive)
            .Select(phrase => string.Concat(before, index.Phrases.Texts[phrase]))
            .Where(text => before.Length == 0 || PlainQuery.Is(text))
            .Select(text => new Suggestion(text, ranges.Of(text)));

    /// <summary>Titles, with the record of each.</summary>
    public IEnumerable<Suggestion> Titles(List<int> found, TitleSet titles)
    {
        foreach (var title in found)
        {
            var doc = index.Heads.Doc(titles.Heads[title]);
            var caption = index.Snapshot.ReadCaption(doc);
            var id = index.Snapshot.Id(doc).Utf8ToString();
            if (live is null || live.Find(id)?.Title == caption.Title)
                yield return new Suggestion(caption.Title, ranges.Of(caption.Title), id, caption.Url);
        }
    }

    /// <summary>Names, with how many works have each.</summary>
    public IEnumerable<Suggestion> Names(List<int> found, NameSet names, TableView view, FilterField field)
    {
        foreach (var name in found)
        {
            var text = names.Texts[name].ToString();
            var works = live?.CountWorks(field, text) ?? view.WorksOf(name) ?? names.Works[name];
            if (works > 0)
                yield return new Suggestion(text, ranges.Of(text), TotalHits: works);
        }
    }

    // A record that holds the phrase is still there as it was, so a search for the phrase finds it.
    private bool IsLive(int phrase)
    {
        if (live is null)
            return true;
        var heads = index.Phrases.Heads[phrase];
        for (var head = heads.Next(); head >= 0; head = heads.Next())
        {
            var doc = index.Heads.Doc(head);
            var before = index.Snapshot.ReadCaption(doc);
            var now = live.Find(index.Snapshot.Id(doc).Utf8ToString());
            if (now is not null && now.Title == before.Title && now.Topics.SequenceEqual(before.Topics))
                return true;
        }
        return false;
    }
}
