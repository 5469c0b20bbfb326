using Search.Engine.Documents;
using Search.Engine.Sources;

namespace Search.Tests.Sources;

public sealed class MarkdownImporterTests : IDisposable
{
    private readonly SourceImport _import = new();

    public void Dispose() => _import.Dispose();

    [Fact]
    public void Headings_that_ask_are_the_questions_of_an_interview()
    {
        var interview = _import.Interview(
            "ada.md",
            """
            ---
            title: Ada Kell
            summary: Writes queues
            date: 2025-06-03
            categories:
            - reliability
            ---

            Some words before.

            ### Who are you?

            I am [Ada][].

            More of it,
            wrapped.

            ### Why queues?

            * They wait.
            * They end.
            """
        );

        Assert.Equal(("brook/ada-kell", "Ada Kell"), (interview.Id, interview.Title));
        Assert.Equal("Writes queues\n\nSome words before.", interview.Intro);
        Assert.Equal(["Ada Kell"], interview.Speakers);
        Assert.Equal(["reliability"], interview.Topics);
        Assert.Equal("2025-06-03", interview.Date?.ToString());
        Assert.Equal(
            [("Who are you?", "I am Ada.\n\nMore of it, wrapped."), ("Why queues?", "They wait.\nThey end.")],
            interview.Passages.Select(passage => (passage.Question, passage.Answer))
        );
    }

    [Fact]
    public void Bold_paragraphs_that_ask_are_questions_too()
    {
        var interview = _import.Interview("a.md", "# On queues\n\n**Why?**\n\nBecause.\n\n**How?** Gently.\n");

        Assert.Equal("On queues", interview.Title);
        Assert.Equal([("Why?", "Because."), ("How?", "Gently.")], Pairs(interview));
    }

    [Fact]
    public void In_a_transcript_the_one_who_asks_opens_passages_and_the_others_are_speakers()
    {
        var interview = _import.Interview(
            "episode-7.md",
            "**Bo Lind:** Welcome. Who is here?\n\n**Ada Kell:** Me.\n\n**Cy Moe:** And me.\n\n"
                + "**Bo Lind:** Good.\n\n**Bo Lind:** Why queues?\n\n**Ada Kell:** They wait.\n\nAnd end.\n"
        );

        Assert.Equal("episode 7", interview.Title);
        Assert.Equal(["Ada Kell", "Cy Moe"], interview.Speakers);
        Assert.Equal(
            [
                ("Welcome. Who is here?", "Ada Kell: Me.\n\nCy Moe: And me.\n\nBo Lind: Good."),
                ("Why queues?", "They wait.\n\nAnd end."),
            ],
            Pairs(interview)
        );
    }

    [Fact]
    public void Questions_and_answers_may_be_marked_with_letters() =>
        Assert.Equal(
            [("Why?", "Because."), ("How?", "Gently.")],
            Pairs(_import.Interview("a.md", "# T\n\nQ: Why?\n\nA: Because.\n\nQ: How?\n\nA: Gently.\n"))
        );

    [Fact]
    public void A_page_with_front_matter_and_no_question_is_a_talk()
    {
        var talk = _import.Talk(
            "a.md",
            "---\ntitle: 'Queues: a story'\nspeakers: Ada Kell and Bo Lind\ntags: [a, b]\n---\nSay **no**.\n"
        );

        Assert.Equal(("brook/queues-a-story", "Queues: a story", "Say no."), (talk.Id, talk.Title, talk.Abstract));
        Assert.Equal(["Ada Kell", "Bo Lind"], talk.Speakers);
        Assert.Equal(["a", "b"], talk.Topics);
    }

    [Fact]
    public void Front_matter_that_is_no_yaml_is_read_line_by_line_and_noted()
    {
        var items = _import.Read(_import.Write("a.md", "---\ntitle: Queues: a story\ntags:\n- x\n---\nSay no.\n"));

        Assert.Contains("is no YAML", Assert.IsType<SourceNote>(items[0]).Text, StringComparison.Ordinal);
        Assert.Equal("Queues: a story", Assert.IsType<ImportedRecord>(items[1]).Record.Title);
    }

    [Fact]
    public void A_page_that_is_neither_is_refused_under_an_id_so_that_pruning_can_go_on()
    {
        var refused = Assert.IsType<RefusedRecord>(
            Assert.Single(_import.Read(_import.Write("README.md", "# Read me\n\nWords.\n")))
        );

        Assert.Equal("brook/read-me", refused.Id);
        Assert.False(refused.RestIsUnread);
    }

    [Fact]
    public void Two_pages_with_one_title_both_go_in()
    {
        _import.Write("a.md", "---\ntitle: Lunch\n---\nOne\n");
        _import.Write("b.md", "---\ntitle: Lunch\n---\nTwo\n");

        Assert.Equal(
            ["brook/lunch", "brook/lunch-2"],
            _import.Read().OfType<ImportedRecord>().Select(item => item.Record.Id)
        );
    }

    [Fact]
    public void Front_matter_nested_without_end_does_not_end_the_process() =>
        Assert.NotEmpty(
            _import.Read(_import.Write("a.md", "---\ntitle: T\nx: " + new string('[', 30_000) + "\n---\nText\n"))
        );

    private static IEnumerable<(string, string)> Pairs(Interview interview) =>
        interview.Passages.Select(passage => (passage.Question, passage.Answer));
}
