using Search.Engine.Searching;

namespace Search.Service.Pages.Records;

/// <summary>Works as a short list: title, what it is, and the beginning of its text.</summary>
internal static class WorkList
{
    private const int MostSpeakers = 3;

    /// <param name="site">Where it leads.</param>
    /// <param name="hits">The works, in order.</param>
    /// <param name="withText">Whether the beginning of each text is shown.</param>
    public static Html Of(Site site, IEnumerable<SearchHit> hits, bool withText = false)
    {
        var items = hits.Select(hit => Item(site, hit, withText)).ToList();
        return items.Count == 0
            ? Html.None
            : Html.Of(
                $"""
                <ul class="works">
                {items}
                </ul>
                """
            );
    }

    private static Html Item(Site site, SearchHit hit, bool withText)
    {
        var record = hit.Record;
        var text =
            withText && hit.Snippet is { Text.Length: > 0 } snippet
                ? Html.Of($"""<p dir="auto">{Html.Text(snippet.Text)}</p>""")
                : Html.None;
        return Html.Of(
            $"""
            <li{RecordCaption.LanguageAttribute(record)}><h3 dir="auto"><a href="{site.Document(record.Id)}">{Html.Text(
                record.Title
            )}</a></h3>
            {RecordCaption.Speakers(site, record, MostSpeakers)}{RecordCaption.Line(site, record)}{text}</li>

            """
        );
    }
}
