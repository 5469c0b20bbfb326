using Search.Engine.Documents;
using Search.Engine.Searching;
using Search.Engine.Snippets;

namespace Search.Service.Pages.Records;

/// <summary>The whole text of a record: an abstract, or an introduction and the questions with their answers.</summary>
internal static class RecordText
{
    // Fewer questions are seen at a glance.
    private const int LeastListed = 3;

    public static Html Of(Record record, RecordHighlights marks) =>
        record is Interview interview
            ? Html.Join([Prose(interview.Intro, marks.Text), Contents(interview, marks), Questions(interview, marks)])
            : Prose(((Talk)record).Abstract, marks.Text);

    private static Html Prose(string? text, IReadOnlyList<HighlightRange> ranges) =>
        string.IsNullOrWhiteSpace(text)
            ? Html.None
            : Html.Of($"""<div class="prose">{TextBlocks.Of(text, ranges)}</div>""");

    private static Html Contents(Interview interview, RecordHighlights marks) =>
        interview.Passages.Count < LeastListed
            ? Html.None
            : Html.Of(
                $"""
                <nav class="contents" aria-labelledby="questions"><h2 id="questions">{interview.Passages.Count} questions</h2><ol>
                {interview.Passages.Zip(marks.Passages, Entry)}
                </ol></nav>
                """
            );

    private static Html Entry(Passage passage, PassageHighlights marks)
    {
        var found = marks.Question.Count + marks.Answer.Count;
        var badge = found == 0 ? Html.None : Html.Of($""" <span class="found">{found} found</span>""");
        return Html.Of(
            $"""
            <li value="{passage.Number}"><a href="#{QuestionAnchor.Of(passage)}">{Html.Text(
                passage.Question
            )}</a>{badge}</li>

            """
        );
    }

    private static Html Questions(Interview interview, RecordHighlights marks) =>
        Html.Join(interview.Passages.Zip(marks.Passages, (passage, found) => Question(interview, passage, found)));

    private static Html Question(Interview interview, Passage passage, PassageHighlights marks)
    {
        var anchor = QuestionAnchor.Of(passage);
        var url = RecordUrl.Of(interview, passage);
        var rest = passage.Excerpt ? "The answer goes on at the original" : "At the original";
        var original = WebLink.IsWeb(url)
            ? Html.Of($"""<p class="source"><a href="{url}">{rest}</a></p>""")
            : Html.None;
        return Html.Of(
            $"""
            <section class="question" id="{anchor}" aria-labelledby="{anchor}-text">
            <h2 id="{anchor}-text" dir="auto"><a href="#{anchor}">{Html.Marked(
                passage.Question,
                marks.Question
            )}</a></h2>
            <div class="prose">{TextBlocks.Of(passage.Answer, marks.Answer)}</div>
            {original}</section>

            """
        );
    }
}
