using System.Text;
using Search.Engine.Checking;
using Search.Engine.Documents;
using Search.Engine.Sources;

namespace Search.Tests.Checking;

/// <summary>Each rule on a few lines of JSON: what it finds, and what only looks like it.</summary>
public sealed class SourceRuleTests
{
    private const string Long =
        "A queue without a limit is a memory leak with a schedule. We look at three ways to say no, at what each of them "
        + "costs the caller, and at the one that we chose after a year in which every other week something fell over.";

    [Theory]
    [InlineData("""{"title":"Raft"}""", "missing_abstract")]
    [InlineData("""{"title":"Raft","abstract":" "}""", "missing_abstract")]
    [InlineData("""{"title":"Raft","abstract":"Raft!"}""", "placeholder_abstract")]
    [InlineData("""{"title":"Raft","abstract":"TBA"}""", "placeholder_abstract")]
    [InlineData("""{"title":"Raft","abstract":"To be announced."}""", "placeholder_abstract")]
    [InlineData("""{"title":"Raft","abstract":"How a cluster agrees."}""", "")]
    [InlineData("""{"title":"Raft","abstract":"分散システムの合意を学ぶ"}""", "")]
    [InlineData("""{"title":"T","abstract":"How a cluster agrees.","date":"1970-01-01"}""", "suspicious_date")]
    [InlineData("""{"title":"T","abstract":"How a cluster agrees.","date":"2031"}""", "suspicious_date")]
    [InlineData("""{"title":"T","abstract":"How a cluster agrees.","date":"1024-03"}""", "suspicious_date")]
    [InlineData(
        """{"title":"T","abstract":"How a cluster agrees.","date":"2013-03","event":"Brook 2019"}""",
        "suspicious_date"
    )]
    [InlineData("""{"title":"T","abstract":"How a cluster agrees.","date":"2020-01-09","event":"Brook 2019"}""", "")]
    [InlineData("""{"title":"T","abstract":"How a cluster agrees.","date":"1970"}""", "")]
    [InlineData("""{"title":"T","abstract":"How a cafÃ© agrees."}""", "mojibake")]
    [InlineData("""{"title":"T","abstract":"How a caf\ufffd agrees."}""", "mojibake")]
    [InlineData("""{"title":"T","abstract":"How a café in SÃO Paulo agrees."}""", "")]
    [InlineData("""{"title":"T","abstract":"How a \u0008cluster agrees."}""", "control_character")]
    [InlineData("""{"title":"T","abstract":"How &amp;amp; why clusters agree."}""", "encoded_twice")]
    public void One_talk_gives(string talk, string expected) => Assert.Equal(expected, Codes(Talk("a", talk)));

    [Theory]
    [InlineData("ko", "language_mismatch")]
    [InlineData("eng", "")]
    [InlineData(null, "")]
    public void A_text_in_another_language_than_its_label_is_found(string? label, string expected)
    {
        var talk = Collection.Talk("a", "Queues", Long) with { Language = label };

        Assert.Equal(expected, Codes(talk));
    }

    [Fact]
    public void A_text_under_three_titles_is_boilerplate_and_said_once()
    {
        const string sponsor = "Videos of this event are kindly provided by a sponsor.";

        var findings = Check(
            Collection.Talk("a", "One", sponsor),
            Collection.Talk("b", "Two", sponsor),
            Collection.Talk("c", "Three", sponsor)
        );

        Assert.Equal(
            "test.jsonl:1: boilerplate_abstract: has an abstract that stands in 3 records, also at test.jsonl:2 and test.jsonl:3",
            Assert.Single(findings).ToString()
        );
        Assert.Equal("", Codes(Collection.Talk("a", "One", sponsor), Collection.Talk("b", "Two", sponsor)));
    }

    [Fact]
    public void The_same_talk_under_two_ids_is_a_duplicate_unless_it_was_given_twice()
    {
        var talk = Collection.Talk("a", "Queues", Long, ["Ada Kell"]) with { Event = "Brook 2024" };

        var finding = Assert.Single(Check(talk, talk with { Id = "b", Title = "Queues." }));
        var repeat = Check(talk, talk with { Id = "b", Event = "Brook 2025" });

        Assert.Equal("test.jsonl:2: duplicate: is the same as a at test.jsonl:1", finding.ToString());
        Assert.Empty(repeat);
    }

    [Fact]
    public void Nearly_the_same_text_is_found_and_the_repeat_of_a_talk_is_not()
    {
        var talk = Collection.Talk("a", "Queues", Long, ["Ada Kell"]) with { Event = "Brook 2024" };
        var revised = talk with { Id = "b", Abstract = $"New: {Long}", Event = "Brook 2025" };

        Assert.Equal("near_duplicate", Codes(talk, revised with { Title = "Limits" }));
        Assert.Equal("", Codes(talk, revised));
        Assert.Equal(
            "",
            Codes(
                talk,
                talk with
                {
                    Id = "b",
                    Title = "Limits",
                    Abstract = string.Join(' ', Long.Split(' ').Reverse()),
                }
            )
        );
    }

    [Fact]
    public void One_title_for_two_texts_of_an_event_is_found()
    {
        var talk = Collection.Talk("a", "Lightning talks", "What was shown on Tuesday.") with { Event = "Brook 2024" };
        var other = talk with { Id = "b", Abstract = "Other things, shown on Friday." };

        Assert.Equal("same_title", Codes(talk, other));
        Assert.Equal("", Codes(talk, other with { Event = "Brook 2025" }));
    }

    [Theory]
    [InlineData("Łukasz Wrześniak", "Lukasz Wrzesniak", true)]
    [InlineData("Ada Kell", "ada kell", true)]
    [InlineData("Ada Kell", "Kell, Ada", true)]
    [InlineData("Jürgen Müller", "Juergen Mueller", true)]
    [InlineData("J. R. Kell", "J.R. Kell", true)]
    [InlineData("Ada Kell", "Ida Kell", false)]
    [InlineData("Peter Jansen", "Peter Hansen", false)]
    [InlineData("Anna Martin", "Anna Martins", false)]
    [InlineData("Michał Nowak", "Michael Nowak", false)]
    public void A_speaker_under_two_spellings_is_found(string usual, string other, bool isFound)
    {
        Record[] talks =
        [
            Collection.Talk("a", "One", "About the first thing.", [usual]),
            Collection.Talk("b", "Two", "About the second thing.", [usual]),
            Collection.Talk("c", "Three", "About the third thing.", [other]),
        ];

        var findings = Check(talks);

        string[] expected = isFound
            ? [$"test.jsonl:3: speaker_spelling: names \"{other}\", who is \"{usual}\" in 2 records"]
            : [];
        Assert.Equal(expected, findings.Select(finding => finding.ToString()));
    }

    [Theory]
    [InlineData("Daniele Procida", "Danielle Procida", true)]
    [InlineData("Ada Bjergkvist", "Ada Bjegrkvist", true)]
    [InlineData("Daniel Procida", "Daniela Procida", false)]
    public void A_letter_doubled_or_swapped_in_a_long_name_is_a_spelling_too(
        string usual,
        string other,
        bool isFound
    ) => A_speaker_under_two_spellings_is_found(usual, other, isFound);

    [Fact]
    public void Questions_and_answers_that_lack_each_other_are_found()
    {
        const string interview =
            """{"id":"i","kind":"interview","title":"Chat","questions":[{"question":"Q:","answer":"Yes."},{"question":"Why?"}]}""";

        Assert.Equal("answer_without_question unanswered_question", Codes(Parse(interview)));
    }

    [Fact]
    public void An_answer_that_keeps_its_record_out_has_the_same_code()
    {
        using var folder = new TemporaryFolder();
        var path = folder["a.jsonl"];
        File.WriteAllText(path, """{"id":"i","kind":"interview","title":"Chat","questions":[{"answer":"Yes."}]}""");
        var check = new SourceCheck(TimeProvider.System, _ => true);

        check.Add(Importers.Read(path, SourceFiles.Find(path), null, TestContext.Current.CancellationToken));

        Assert.Equal("answer_without_question", Assert.Single(check.End().Findings).Code);
    }

    [Theory]
    [InlineData("https://a.example/#1", "https://a.example/#2", "")]
    [InlineData("https://a.example/#1", "https://a.example/#1", "dead_anchor")]
    [InlineData("https://a.example/#", "https://a.example/#2", "dead_anchor")]
    [InlineData("https://a.example/x", "https://a.example/x", "")]
    public void Anchors_of_answers_lead_somewhere(string first, string second, string expected)
    {
        var interview = Collection.Interview("i", "Chat", [("Why?", "Because."), ("How?", "Slowly.")]);
        var linked = interview with
        {
            Passages = [interview.Passages[0] with { Url = first }, interview.Passages[1] with { Url = second }],
        };

        Assert.Equal(expected, Codes(linked));
    }

    [Fact]
    public void An_interview_about_a_talk_that_is_not_there_is_found()
    {
        var interview = Collection.Interview("i", "Chat", [("Why?", "Because.")]) with { TalkId = "t" };

        Assert.Equal("dead_anchor", Codes(interview));
        Assert.Equal("", Codes(interview, Collection.Talk("t", "Queues", Long)));
    }

    [Theory]
    [InlineData("# What's new?\n\nSee [above](#whats-new).", null)]
    [InlineData("# New\n\nSee [above](#old).", 3)]
    [InlineData("<p id=\"old\">One</p>\n<a href=\"#old\">up</a>", null)]
    [InlineData("<p id=\"new\">One</p>\n<a href='#old'>up</a>", 2)]
    [InlineData("[up](#top) [elsewhere](https://a.example/#x)", null)]
    public void Links_within_a_page_lead_somewhere(string text, int? line)
    {
        var findings = PageAnchors.Of("page.md", text);

        Assert.Equal(line is { } at ? [at] : Array.Empty<long>(), findings.Select(finding => finding.Position.Line));
    }

    private static Record Talk(string id, string members) =>
        Parse($$"""{"id":"{{id}}","kind":"talk",{{members[1..]}}""");

    private static Record Parse(string json) =>
        RecordJson.Parse(Encoding.UTF8.GetBytes(json)).Record ?? throw new InvalidOperationException(json);

    private static string Codes(params Record[] records) =>
        string.Join(' ', Check(records).Select(finding => finding.Code));

    private static IReadOnlyList<Finding> Check(params Record[] records)
    {
        var clock = new FixedClock(new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero));
        var check = new SourceCheck(clock, _ => true);
        check.Add(Collection.Items(records));
        return check.End().Findings;
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
