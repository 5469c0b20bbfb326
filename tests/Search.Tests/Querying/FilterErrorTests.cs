using Search.Engine.Querying;

namespace Search.Tests.Querying;

public sealed class FilterErrorTests
{
    private const string Fields = "kind topic speaker event language year date";
    private const string Operators = "= != IN|NOT IN|EXISTS|NOT EXISTS";

    [Theory]
    [InlineData("author = x", 0, Fields)]
    [InlineData("kind = talk AND author = x", 16, Fields)]
    [InlineData("= x", 0, Fields + " NOT (")]
    [InlineData("kind = talk AND", 15, Fields + " NOT (")]
    [InlineData("kind = podcast", 7, "talk interview")]
    [InlineData("kind IN [talk, podcast]", 15, "talk interview")]
    [InlineData("kind =", 6, "talk interview")]
    [InlineData("kind", 4, Operators)]
    [InlineData("topic > 3", 6, Operators)]
    [InlineData("topic a TO b", 6, Operators)]
    [InlineData("topic NOT = a", 10, "IN EXISTS")]
    [InlineData("topic = AND kind = talk", 8, "a value")]
    [InlineData("topic = \"\"", 8, "a value")]
    [InlineData("topic IN a", 9, "[ (")]
    [InlineData("topic IN []", 10, "a value")]
    [InlineData("topic IN [a b]", 12, ", ]")]
    [InlineData("topic IN (a, b", 14, ", )")]
    [InlineData("topic = \"abc", 8, "a closing quotation mark")]
    [InlineData("topic = 'abc\"", 8, "a closing quotation mark")]
    [InlineData("topic = \"abc\\\"", 8, "a closing quotation mark")]
    [InlineData("topic = machine learning", 16, "AND OR the|end")]
    [InlineData("kind = talk)", 11, "AND OR the|end")]
    [InlineData("(kind = talk", 12, "AND OR )")]
    [InlineData("year = soon", 7, "a year from 1 to 9999|a range of years such as 2014..2018")]
    [InlineData("year = 2018..2014", 7, "a year from 1 to 9999|a range of years such as 2014..2018")]
    [InlineData("year > 2014..2018", 7, "a year from 1 to 9999|")]
    [InlineData("year 2014", 9, "TO")]
    [InlineData("year 2018 TO 2014", 13, "a year from 1 to 9999|")]
    [InlineData(
        "date = 2024-02-30",
        7,
        "a date such as 2024, 2024-03 or 2024-03-05|a range of dates such as 2024-01..2024-06"
    )]
    [InlineData("date > never", 7, "a date such as 2024, 2024-03 or 2024-03-05|")]
    [InlineData("year > 9999", 7, "")]
    [InlineData("date < 0001-01", 7, "")]
    public void A_mistake_has_a_place_and_what_could_stand_there(string text, int position, string expected)
    {
        var (filter, error) = FilterExpressionParser.Parse(text);
        Assert.Null(filter);
        Assert.NotNull(error);
        Assert.Equal(position, error.Position);
        Assert.Equal(Normalise(expected), Normalise(string.Join(' ', error.Expected)));
    }

    [Theory]
    [InlineData("author = x", "\"author\" is no field. Fields are kind, topic, speaker, event, language, year, date.")]
    [InlineData("kind = podcast", "\"podcast\" is no kind; a kind is talk or interview.")]
    [InlineData(
        "topic > 3",
        "Here \">\" stands, where =, !=, IN, NOT IN, EXISTS or NOT EXISTS is expected. Only year and date are compared by size."
    )]
    [InlineData(
        "topic = machine learning",
        "Here \"learning\" stands, where AND, OR or the end is expected. A value of several words stands in quotes."
    )]
    [InlineData("kind = talk AND (year = 2014", "Here the filter ends, where AND, OR or ) is expected.")]
    [InlineData("year = soon", "\"soon\" is no year and no range of years.")]
    [InlineData("year > 2014..", "\"2014..\" is not a year from 1 to 9999.")]
    [InlineData("year > 9999", "There is no year > 9999.")]
    [InlineData("topic = 'abc", "This quotation mark has no partner.")]
    public void A_mistake_is_told_in_plain_words(string text, string message) =>
        Assert.Equal(message, FilterExpressionParser.Parse(text).Error?.Message);

    [Theory]
    [InlineData("(", ")")]
    [InlineData("NOT ", "")]
    [InlineData("NOT (", ")")]
    public void A_filter_nests_32_levels_deep(string opening, string closing)
    {
        var levels = FilterExpressionParser.MaxNesting / opening.Trim().Split(' ').Length;
        Assert.Null(FilterExpressionParser.Parse(Nested(opening, closing, levels)).Error);
        var error = FilterExpressionParser.Parse(Nested(opening, closing, levels + 1)).Error;
        Assert.Equal(levels * opening.Length, error?.Position);
        Assert.Equal("A filter nests at most 32 levels deep.", error?.Message);
    }

    [Fact]
    public void A_filter_has_4096_characters_at_most()
    {
        var longest = "topic = ".PadRight(FilterExpressionParser.MaxCharacters, 'x');
        Assert.Null(FilterExpressionParser.Parse(longest).Error);
        var error = FilterExpressionParser.Parse(longest + "x").Error;
        Assert.Equal((4_096, "A filter has at most 4,096 characters."), (error?.Position ?? 0, error?.Message));
    }

    [Theory]
    [InlineData('(')]
    [InlineData('[')]
    [InlineData('\'')]
    [InlineData('\\')]
    [InlineData('!')]
    [InlineData('\uD800')]
    public void A_megabyte_of_one_character_is_an_error(char c) =>
        Assert.NotNull(FilterExpressionParser.Parse(new string(c, 1_000_000)).Error);

    private static string Nested(string opening, string closing, int levels) =>
        string.Concat(Enumerable.Repeat(opening, levels))
        + "kind = talk"
        + string.Concat(Enumerable.Repeat(closing, levels));

    private static string Normalise(string list) => list.Replace('|', ' ').Trim();
}
