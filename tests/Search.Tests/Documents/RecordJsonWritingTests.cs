using System.Text;
using System.Text.Json;
using CsCheck;
using Search.Engine.Documents;

namespace Search.Tests.Documents;

public sealed class RecordJsonWritingTests
{
    [Fact]
    public void A_talk_is_written_in_the_documented_order_and_without_what_it_has_not() =>
        Assert.Equal(
            """{"id":"a","kind":"talk","title":"T","abstract":"A","speakers":["S"],"topics":["X","Y"],"event":"E","date":"2024-03","language":"en","url":"u","excerpt":true}""",
            Text(
                new Talk
                {
                    Id = "a",
                    Title = "T",
                    Abstract = "A",
                    Speakers = ["S"],
                    Topics = ["X", "Y"],
                    Event = "E",
                    Date = PartialDate.TryParse("2024-03", out var date) ? date : null,
                    Language = "en",
                    Url = "u",
                    Excerpt = true,
                }
            )
        );

    [Fact]
    public void An_interview_is_written_with_its_questions_last_of_the_known_members() =>
        Assert.Equal(
            """{"id":"i","kind":"interview","title":"T","intro":"I","talk":"a","questions":[{"question":"Q","answer":"A","url":"u","excerpt":true}]}""",
            Text(
                new Interview
                {
                    Id = "i",
                    Title = "T",
                    Intro = "I",
                    TalkId = "a",
                    Passages = [new(1, "Q", "A", "u", true)],
                }
            )
        );

    [Fact]
    public void Unknown_members_come_last_by_name_and_keep_their_values() =>
        Assert.Equal(
            """{"id":"a","kind":"talk","title":"T","B":1.0,"a":{"z":null,"b":[true,"é"]}}""",
            Rewritten(
                """{"a": {"z": null, "b": [true, "\u00e9"]}, "id": "a", "B": 1.0, "kind": "talk", "title": "T"}"""
            )
        );

    [Theory]
    [InlineData("é 공 😀 <b> & ' /", "é 공 😀 <b> & ' /")]
    [InlineData("\" \\", """\" \\""")]
    [InlineData("a\nb\rc\td\u0001\u007f", """a\nb\rc\td\u0001\u007f""")]
    [InlineData("a\u0085b\u2028c\u2029d", """a\u0085b\u2028c\u2029d""")]
    public void Only_what_JSON_or_a_reader_of_lines_demands_is_escaped(string title, string written) =>
        Assert.Equal(
            $$"""{"id":"a","kind":"talk","title":"{{written}}"}""",
            Text(new Talk { Id = "a", Title = title })
        );

    [Fact]
    public void Half_a_surrogate_pair_is_written_as_the_replacement_character() =>
        Assert.EndsWith("\"a\uFFFDb\"}", Text(new Talk { Id = "a", Title = "a\ud83db" }), StringComparison.Ordinal);

    [Fact]
    public void Questions_without_answer_are_written_back_at_their_place() =>
        Assert.Equal(
            """{"id":"i","kind":"interview","title":"T","questions":[{"question":"First?","note":1},null,{"question":"Q","answer":"A"},{}]}""",
            Rewritten(
                """{"id":"i","kind":"interview","title":"T","questions":[{"question":"First?","note":1}, null, {"question":"Q","answer":"A"}, {}]}"""
            )
        );

    [Fact]
    public void A_gap_in_the_numbers_keeps_the_numbers_behind_it()
    {
        var interview = new Interview
        {
            Id = "i",
            Title = "T",
            Passages = [new(3, "Q", "A")],
        };

        var back = RecordJson.Parse(RecordJson.Write(interview)).Record as Interview;

        Assert.Equal(3, back?.Passages.Single().Number);
    }

    [Fact]
    public void Numbers_that_do_not_rise_are_an_error_of_the_program() =>
        Assert.Throws<ArgumentException>(() =>
            RecordJson.Write(
                new Interview
                {
                    Id = "i",
                    Title = "T",
                    Passages = [new(1, "Q", "A"), new(1, "R", "B")],
                }
            )
        );

    [Fact]
    public void A_known_name_among_the_unknown_members_is_not_written_twice()
    {
        var title = new Dictionary<string, JsonElement> { ["title"] = JsonElement.Parse("\"U\"") };

        Assert.Equal(
            """{"id":"a","kind":"talk","title":"T"}""",
            Text(
                new Talk
                {
                    Id = "a",
                    Title = "T",
                    Unknown = title,
                }
            )
        );
    }

    [Fact]
    public void Reading_what_was_written_gives_an_equal_record() =>
        RecordGen.Record.Sample(record =>
        {
            var parsed = RecordJson.Parse(RecordJson.Write(record));
            return parsed.IsRecord && RecordComparer.AreEqual(record, parsed.Record);
        });

    [Fact]
    public void Writing_what_was_read_gives_the_same_bytes() =>
        RecordGen.Record.Sample(record =>
        {
            var written = RecordJson.Write(record);
            return RecordJson.Parse(written) is { IsRecord: true } parsed
                && written.AsSpan().SequenceEqual(RecordJson.Write(parsed.Record));
        });

    [Fact]
    public void A_written_record_has_no_line_break() =>
        RecordGen.Record.Sample(record => !Text(record).AsSpan().ContainsAny("\n\r\u0085\u2028\u2029"));

    private static string Text(Record record) => Encoding.UTF8.GetString(RecordJson.Write(record));

    private static string Rewritten(string json)
    {
        var parsed = RecordJson.Parse(Encoding.UTF8.GetBytes(json));
        Assert.True(parsed.IsRecord, parsed.Fault);
        return Text(parsed.Record);
    }
}
