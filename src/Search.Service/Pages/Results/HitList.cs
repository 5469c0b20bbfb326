using Search.Engine.Documents;
using Search.Engine.Searching;
using Search.Engine.Snippets;
using Search.Service.Pages.Records;

namespace Search.Service.Pages.Results;

/// <summary>Hits as an ordered list of cards.</summary>
/// <param name="site">Where they lead.</param>
/// <param name="foundBy">The search; links carry it, so that its words are marked behind them, and there is a way back.</param>
internal sealed class HitList(Site site, SearchRequest foundBy)
{
    private const int MostSpeakers = 4;
    private const int MostTopics = 5;

    /// <summary>Whether each hit names its topics.</summary>
    public bool WithTopics { get; init; } = true;

    /// <param name="hits">One page of them.</param>
    public Html Of(IReadOnlyList<SearchHit> hits)
    {
        var first = ((foundBy.Page - 1) * foundBy.HitsPerPage) + 1;
        return hits.Count == 0
            ? Html.None
            : Html.Of(
                $"""
                <ol class="hits" start="{first}">
                {hits.Select(Hit)}
                </ol>
                """
            );
    }

    private Html Hit(SearchHit hit) =>
        Html.Of(
            $"""
            <li><article{RecordCaption.LanguageAttribute(hit.Record)}>
            {(hit.Passage is null ? Work(hit) : Answer((Interview)hit.Record, hit.Passage))}
            {(WithTopics ? RecordCaption.Topics(site, hit.Record, MostTopics) : Html.None)}
            {HitFooter.Of(hit)}
            </article></li>

            """
        );

    private Html Work(SearchHit hit)
    {
        var record = hit.Record;
        return Html.Of(
            $"""
            {RecordCaption.Line(site, record)}
            <h2 dir="auto"><a href="{Address(record.Id)}">{Html.Marked(hit.Title.Text, hit.Title.Ranges)}</a></h2>
            {RecordCaption.Speakers(site, record, MostSpeakers)}
            {Paragraph(OwnSnippet(hit))}
            {Passages(hit)}
            {hit.Also.Select(Also)}
            """
        );
    }

    private Html Answer(Interview interview, PassageHit hit) =>
        Html.Of(
            $"""
            {RecordCaption.Line(site, interview)}
            <h2 dir="auto"><a href="{Address(interview, hit)}">{Html.Marked(
                hit.Question.Text,
                hit.Question.Ranges
            )}</a></h2>
            {RecordCaption.Speakers(site, interview, MostSpeakers)}
            {Paragraph(hit.Snippet)}
            <p class="also">From the interview <a href="{Address(interview.Id)}">{Html.Text(interview.Title)}</a></p>
            """
        );

    // The best answer stands under its question already.
    private static Snippet? OwnSnippet(SearchHit hit) =>
        hit.Passages.Count > 0 && hit.Snippet?.Field == hit.Passages[0].Snippet.Field ? null : hit.Snippet;

    private static Html Paragraph(Snippet? snippet) =>
        snippet is null or { Text.Length: 0 }
            ? Html.None
            : Html.Of($"""<p dir="auto">{Html.Marked(snippet.Text, snippet.Ranges)}</p>""");

    // An interview that was found by its title or speaker has passages in which nothing is marked: the first may stand for it.
    private Html Passages(SearchHit hit)
    {
        var marked = hit.Passages.Where(IsMarked).ToList();
        var shown = marked.Count > 0 ? marked : [.. hit.Passages.Take(1)];
        return shown.Count == 0
            ? Html.None
            : Html.Of(
                $"""
                <ul class="answers">
                {shown.Select(passage => Passage((Interview)hit.Record, passage))}
                </ul>
                """
            );
    }

    /// <summary>Whether the query's words stand in what is shown of a passage.</summary>
    public static bool IsMarked(PassageHit hit) => hit.Question.Ranges.Count + hit.Snippet.Ranges.Count > 0;

    private Html Passage(Interview interview, PassageHit hit)
    {
        var question = Html.Marked(hit.Question.Text, hit.Question.Ranges);
        return Html.Of(
            $"""
            <li><h3 dir="auto"><a href="{Address(interview, hit)}">{question}</a></h3>
            {Paragraph(hit.Snippet)}</li>

            """
        );
    }

    private Html Also(RelatedForm form)
    {
        var name = form.Kind == RecordKind.Talk ? "Also as a talk" : "Also as an interview";
        return Html.Of($"""<p class="also">{name}: <a href="{Address(form.Id)}">{Html.Text(form.Title)}</a></p>""");
    }

    private string Address(string id) => site.Document(id, foundBy);

    private string Address(Interview interview, PassageHit hit) =>
        $"{Address(interview.Id)}#{QuestionAnchor.Of(hit.Passage)}";
}
