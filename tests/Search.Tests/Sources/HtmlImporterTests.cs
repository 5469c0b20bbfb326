using Search.Engine.Sources;

namespace Search.Tests.Sources;

public sealed class HtmlImporterTests : IDisposable
{
    private readonly SourceImport _import = new();

    public void Dispose() => _import.Dispose();

    [Fact]
    public void An_event_is_a_talk()
    {
        var talk = _import.Talk(
            "queues.html",
            Page(
                """
                {"@context":"https://schema.org","@type":"EducationEvent","name":"Queues &amp; locks","description":"<p>Say <b>no</b>.</p>",
                 "startDate":"2025-06-03T10:00:00+02:00","performer":[{"@type":"Person","name":"Ada Kell"},{"@type":"Organization","name":"Acme"}],
                 "keywords":"queues, reliability","url":"https://brook.example/queues","superEvent":{"@type":"Event","name":"Brook 2025"}}
                """
            )
        );

        Assert.Equal(("brook/queues-and-locks", "Queues & locks", "Say no."), (talk.Id, talk.Title, talk.Abstract));
        Assert.Equal(["Ada Kell"], talk.Speakers);
        Assert.Equal(["queues", "reliability"], talk.Topics);
        Assert.Equal(
            ("Brook 2025", "2025-06-03", "https://brook.example/queues"),
            (talk.Event, talk.Date?.ToString(), talk.Url)
        );
    }

    [Fact]
    public void The_parts_of_a_conference_are_its_talks()
    {
        var records = _import.Records(
            "schedule.html",
            Page(
                """{"@graph":[{"@type":"Event","name":"Brook 2025","startDate":"2025-06-03","subEvent":[{"@type":"Event","name":"One"},{"@type":"Event","name":"Two"}]}]}"""
            )
        );

        Assert.Equal(
            [("One", "Brook 2025", "2025-06-03"), ("Two", "Brook 2025", "2025-06-03")],
            records.Select(talk => (talk.Title, talk.Event, talk.Date?.ToString()))
        );
    }

    [Theory]
    [InlineData(
        """{"@type":"FAQPage","name":"FAQ","mainEntity":[{"@type":"Question","name":"Why?","acceptedAnswer":{"@type":"Answer","text":"<p>Because.</p>"}}]}"""
    )]
    [InlineData(
        """{"@type":["WebPage","FAQPage"],"name":"FAQ","mainEntity":{"@type":"Question","text":"Why?","acceptedAnswer":[{"text":"Because."}]}}"""
    )]
    [InlineData(
        """[{"@type":"QAPage","name":"FAQ","mainEntity":{"@type":"Question","name":"Why?","suggestedAnswer":[{"text":"Because."}]}}]"""
    )]
    public void Pages_of_questions_are_interviews(string json)
    {
        var interview = _import.Interview("faq.html", Page(json));

        Assert.Equal("FAQ", interview.Title);
        Assert.Equal([("Why?", "Because.")], interview.Passages.Select(passage => (passage.Question, passage.Answer)));
    }

    [Fact]
    public void An_article_whose_headings_ask_is_an_interview_with_links_to_them()
    {
        var interview = _import.Interview(
            "ada.html",
            Page(
                """{"@type":"Article","headline":"Ada Kell on no","datePublished":"2025-06-03","url":"https://brook.example/ada"}""",
                """
                <nav>Menu?</nav><article><h1>Ada Kell on no</h1><p>Words.</p><h2 id="why">Why?</h2><p>Because.</p>
                <h2>How?</h2><ul><li>Gently.</li></ul></article>
                """,
                "<link rel='canonical' href='https://brook.example/ada'>"
            )
        );

        Assert.Equal(
            ("Ada Kell on no", "Words.", "2025-06-03"),
            (interview.Title, interview.Intro, interview.Date?.ToString())
        );
        Assert.Equal(
            [("Why?", "https://brook.example/ada#why"), ("How?", null)],
            interview.Passages.Select(passage => (passage.Question, passage.Url))
        );
    }

    [Fact]
    public void A_page_that_says_nothing_about_itself_is_an_interview_when_two_headings_ask() =>
        Assert.Equal(
            2,
            _import
                .Interview("a.html", "<!doctype html><title>T</title><h3>Why?</h3><p>So.</p><h3>How?</h3><p>Well.</p>")
                .Passages.Count
        );

    [Fact]
    public void A_page_without_talk_or_interview_is_refused()
    {
        var refused = Assert.IsType<RefusedRecord>(
            _import.Read(_import.Write("a.html", "<!doctype html><title>T</title><p>Text"))[0]
        );

        Assert.StartsWith("has no JSON-LD", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_json_in_a_page_is_noted_with_its_line()
    {
        var items = _import.Read(_import.Write("a.html", Page("{\"@type\":\"Event\",\n\"name\": }")));

        var note = Assert.IsType<SourceNote>(items[0]);
        Assert.Equal(4, note.Position.Line);
        Assert.StartsWith("its JSON-LD is not JSON", note.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Elements_nested_without_end_are_refused() =>
        Assert.Contains(
            "deeper",
            Assert
                .IsType<RefusedRecord>(
                    _import.Read(_import.Write("a.html", "<html>" + string.Concat(Enumerable.Repeat("<div>", 50_000))))[
                        0
                    ]
                )
                .Reason,
            StringComparison.Ordinal
        );

    private static string Page(string json, string body = "", string head = "") =>
        $"<!DOCTYPE html>\n<html><head><title>Page</title>{head}\n<script type=\"application/ld+json\">{json}</script></head><body>{body}</body></html>";
}
