using System.Text;
using Search.Engine.Documents;

namespace Search.Tests.Documents;

public sealed class RecordJsonReadingTests
{
    [Fact]
    public void A_talk_has_all_its_members()
    {
        var talk = Talk(
            """
            {"id":"relay-2024/quorum","kind":"talk","title":"Quorum","abstract":"One.\n\nTwo.","speakers":["Ana","공유"],
            "topics":["consensus"],"event":"Relay 2024","date":"2024-03-05","language":"en","url":"https://relay.example/q","excerpt":true}
            """
        );

        Assert.Equal("relay-2024/quorum", talk.Id);
        Assert.Equal("Quorum", talk.Title);
        Assert.Equal("One.\n\nTwo.", talk.Abstract);
        Assert.Equal(["Ana", "공유"], talk.Speakers);
        Assert.Equal(["consensus"], talk.Topics);
        Assert.Equal("Relay 2024", talk.Event);
        Assert.Equal(20240305, talk.Date?.FirstDay);
        Assert.Equal("en", talk.Language);
        Assert.Equal("https://relay.example/q", talk.Url);
        Assert.True(talk.Excerpt);
        Assert.Empty(talk.Unknown);
    }

    [Fact]
    public void An_interview_has_its_questions_and_the_talk_it_is_about()
    {
        var interview = Interview(
            """
            {"id":"i","kind":"interview","title":"T","intro":"Hello.","talk":"relay-2024/quorum",
            "questions":[{"question":"Why?","answer":"So.","url":"https://relay.example/i#why"},{"question":"And?","answer":"Then…","excerpt":true}]}
            """
        );

        Assert.Equal("Hello.", interview.Intro);
        Assert.Equal("relay-2024/quorum", interview.TalkId);
        Assert.Equal(
            [new Passage(1, "Why?", "So.", "https://relay.example/i#why"), new Passage(2, "And?", "Then…", null, true)],
            interview.Passages
        );
    }

    [Fact]
    public void The_order_of_members_does_not_matter() =>
        Assert.Single(
            Interview(
                """{"questions":[{"answer":"A","question":"Q"}],"title":"T","kind":"interview","id":"i"}"""
            ).Passages
        );

    [Fact]
    public void Texts_are_trimmed_and_empty_ones_are_absent()
    {
        var talk = Talk("""{"id":" a ","kind":"talk","title":"\t T\n","abstract":"  ","event":"","url":" u "}""");

        Assert.Equal(("a", "T", null, null, "u"), (talk.Id, talk.Title, talk.Abstract, talk.Event, talk.Url));
    }

    [Fact]
    public void Null_is_as_absent()
    {
        var talk = Talk(
            """{"id":"a","kind":"talk","title":"T","abstract":null,"speakers":null,"date":null,"language":null,"excerpt":null}"""
        );

        Assert.Null(talk.Abstract);
        Assert.Empty(talk.Speakers);
        Assert.Null(talk.Date);
        Assert.Null(talk.Language);
        Assert.False(talk.Excerpt);
    }

    [Fact]
    public void Names_lose_empty_ones_and_repetitions_and_keep_their_order() =>
        Assert.Equal(
            ["Bo", "Ana", "bo"],
            Talk("""{"id":"a","kind":"talk","title":"T","speakers":["Bo"," ","Ana",null,"Bo ","bo"]}""").Speakers
        );

    [Fact]
    public void One_text_stands_for_a_list_of_one()
    {
        var talk = Talk("""{"id":"a","kind":"talk","title":"T","speakers":"Ana","topics":""}""");

        Assert.Equal(["Ana"], talk.Speakers);
        Assert.Empty(talk.Topics);
    }

    [Theory]
    [InlineData("2024", "2024")]
    [InlineData("\"2024\"", "2024")]
    [InlineData("\" 2024-03 \"", "2024-03")]
    [InlineData("\"2024-03-05T09:30:00+01:00\"", "2024-03-05")]
    [InlineData("\"\"", null)]
    public void A_date_is_a_year_a_month_or_a_day(string date, string? expected) =>
        Assert.Equal(expected, Talk($$"""{"id":"a","kind":"talk","title":"T","date":{{date}}}""").Date?.ToString());

    [Fact]
    public void A_language_is_brought_to_its_two_letters() =>
        Assert.Equal("de", Talk("""{"id":"a","kind":"talk","title":"T","language":"ger"}""").Language);

    [Theory]
    [InlineData("""\ud800""", "\uFFFD")]
    [InlineData("""\uDE00\uD83D""", "\uFFFD\uFFFD")]
    [InlineData("""\ud83d x""", "\uFFFD x")]
    [InlineData("""\ud83d\ud83d\ude00""", "\uFFFD😀")]
    [InlineData("""\uD83D\uDE00""", "😀")]
    [InlineData("""\\ud800""", """\ud800""")]
    [InlineData("""\\\ud800""", "\\\uFFFD")]
    public void Half_a_surrogate_pair_becomes_the_replacement_character(string escaped, string expected)
    {
        var talk = Talk($$"""{"id":"a","kind":"talk","title":"{{escaped}}","x{{escaped}}":["{{escaped}}"]}""");

        Assert.Equal(expected, talk.Title);
        Assert.Equal("x" + expected, talk.Unknown.Single().Key);
        Assert.Equal(expected, talk.Unknown.Single().Value[0].GetString());
    }

    [Fact]
    public void Unknown_members_stay_in_the_record_and_in_the_question()
    {
        var interview = Interview(
            """
            {"id":"i","kind":"interview","title":"T","room":{"name":"A1"},"abstract":"of a talk","ID":7,
            "questions":[{"question":"Q","answer":"A","seconds":12.50}]}
            """
        );

        Assert.Equal(["ID", "abstract", "room"], interview.Unknown.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("A1", interview.Unknown["room"].GetProperty("name").GetString());
        Assert.Equal("12.50", interview.Passages[0].Unknown["seconds"].GetRawText());
    }

    [Fact]
    public void A_question_without_answer_keeps_its_place_and_counts()
    {
        var interview = Interview(
            """
            {"id":"i","kind":"interview","title":"T","questions":[{"question":"First?","answer":" "},null,
            {"question":"Third?","answer":"Yes."},{}]}
            """
        );

        Assert.Equal([new Passage(3, "Third?", "Yes.")], interview.Passages);
        Assert.Equal([1, 2, 4], interview.Unanswered.Select(question => question.Number));
        Assert.Equal("First?", interview.Unanswered[0].Source.GetProperty("question").GetString());
    }

    [Fact]
    public void Thirty_two_levels_are_not_too_deep()
    {
        var lists = new string('[', 31) + new string(']', 31);

        Assert.Single(Talk($$"""{"id":"a","kind":"talk","title":"T","deep":{{lists}}}""").Unknown);
    }

    private static Talk Talk(string json) => Assert.IsType<Talk>(Accepted(json));

    private static Interview Interview(string json) => Assert.IsType<Interview>(Accepted(json));

    private static Record Accepted(string json)
    {
        var parsed = RecordJson.Parse(Encoding.UTF8.GetBytes(json));
        Assert.Null(parsed.Fault);
        Assert.True(parsed.IsRecord);
        Assert.Equal(parsed.Record.Id, parsed.Id);
        return parsed.Record;
    }
}
