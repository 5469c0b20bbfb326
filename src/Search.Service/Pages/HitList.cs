using Search.Engine.Documents;
using Search.Engine.Searching;
using Search.Engine.Snippets;
using Search.Service.Parameters;

namespace Search.Service.Pages;

/// <summary>Hits as an ordered list.</summary>
internal static class HitList
{
    /// <param name="pathBase">Where the service is mounted.</param>
    /// <param name="hits">One page of them.</param>
    /// <param name="first">The number of the first one, from 1.</param>
    public static Html Of(PathString pathBase, IReadOnlyList<SearchHit> hits, int first) =>
        hits.Count == 0
            ? Html.None
            : Html.Of(
                $"""
                <ol class="hits" start="{first}">
                {hits.Select(hit => Hit(pathBase, hit))}
                </ol>
                """
            );

    private static Html Hit(PathString pathBase, SearchHit hit)
    {
        var record = hit.Record;
        return Html.Of(
            $"""
            <li><article>
            <h2><a href="{Address(pathBase, record)}">{Marked(hit.Title.Text, hit.Title.Ranges)}</a></h2>
            <p class="about">{About(record)}</p>
            {Paragraph(OwnSnippet(hit))}
            {hit.Passages.Select(passage => Passage((Interview)record, passage))}
            {hit.Also.Select(Also)}
            {Topics(pathBase, record.Topics)}
            </article></li>

            """
        );
    }

    // The record itself is the next best thing to a page that is not on the web, or whose address is no web address.
    private static string Address(PathString pathBase, Record record) =>
        WebLink.IsWeb(record.Url) ? record.Url! : $"{pathBase}/v1/documents/{Uri.EscapeDataString(record.Id)}";

    private static string About(Record record)
    {
        string?[] parts =
        [
            record.Kind == RecordKind.Talk ? "Talk" : "Interview",
            string.Join(", ", record.Speakers),
            record.Event,
            record.Date?.ToString(),
        ];
        return string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    // The best answer stands under its question already.
    private static Snippet? OwnSnippet(SearchHit hit) =>
        hit.Passages.Count > 0 && hit.Snippet?.Field == hit.Passages[0].Snippet.Field ? null : hit.Snippet;

    private static Html Paragraph(Snippet? snippet) =>
        snippet is null ? Html.None : Html.Of($"<p>{Marked(snippet.Text, snippet.Ranges)}</p>");

    private static Html Passage(Interview interview, PassageHit hit)
    {
        var question = Marked(hit.Question.Text, hit.Question.Ranges);
        return Html.Of(
            $"""
            <section><h3>{WebLink.To(RecordUrl.Of(interview, hit.Passage), question)}</h3>
            {Paragraph(hit.Snippet)}</section>

            """
        );
    }

    private static Html Also(RelatedForm form)
    {
        var name = form.Kind == RecordKind.Talk ? "Also as a talk" : "Also as an interview";
        return Html.Of($"""<p class="also">{name}: {WebLink.To(form.Url, Html.Of($"{form.Title}"))}</p>""");
    }

    private static Html Topics(PathString pathBase, IReadOnlyList<string> topics) =>
        topics.Count == 0
            ? Html.None
            : Html.Of($"""<ul class="topics">{topics.Select(topic => Topic(pathBase, topic))}</ul>""");

    private static Html Topic(PathString pathBase, string topic)
    {
        var search = new SearchRequest { Filter = new RecordFilter { Topics = [topic] } };
        return Html.Of($"""<li><a href="{pathBase}/search{SearchAddress.Of(search)}">{topic}</a></li>""");
    }

    private static Html Marked(string text, IReadOnlyList<HighlightRange> ranges) =>
        Html.Trusted(SnippetHtml.Of(text, ranges));
}
