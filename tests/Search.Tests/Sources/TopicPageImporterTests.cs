using System.Text;
using Search.Engine.Documents;
using Search.Engine.Sources;

namespace Search.Tests.Sources;

public sealed class TopicPageImporterTests
{
    /// <summary>A page of the invented conference Relay, as one copies it from a browser: nothing marks what a line is.</summary>
    private const string Page = """
        Queues and Streams
        Past Presentations
        Backpressure Without Tears
        A queue that grows without limit is a slow way to crash. We went through three designs until producers felt it when consumers fell behind, and this talk shows what each of them cost us, with the graphs of the week in which the second one...
        Who Owns the Queue?
        Four teams wrote to one topic and none of them read the alerts. How we found an owner for each stream.
        Stop! You Are Replaying Production!
        Replaying a log is the best tool for debugging until it sends ten thousand letters to real people. We built guards, and we’ll show them…
        Ordered Delivery: A Love Story
        Ordering is cheap within a partition and dear across them.

        Interviews
        Who Owns the Queue?
        Tell me how your team works.
        Nadia: We are six people and own the message bus of a railway company. What we run has to be boring, so we delete more than we write. Most weeks begin with a list of...
        Read Full InterviewBackpressure Without Tears
        What made you look at queues?
        An outage of nine hours. Nobody could say how long the queue was, and so nobody could say when it would be over.
        Read Full InterviewWhy Is My Stream Late?
        You came from game servers. What was different about railways?
        In a game, late means that a player is angry. Here it means that a train waits outside a station, and with it the three trains behind it.
        Read Full Interview
        """;

    [Fact]
    public void Talks_have_their_title_abstract_and_topic()
    {
        var talks = Records(Page).OfType<Talk>().ToList();

        Assert.Equal(
            [
                "Backpressure Without Tears",
                "Who Owns the Queue?",
                "Stop! You Are Replaying Production!",
                "Ordered Delivery: A Love Story",
            ],
            talks.Select(talk => talk.Title)
        );
        Assert.Equal("Ordering is cheap within a partition and dear across them.", talks[3].Abstract);
        Assert.All(talks, talk => Assert.Equal(["Queues and Streams"], talk.Topics));
    }

    [Fact]
    public void Interviews_have_their_question_and_answer()
    {
        var interviews = Records(Page).OfType<Interview>().ToList();

        Assert.Equal(
            ["Who Owns the Queue?", "Backpressure Without Tears", "Why Is My Stream Late?"],
            interviews.Select(interview => interview.Title)
        );
        Assert.Equal(
            [
                "Tell me how your team works.",
                "What made you look at queues?",
                "You came from game servers. What was different about railways?",
            ],
            interviews.Select(interview => interview.Passages.Single().Question)
        );
        Assert.StartsWith("Nadia: We are six people", interviews[0].Passages[0].Answer, StringComparison.Ordinal);
        Assert.EndsWith("the three trains behind it.", interviews[2].Passages[0].Answer, StringComparison.Ordinal);
        Assert.All(interviews, interview => Assert.Equal(["Queues and Streams"], interview.Topics));
    }

    [Fact]
    public void The_link_to_the_whole_interview_is_no_part_of_any_text() =>
        Assert.All(
            Records(Page),
            record =>
                Assert.DoesNotContain(
                    "Read Full",
                    Encoding.UTF8.GetString(RecordJson.Write(record)),
                    StringComparison.OrdinalIgnoreCase
                )
        );

    [Fact]
    public void Text_that_is_cut_off_is_kept_and_marked()
    {
        var records = Records(Page);

        Assert.Equal([true, false, true, false, true, false, false], records.Select(record => record.Excerpt));
        Assert.Equal(
            [true, false, false],
            records.OfType<Interview>().Select(interview => interview.Passages.Single().Excerpt)
        );
        Assert.EndsWith("the second one...", (records[0] as Talk)?.Abstract, StringComparison.Ordinal);
        Assert.EndsWith("we’ll show them…", (records[2] as Talk)?.Abstract, StringComparison.Ordinal);
    }

    [Fact]
    public void A_talk_and_an_interview_with_one_title_have_different_ids() =>
        Assert.Equal(
            [
                "relay/backpressure-without-tears",
                "relay/who-owns-the-queue",
                "relay/stop-you-are-replaying-production",
                "relay/ordered-delivery-a-love-story",
                "relay/interview/who-owns-the-queue",
                "relay/interview/backpressure-without-tears",
                "relay/interview/why-is-my-stream-late",
            ],
            Records(Page).Select(record => record.Id)
        );

    [Fact]
    public void Positions_are_the_lines_of_the_titles() =>
        Assert.Equal([3, 5, 7, 9, 13, 16, 19], Items(Page).Select(item => item.Position.Line));

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n\n")]
    [InlineData("\n \n\n")]
    [InlineData("  \n  ")]
    public void Windows_line_ends_blank_lines_and_spaces_change_no_record(string lineEnd) =>
        Assert.Equal(
            Records(Page).Select(Json),
            Records("\uFEFF" + Page.Replace("\n", lineEnd, StringComparison.Ordinal)).Select(Json)
        );

    [Fact]
    public void Two_runs_give_the_same_records() =>
        Assert.Equal(Records(Page).Select(Json), Records(Page).Select(Json));

    [Fact]
    public void An_abstract_has_all_its_paragraphs() =>
        Assert.Equal(
            "The first paragraph of this one says it all.\n\nThe second one adds a few more words to it.",
            Assert
                .Single(
                    Records(
                            """
                            Talks
                            Title Here
                            The first paragraph of this one says it all.
                            The second one adds a few more words to it.
                            """
                        )
                        .OfType<Talk>()
                )
                .Abstract
        );

    [Theory]
    [InlineData(
        "Talks\nOne Title\nA short abstract\nSecond Title\nLong enough to be told from a title.",
        "One Title: A short abstract | Second Title: Long enough to be told from a title."
    )]
    [InlineData(
        "Talks\nOne Title\nSecond Title\nLong enough to be told from a title.",
        "One Title:  | Second Title: Long enough to be told from a title."
    )]
    [InlineData("Talks\nOnly Title", "Only Title: ")]
    [InlineData("Talks\nOnly Title\nGo, and how we use it", "Only Title: Go, and how we use it")]
    public void Short_abstracts_and_titles_without_one_are_told_apart(string page, string expected) =>
        Assert.Equal(
            expected,
            string.Join(" | ", Records(page).OfType<Talk>().Select(talk => $"{talk.Title}: {talk.Abstract}"))
        );

    [Fact]
    public void A_page_without_topic_gives_records_without_topics() =>
        Assert.Empty(Assert.Single(Records("Past Presentations\nTitle Here")).Topics);

    [Fact]
    public void An_interview_may_have_several_questions_and_answers_of_several_paragraphs()
    {
        var interview = Assert.IsType<Interview>(
            Assert.Single(
                Records(
                    """
                    Interviews
                    A Day With Brokers
                    What do you do?
                    I run brokers, and I try not to.
                    On other days I write about them.
                    “And what is hard about it?”
                    Sleep. After that, saying no to one more topic for one more...
                    Then, who would not?
                    Read Full Interview
                    """
                )
            )
        );

        Assert.Equal(
            [
                new Passage(
                    1,
                    "What do you do?",
                    "I run brokers, and I try not to.\n\nOn other days I write about them."
                ),
                new Passage(
                    2,
                    "“And what is hard about it?”",
                    "Sleep. After that, saying no to one more topic for one more...\n\nThen, who would not?"
                ),
            ],
            interview.Passages
        );
    }

    [Fact]
    public void The_line_below_a_question_is_its_answer_even_when_it_asks_back() =>
        Assert.Equal(
            [new Passage(1, "Why queues?", "Why not?\n\nThey are everywhere.")],
            Records("Interviews\nA Title\nWhy queues?\nWhy not?\nThey are everywhere.")
                .OfType<Interview>()
                .Single()
                .Passages
        );

    [Fact]
    public void An_interview_is_an_excerpt_when_one_of_its_answers_is()
    {
        var interview = Assert.IsType<Interview>(
            Assert.Single(Records("Interviews\nA Title\nFirst question?\nIt depends on...\nSecond question?\nNo."))
        );

        Assert.True(interview.Excerpt);
        Assert.Equal([true, false], interview.Passages.Select(passage => passage.Excerpt));
    }

    [Fact]
    public void Without_the_link_the_next_title_is_told_by_how_it_reads() =>
        Assert.Equal(
            ["A Day With Brokers", "A Night With Brokers"],
            Records(
                    """
                    Interviews
                    A Day With Brokers
                    What do you do?
                    I run brokers, and I try not to.
                    A Night With Brokers
                    Why do you do it at night?
                    Because nobody watches.
                    """
                )
                .Select(record => record.Title)
        );

    [Fact]
    public void The_link_may_stand_right_behind_the_answer() =>
        Assert.Equal(
            ["One Title", "Another Title?"],
            Records(
                    """
                    Interviews
                    One Title
                    Why now?
                    It was time for a...Read Full InterviewAnother Title?
                    And now?
                    Not yet. Read Full Interview →
                    """
                )
                .Select(record => record.Title)
        );

    [Theory]
    [InlineData("Upcoming Presentations", "Past Interviews:")]
    [InlineData("TALKS", "interviews")]
    [InlineData("All Past Sessions", "More Interviews")]
    public void Headings_may_be_worded_otherwise(string talks, string interviews)
    {
        var page = Page.Replace("Past Presentations", talks, StringComparison.Ordinal)
            .Replace("\nInterviews", "\n" + interviews, StringComparison.Ordinal);

        Assert.Equal(Records(Page).Select(Json), Records(page).Select(Json));
        Assert.True(Recognises(page));
    }

    [Fact]
    public void Interviews_may_stand_above_the_talks() =>
        Assert.Equal(
            ["Interview One", "Talk Two"],
            Records("T\nInterviews\nOne\nWhy?\nSo.\nRead Full InterviewPast Presentations\nTwo\n")
                .Select(record => $"{record.Kind} {record.Title}")
        );

    [Theory]
    [InlineData("Interviews\nA Title", "p:2 the interview \"A Title\" has no question and no answer")]
    [InlineData("Interviews\nA Title\nWhy?", "p:2 the interview \"A Title\" has a question or an answer, not both")]
    [InlineData(
        "Talks\nA paragraph that stands alone without any title above it.",
        "p:2 is a paragraph without a title above it"
    )]
    [InlineData("T\nA word about it\nTalks\nA Title", "p:2 stands above the first heading")]
    [InlineData("Speakers\nNadia\nTalks\nA Title", "p:1 \"Speakers\" holds no talks or interviews")]
    [InlineData("Talks\nA Title\nTalks\nA Title", "p:4 stands on line 2 already, word for word")]
    public void What_cannot_be_understood_is_refused_with_line_and_reason(string page, string expected) =>
        Assert.Equal(expected, Refusals(page).Single());

    [Theory]
    [InlineData("", "p is empty")]
    [InlineData("Dear diary,", "p has no text below a heading such as \"Past Presentations\" or \"Interviews\"")]
    [InlineData(
        "Topic\nPast Presentations\nInterviews",
        "p has no text below a heading such as \"Past Presentations\" or \"Interviews\""
    )]
    public void A_page_without_sections_is_refused_as_a_whole(string page, string expected)
    {
        Assert.Equal(expected, Refusals(page).Single());
        Assert.True(Items(page).Single() is RefusedRecord { RestIsUnread: true });
    }

    [Fact]
    public void A_page_in_another_encoding_is_refused_with_the_line()
    {
        var refused = Assert.IsType<RefusedRecord>(Assert.Single(Items(Encoding.Latin1.GetBytes("T\nTalks\nÜber"))));

        Assert.Equal(3, refused.Position.Line);
        Assert.Equal("is not UTF-8 text; save the page as UTF-8; nothing was read from this page", refused.Reason);
    }

    [Fact]
    public void A_page_that_never_ends_is_refused_before_it_fills_the_memory()
    {
        var line = Encoding.UTF8.GetBytes("Talks\n" + new string('x', 500_000) + "\n");
        var endless = new SourceFile("p", () => new PieceStream(() => line));

        var refused = new TopicPageImporter().Read(endless, TestContext.Current.CancellationToken).Single();

        Assert.Equal(
            "the page is longer than 16 MiB; nothing was read from this page",
            (refused as RefusedRecord)?.Reason
        );
    }

    [Fact]
    public void One_title_with_two_texts_gives_two_ids() =>
        Assert.Equal(
            ["relay/lightning-talks", "relay/lightning-talks-2", "relay/lightning-talks-3"],
            Records("Talks\nLightning talks\nFirst day\nLightning talks\nSecond day\nLightning talks\nThird day")
                .Select(record => record.Id)
        );

    [Fact]
    public void A_source_name_too_long_for_ids_is_refused_with_what_to_do()
    {
        var file = new SourceFile("p", () => new MemoryStream("Talks\nA Title"u8.ToArray()), new string('s', 600));

        var refused = new TopicPageImporter().Read(file, TestContext.Current.CancellationToken).Single();

        Assert.Equal(
            "its id has 608 characters; 512 are allowed; give the source a shorter name",
            (refused as RefusedRecord)?.Reason
        );
    }

    [Theory]
    [InlineData(Page, true)]
    [InlineData("Interviews\n", true)]
    [InlineData("Speakers\nNadia", false)]
    [InlineData("A text about Past Presentations and Interviews", false)]
    [InlineData("{\"x\":\"\nTalks\n\"}", false)]
    [InlineData("---\ntitle: x\n---\nInterviews\n", false)]
    [InlineData("# Interviews\n", false)]
    public void A_page_is_recognised_by_its_headings(string text, bool expected) =>
        Assert.Equal(expected, Recognises(text));

    private static bool Recognises(string text) => new TopicPageImporter().Recognises(new SourceSample("p", text));

    private static List<Record> Records(string page) =>
        [.. Items(page).OfType<ImportedRecord>().Select(item => item.Record)];

    private static IEnumerable<string> Refusals(string page) =>
        Items(page).OfType<RefusedRecord>().Select(refused => $"{refused.Position} {refused.Reason}");

    private static List<ImportItem> Items(string page) => Items(Encoding.UTF8.GetBytes(page));

    private static List<ImportItem> Items(byte[] page) =>
        [
            .. new TopicPageImporter().Read(
                new SourceFile("p", () => new MemoryStream(page), "relay"),
                TestContext.Current.CancellationToken
            ),
        ];

    private static string Json(Record record) => Encoding.UTF8.GetString(RecordJson.Write(record));
}
