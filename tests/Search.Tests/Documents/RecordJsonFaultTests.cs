using System.Text;
using CsCheck;
using Search.Engine.Documents;

namespace Search.Tests.Documents;

public sealed class RecordJsonFaultTests
{
    [Theory]
    [InlineData("""{"kind":"talk","title":"T"}""", "\"id\" is missing")]
    [InlineData("""{"id":null,"kind":"talk","title":"T"}""", "\"id\" is missing")]
    [InlineData("""{"id":"  ","kind":"talk","title":"T"}""", "\"id\" is empty")]
    [InlineData("""{"id":7,"kind":"talk","title":"T"}""", "\"id\" must be text, not a number")]
    [InlineData("""{"id":"a#1","kind":"talk","title":"T"}""", "\"id\" holds \"#\", which separates a passage's number")]
    [InlineData("""{"id":"a\nb","kind":"talk","title":"T"}""", "\"id\" holds a control character")]
    [InlineData("""{"id":"..","kind":"talk","title":"T"}""", "\"id\" is \".\" or \"..\", which no URL can hold")]
    [InlineData("""{"id":"a","title":"T"}""", "\"kind\" is missing")]
    [InlineData(
        """{"id":"a","kind":"panel","title":"T"}""",
        "\"kind\" is \"panel\"; it must be \"talk\" or \"interview\""
    )]
    [InlineData("""{"id":"a","kind":"talk"}""", "\"title\" is missing")]
    [InlineData("""{"id":"a","kind":"talk","title":""}""", "\"title\" is empty")]
    [InlineData("""{"id":"a","kind":"talk","title":["T"]}""", "\"title\" must be text, not a list")]
    public void What_every_record_needs_is_asked_for(string json, string fault) => Assert.Equal(fault, Fault(json));

    [Theory]
    [InlineData("""  "abstract":{}  """, "\"abstract\" must be text, not an object")]
    [InlineData("""  "event":true  """, "\"event\" must be text, not true or false")]
    [InlineData("""  "speakers":7  """, "\"speakers\" must be a list of texts, not a number")]
    [InlineData("""  "topics":["a",["b"]]  """, "\"topics\" must be a list of texts; entry 2 is a list")]
    [InlineData("""  "excerpt":"yes"  """, "\"excerpt\" must be true or false, not text")]
    [InlineData("""  "date":["2024"]  """, "\"date\" must be a date as text, not a list")]
    [InlineData(
        """  "date":"2024-02-30"  """,
        "\"date\" is \"2024-02-30\"; it must be a year, a month or a day that exists, such as 2024, 2024-03 or 2024-03-05"
    )]
    [InlineData(
        """  "date":20240305  """,
        "\"date\" is \"20240305\"; it must be a year, a month or a day that exists, such as 2024, 2024-03 or 2024-03-05"
    )]
    [InlineData(
        """  "date":2024.5  """,
        "\"date\" is \"2024.5\"; it must be a year, a month or a day that exists, such as 2024, 2024-03 or 2024-03-05"
    )]
    public void A_wrong_type_or_value_is_named_with_its_member(string member, string fault) =>
        Assert.Equal(fault, Fault($$"""{"id":"a","kind":"talk","title":"T",{{member}}}"""));

    [Theory]
    [InlineData("\"x\":1", "an interview needs at least one question with an answer in \"questions\"")]
    [InlineData("\"questions\":[]", "an interview needs at least one question with an answer in \"questions\"")]
    [InlineData(
        """  "questions":[{"question":"Why?"}]  """,
        "an interview needs at least one question with an answer in \"questions\""
    )]
    [InlineData("\"questions\":\"Why?\"", "\"questions\" must be a list, not text")]
    [InlineData("\"questions\":[\"Why?\"]", "question 1 must be an object, not text")]
    [InlineData(
        """  "questions":[{"question":"Q","answer":"A"},{"answer":"A"}]  """,
        "question 2 has an \"answer\" but no \"question\""
    )]
    [InlineData(
        """  "questions":[{"question":"Q","answer":["A"]}]  """,
        "question 1: \"answer\" must be text, not a list"
    )]
    [InlineData(
        """  "questions":[{"question":"Q","answer":"A","answer":"B"}]  """,
        "question 1: the member \"answer\" stands twice"
    )]
    public void A_fault_in_a_question_says_which(string member, string fault) =>
        Assert.Equal(fault, Fault($$"""{"id":"a","kind":"interview","title":"T",{{member}}}"""));

    [Theory]
    [InlineData("""{"id":"a","kind":"talk","title":"T","title":"U"}""", "the member \"title\" stands twice")]
    [InlineData("""{"id":"a","kind":"talk","title":"T","x":1,"\u0078":2}""", "the member \"x\" stands twice")]
    [InlineData(
        """{"id":"a","kind":"talk","title":"T","x":[{"y":{"z":1,"z":1}}]}""",
        "in \"x\" the member \"z\" stands twice"
    )]
    public void A_member_that_stands_twice_is_refused(string json, string fault) => Assert.Equal(fault, Fault(json));

    [Theory]
    [InlineData("[]", "is a list, not an object with the record's members")]
    [InlineData("\"talk\"", "is text, not an object with the record's members")]
    [InlineData("null", "is null, not an object with the record's members")]
    [InlineData("", "is empty")]
    [InlineData(" \t", "is empty")]
    public void What_is_no_object_is_called_by_its_name(string json, string fault) => Assert.Equal(fault, Fault(json));

    [Theory]
    [InlineData("{\"id\":\"é😀\",x", "is not JSON: \"x\" at column 13 cannot stand there")]
    [InlineData("{'id':'a'}", "is not JSON: \"'\" at column 2 cannot stand there")]
    [InlineData("{\"id\":\"a\"} {\"id\":\"b\"}", "is not JSON: \"{\" at column 12 cannot stand there")]
    [InlineData("{\"id\":\"a\tb\"}", "is not JSON: the control character U+0009 at column 9 cannot stand there")]
    [InlineData("{\n\"id\":\"a\",\n \"kind\":talk}", "is not JSON: \"a\" at line 3, column 10 cannot stand there")]
    public void Wrong_JSON_is_shown_with_its_column(string json, string fault) => Assert.Equal(fault, Fault(json));

    [Theory]
    [InlineData("{\"id\":\"é", 9)]
    [InlineData("{\"id\":\"a\",", 11)]
    [InlineData("{\"id\":\"a\"", 10)]
    [InlineData("{", 2)]
    public void JSON_that_breaks_off_is_told_from_wrong_JSON(string json, int column) =>
        Assert.Equal(
            $"breaks off at column {column} before the JSON is complete; a record stands whole on one line",
            Fault(json)
        );

    [Fact]
    public void Nesting_deeper_than_thirty_two_levels_is_refused() =>
        Assert.Equal(
            "nests deeper than 32 levels",
            Fault($$"""{"id":"a","kind":"talk","title":"T","x":{{new string('[', 32)}}{{new string(']', 32)}}}""")
        );

    [Fact]
    public void A_hundred_thousand_brackets_are_refused_like_thirty_three() =>
        Assert.Equal("nests deeper than 32 levels", Fault(new string('[', 100_000)));

    [Fact]
    public void Text_in_another_encoding_is_refused_with_the_byte()
    {
        var latin1 = Encoding.Latin1.GetBytes("""{"id":"é"}""");

        Assert.Equal("is not UTF-8 text from byte 8 on; save the file as UTF-8", RecordJson.Parse(latin1).Fault);
    }

    [Theory]
    [InlineData("""{"kind":"panel","id":"a","title":"T"}""", "a")]
    [InlineData("""{"id":"a#1","kind":"talk","title":"T"}""", "a#1")]
    [InlineData("""{"x":{"id":"inner"},"id":"a","kind":""", "a")]
    [InlineData("""{"id":"a","id":"b"}""", "a")]
    [InlineData("""{"id":{"id":"inner"},"kind":""", null)]
    [InlineData("""{"id":"a""", null)]
    [InlineData("""{"title":"T"}""", null)]
    public void The_id_is_told_wherever_it_can_be_read(string json, string? id) =>
        Assert.Equal(id, RecordJson.Parse(Encoding.UTF8.GetBytes(json)).Id);

    [Theory]
    [InlineData("""{"id":"a","title":"é"}""", "a")]
    [InlineData("""{"id":"é","title":"T"}""", null)]
    public void The_id_is_told_where_other_text_is_in_another_encoding(string json, string? id) =>
        Assert.Equal(id, RecordJson.Parse(Encoding.Latin1.GetBytes(json)).Id);

    [Fact]
    public void A_long_value_is_shortened_in_the_message()
    {
        var fault = Fault($$"""{"id":"a","kind":"{{new string('k', 5_000)}}","title":"T"}""");

        Assert.Equal($"\"kind\" is \"{new string('k', 60)}…\"; it must be \"talk\" or \"interview\"", fault);
    }

    [Fact]
    public void Any_bytes_give_a_record_or_a_fault() =>
        Gen
            .Byte.Array[0, 40]
            .Sample(bytes => RecordJson.Parse(bytes).IsRecord || RecordJson.Parse(bytes).Fault is not null);

    [Fact]
    public void A_record_with_any_damage_gives_a_record_or_a_fault()
    {
        var line = Encoding.UTF8.GetBytes(
            """{"id":"a/é","kind":"interview","title":"T\ud83d\ude00","questions":[{"question":"Q","answer":"A"}],"x":[1.5,null]}"""
        );
        Gen.Select(Gen.Int[0, line.Length - 1], Gen.Byte, Gen.Int[0, line.Length])
            .Sample(
                (position, value, length) =>
                {
                    var damaged = line.ToArray();
                    damaged[position] = value;
                    var parsed = RecordJson.Parse(damaged.AsSpan(0, length));
                    return parsed.IsRecord != (parsed.Fault is not null);
                },
                iter: 20_000
            );
    }

    private static string? Fault(string json)
    {
        var parsed = RecordJson.Parse(Encoding.UTF8.GetBytes(json));
        Assert.Null(parsed.Record);
        return parsed.Fault;
    }
}
