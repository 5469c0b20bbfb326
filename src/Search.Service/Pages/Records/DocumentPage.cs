using Search.Engine.Documents;
using Search.Engine.Relating;
using Search.Engine.Searching;

namespace Search.Service.Pages.Records;

/// <summary>What the page of a record is made of.</summary>
/// <param name="Stored">The record.</param>
/// <param name="Marks">What is marked in it.</param>
/// <param name="FoundBy">The search that led to it; null when none did.</param>
/// <param name="Related">Works on the same matter.</param>
/// <param name="BySpeaker">Other works by each of its speakers.</param>
internal sealed record DocumentView(
    StoredRecord Stored,
    RecordHighlights Marks,
    SearchRequest? FoundBy,
    RelatedResponse? Related,
    IReadOnlyList<WorksOfSpeaker> BySpeaker
);

/// <summary>Other works of a speaker.</summary>
/// <param name="Name">The speaker.</param>
/// <param name="Works">The newest of them.</param>
/// <param name="Total">All works, this one included.</param>
internal sealed record WorksOfSpeaker(string Name, IReadOnlyList<SearchHit> Works, int Total);

/// <summary>A whole talk or interview.</summary>
/// <param name="site">Where it leads.</param>
internal sealed class DocumentPage(Site site)
{
    private const int LongestDescription = 200;

    public HtmlPage Of(DocumentView view)
    {
        var record = view.Stored.Record;
        var main = Html.Of(
            $"""
            {Back(view.FoundBy)}
            <article class="record"{RecordCaption.LanguageAttribute(record)}>
            {RecordCaption.Line(site, record)}
            <h1 dir="auto">{Html.Marked(record.Title, view.Marks.Title)}</h1>
            {RecordCaption.Speakers(site, record)}
            {Original(record)}
            {OtherForms(view)}
            {RecordText.Of(record, view.Marks)}
            {RecordCaption.Topics(site, record)}
            </article>
            {Beside(view)}
            """
        );
        return new HtmlPage(record.Title, main)
        {
            Kind = "reading",
            Canonical = site.Document(record.Id),
            IsListed = true,
            Description = Description(record),
            Form = SearchForm.Of(site, view.FoundBy?.Query ?? "", []),
            Head = Html.Join([OtherFormat(record), new JsonLd(site).Of(record)]),
            Json = site.Path($"/v1{site.Document(record.Id)[site.PathBase.Length..]}"),
        };
    }

    private Html Back(SearchRequest? foundBy)
    {
        if (foundBy is null)
            return Html.None;
        var results =
            foundBy.Query.Length == 0
                ? Html.Of($"the results")
                : Html.Of($"""the results for <q>{Html.Text(foundBy.Query)}</q>""");
        return Html.Of(
            $"""<nav class="back" aria-label="Back"><a href="{site.Search(foundBy)}"><span aria-hidden="true">←</span> Back to {results}</a></nav>"""
        );
    }

    private static Html Original(Record record)
    {
        if (!WebLink.IsWeb(record.Url))
            return Html.None;
        var name = record.Excerpt ? "This is an excerpt: go on at the original" : "Go to the original";
        return Html.Of($"""<p class="original"><a href="{record.Url}">{name}</a></p>""");
    }

    private Html OtherForms(DocumentView view) =>
        view.Stored.Also.Count == 0
            ? Html.None
            : Html.Of($"""<ul class="forms">{view.Stored.Also.Select(form => OtherForm(form, view.FoundBy))}</ul>""");

    private Html OtherForm(RelatedForm form, SearchRequest? foundBy)
    {
        var name = form.Kind == RecordKind.Talk ? "The talk" : "The interview";
        var address = foundBy is null ? site.Document(form.Id) : site.Document(form.Id, foundBy);
        return Html.Of($"""<li><a href="{address}"><small>{name}</small> {Html.Text(form.Title)}</a></li>""");
    }

    private Html Beside(DocumentView view)
    {
        var speakers = view.BySpeaker.Select(BySpeaker).ToList();
        var related = view.Related is { Hits.Count: > 0 } found
            ? Html.Of(
                $"""<section><h2>On the same matter</h2>{WorkList.Of(site, found.Hits.Select(hit => hit.Hit))}</section>"""
            )
            : Html.None;
        return speakers.Count == 0 && related == Html.None
            ? Html.None
            : Html.Of($"""<aside class="beside" aria-label="More">{related}{speakers}</aside>""");
    }

    private Html BySpeaker(WorksOfSpeaker speaker) =>
        Html.Of(
            $"""
            <section><h2>More by {Html.Text(speaker.Name)}</h2>{WorkList.Of(site, speaker.Works)}
            <p><a href="{site.Speaker(speaker.Name)}">All {speaker.Total:N0} by {Html.Text(
                speaker.Name
            )}</a></p></section>
            """
        );

    private Html OtherFormat(Record record) =>
        Html.Of(
            $"""<link rel="alternate" type="application/json" href="{site.Path($"/v1{site.Document(record.Id)[site.PathBase.Length..]}")}">"""
        );

    private static string? Description(Record record)
    {
        var text = record is Interview interview
            ? interview.Intro ?? interview.Passages[0].Answer
            : ((Talk)record).Abstract;
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= LongestDescription)
            return line;
        var cut = line.LastIndexOf(' ', LongestDescription);
        return $"{line[..(cut < 1 ? LongestDescription : cut)]}…";
    }
}
