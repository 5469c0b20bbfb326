using CsCheck;
using Search.Engine.Querying;
using Search.Engine.Searching;
using static Search.Tests.Collection;

namespace Search.Tests.Querying;

public sealed class LuceneSyntaxErrorTests
{
    [Theory]
    [InlineData("raft AND", 8, "The query ends where something must follow.", "a word|a phrase in quotes|(|NOT")]
    [InlineData("a AND OR b", 6, "\"OR\" cannot stand here.", "a word|a phrase in quotes|(|NOT")]
    [InlineData("a b) c", 3, "\")\" cannot stand here.", "a word|a phrase in quotes|(|AND|OR|NOT|the end")]
    [InlineData(
        "title:(raft",
        11,
        "The query ends where something must follow.",
        "a word|a phrase in quotes|(|)|AND|OR|NOT"
    )]
    [InlineData("title:", 6, "The query ends where something must follow.", "a word|a phrase in quotes|(")]
    [InlineData("a\n\nb)", 4, "\")\" cannot stand here.", "a word|a phrase in quotes|(|AND|OR|NOT|the end")]
    [InlineData("+", 1, "The query ends where something must follow.", "a word|a phrase in quotes|(")]
    [InlineData("say \"hello", 4, "The quote that opens here is never closed.", "\"")]
    [InlineData(
        "CI/CD",
        2,
        "A slash begins a regular expression, which is not possible here. Write \\/ or put the word in quotes.",
        "\\/"
    )]
    [InlineData(
        "/[/",
        0,
        "A slash begins a regular expression, which is not possible here. Write \\/ or put the word in quotes.",
        "\\/"
    )]
    [InlineData(
        "a /b/ *c",
        2,
        "A slash begins a regular expression, which is not possible here. Write \\/ or put the word in quotes.",
        "\\/"
    )]
    [InlineData("foo\\", 3, "Nothing follows the backslash.", "a character")]
    [InlineData("*foo", 0, "A word cannot begin with * or ?. Everything is *:*.", "a letter")]
    [InlineData("a title:?b", 8, "A word cannot begin with * or ?. Everything is *:*.", "a letter")]
    [InlineData("*", 0, "A word cannot begin with * or ?. Everything is *:*.", "a letter")]
    [InlineData("text:*", 5, "A word cannot begin with * or ?. Everything is *:*.", "a letter")]
    [InlineData(
        "*:raft",
        0,
        "There is no field \"*\". Put text with a colon in quotes, or write \\: for it.",
        "text:|title:|speaker:|topic:|event:|kind:|year:|date:|language:|id:"
    )]
    [InlineData(
        "a foo:bar",
        2,
        "There is no field \"foo\". Put text with a colon in quotes, or write \\: for it.",
        "text:|title:|speaker:|topic:|event:|kind:|year:|date:|language:|id:"
    )]
    [InlineData("kind:podcast", 5, "kind: takes talk or interview, not \"podcast\".", "talk|interview")]
    [InlineData("kind:(talk OR film)", 14, "kind: takes talk or interview, not \"film\".", "talk|interview")]
    [InlineData("kind:ta*", 5, "kind: takes no wildcards.", "talk|interview")]
    [InlineData("kind:talk~", 9, "kind: takes no ~.", "talk|interview")]
    [InlineData("year:20x", 5, "year: takes a year such as 2024, not \"20x\".", "a year such as 2024")]
    [InlineData("year:2017..2019", 5, "year: takes a year such as 2024, not \"2017..2019\".", "a year such as 2024")]
    [InlineData("year:[2015 TO x]", 14, "year: takes a year such as 2024, not \"x\".", "a year such as 2024")]
    [InlineData("year:[2018 TO 2015]", 14, "The range ends before it begins.", "")]
    [InlineData("year:[2015 TO", 13, "The query ends where something must follow.", "a value")]
    [InlineData(
        "date:2024-13",
        5,
        "date: takes a year, a month or a day such as 2024, 2024-03 or 2024-03-05, not \"2024-13\".",
        "a year, a month or a day such as 2024, 2024-03 or 2024-03-05"
    )]
    [InlineData("title:[a TO b]", 6, "Only year: and date: take ranges.", "year:|date:")]
    [InlineData("[a TO b]", 0, "Only year: and date: take ranges.", "year:|date:")]
    [InlineData("a^", 2, "The query ends where something must follow.", "a number")]
    [InlineData("a^x", 2, "A number must follow ^.", "a number")]
    [InlineData("a^1001", 2, "A boost is a number from 0 to 1000.", "a number")]
    [InlineData("a^99999999999999999999999999999999999999999999", 2, "A boost is a number from 0 to 1000.", "a number")]
    [InlineData("foo~x", 3, "Only a number can follow ~.", "~1|~2")]
    [InlineData("foo~3", 3, "A word takes ~0, ~1 or ~2.", "~1|~2")]
    [InlineData("foo*~1", 4, "~ belongs behind a word or a phrase.", "")]
    [InlineData("\"a b\"~101", 5, "A phrase takes ~0 to ~100.", "~2")]
    [InlineData("\"a b\"~1.5", 5, "A phrase takes ~0 to ~100.", "~2")]
    [InlineData("a \\u12", 2, "Four hexadecimal digits must follow \\u.", "\\u0041")]
    [InlineData(
        "a b\\ud83d\\ude00*",
        3,
        "Half of a character cannot be written by its number; write the character itself.",
        "\\u0041"
    )]
    [InlineData("a*???????????????b", 0, "A word has at most 8 of * and ?.", "")]
    public void A_mistake_has_a_place_a_reason_and_what_was_expected(
        string query,
        int position,
        string message,
        string expected
    )
    {
        var error = LuceneSyntax.Check(query);
        Assert.NotNull(error);
        Assert.Equal((position, message, expected), (error.Position, error.Message, string.Join('|', error.Expected)));
    }

    [Fact]
    public void A_query_has_at_most_a_thousand_characters()
    {
        Assert.Null(LuceneSyntax.Check(new string('a', 1_000)));
        Assert.Equal(1_000, LuceneSyntax.Check(new string('a', 1_001))?.Position);
    }

    [Fact]
    public void A_query_has_at_most_32_brackets()
    {
        Assert.Null(LuceneSyntax.Check(new string('(', 32) + "a" + new string(')', 32)));
        Assert.Equal(32, LuceneSyntax.Check(new string('(', 33) + "a" + new string(')', 33))?.Position);
    }

    [Fact]
    public void A_query_has_at_most_a_hundred_words()
    {
        Assert.Null(LuceneSyntax.Check(string.Concat(Enumerable.Repeat("a ", 100))));
        Assert.Equal(200, LuceneSyntax.Check(string.Concat(Enumerable.Repeat("a ", 101)))?.Position);
    }

    [Fact]
    public void A_query_has_at_most_32_words_that_are_not_exact()
    {
        Assert.Null(LuceneSyntax.Check(string.Concat(Enumerable.Repeat("a* ", 32))));
        Assert.Equal(96, LuceneSyntax.Check(string.Concat(Enumerable.Repeat("a~ ", 33)))?.Position - 1);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("a OR (b ")]
    [InlineData("NOT ")]
    [InlineData("\"")]
    [InlineData("[")]
    [InlineData("+(-")]
    [InlineData("\\")]
    [InlineData("\0")]
    public void Ten_thousand_of_anything_is_a_mistake_and_nothing_worse(string piece) =>
        Assert.NotNull(LuceneSyntax.Check(string.Concat(Enumerable.Repeat(piece, 10_000))));

    [Fact]
    public void Any_text_gives_an_answer_or_a_mistake_inside_it()
    {
        using var collection = new Collection(
            Talk("a", "Raft leases", "How to test wor*d text", ["Ann"], date: "2015"),
            Interview("i", "Chat", [("Why?", "a b c")])
        );
        Nasty.Sample(
            text =>
            {
                if (LuceneSyntax.Check(text) is { } error)
                    Assert.InRange(error.Position, 0, text.Length);
                else
                    Assert.All(
                        collection.Search(text, request => request with { Syntax = QuerySyntax.Lucene }).Hits,
                        hit => Assert.True(float.IsFinite(hit.Score))
                    );
            },
            iter: 5_000
        );
    }

    private static Gen<string> Nasty { get; } =
        Gen.Frequency(
            (
                10,
                Gen.OneOf(
                        new[]
                        {
                            "\"",
                            "(",
                            ")",
                            "[",
                            "]",
                            "{",
                            "}",
                            " TO ",
                            " AND ",
                            " OR ",
                            " NOT ",
                            "&&",
                            "||",
                            "!",
                            "+",
                            "-",
                            "^",
                            "~",
                            "*",
                            "?",
                            ":",
                            "\\",
                            "/",
                            "\\u0041",
                            "\\ud800",
                            "\ud800",
                            "😀",
                            "共",
                            "title:",
                            "year:",
                            "date:",
                            "kind:",
                            "id:",
                            "speaker:",
                            "language:",
                            "*:*",
                            "text:",
                            "2015",
                            "talk",
                            "raft",
                            "a",
                            "b",
                            "wor",
                            "0.5",
                            "2",
                            "99",
                            " ",
                            " ",
                            " ",
                            "\n",
                            "\0",
                            "é",
                            "C++",
                            "a#1",
                            "%",
                            "'",
                            ".",
                            "e-1",
                        }
                    )
                    .Array[0, 14]
                    .Select(string.Concat)
            ),
            (2, TypedQueries.Any),
            (1, Gen.String)
        );
}
