using CsCheck;
using Search.Engine.Documents;
using Search.Engine.Querying;

namespace Search.Tests.Querying;

public sealed class FilterExpressionParserTests
{
    [Fact]
    public void An_expression_becomes_a_tree()
    {
        var filter = Parse("kind = interview AND year >= 2014 AND topic IN [\"A\",\"B\"] AND NOT speaker = \"X\"");
        Assert.Equal(
            new FilterAll([
                new KindCondition([RecordKind.Interview]),
                new YearCondition([new YearRange(2014, 9999)]),
                new TextCondition(FilterField.Topic, ["A", "B"]),
                new FilterNot(new TextCondition(FilterField.Speaker, ["X"])),
            ]),
            filter
        );
    }

    [Theory]
    [InlineData("kind=talk", "kind = talk")]
    [InlineData("KIND = Talk and TOPIC = x", "kind = talk AND topic = \"x\"")]
    [InlineData("kind IN [talk, interview]", "kind IN [talk, interview]")]
    [InlineData("topic in (a,b)", "topic IN [\"a\", \"b\"]")]
    [InlineData("topic NOT IN [a]", "topic != \"a\"")]
    [InlineData("topic != a", "topic != \"a\"")]
    [InlineData("topic = 'it''s'", null)]
    [InlineData("topic = 'it\\'s'", "topic = \"it's\"")]
    [InlineData("topic = \"say \\\"hi\\\" \\\\ \"", "topic = \"say \\\"hi\\\" \\\\ \"")]
    [InlineData("topic = “machine learning”", "topic = \"machine learning\"")]
    [InlineData("topic = \"a “b” c\"", "topic = \"a “b” c\"")]
    [InlineData("speaker = O'Brien", "speaker = \"O'Brien\"")]
    [InlineData("topic = C++ OR topic=C# or topic = .NET", "topic = \"C++\" OR topic = \"C#\" OR topic = \".NET\"")]
    [InlineData("topic = Yahoo!", "topic = \"Yahoo!\"")]
    [InlineData("language = to", "language = \"to\"")]
    [InlineData("event EXISTS", "event EXISTS")]
    [InlineData("event not exists", "event NOT EXISTS")]
    [InlineData("NOT event EXISTS", "event NOT EXISTS")]
    [InlineData("NOT NOT event EXISTS", "NOT event NOT EXISTS")]
    [InlineData("NOT (kind = talk)", "kind != talk")]
    [InlineData("NOT (kind = talk OR year = 2014)", "NOT (kind = talk OR year = 2014)")]
    [InlineData("kind = talk OR year = 2014 AND topic = x", "kind = talk OR year = 2014 AND topic = \"x\"")]
    [InlineData("(kind = talk OR year = 2014) AND topic = x", "(kind = talk OR year = 2014) AND topic = \"x\"")]
    [InlineData("(kind = talk AND (year = 2014 AND topic = x))", "kind = talk AND year = 2014 AND topic = \"x\"")]
    public void An_expression_has_a_canonical_form(string text, string? canonical) =>
        Assert.Equal(canonical, FilterExpressionParser.Parse(text).Filter?.ToString());

    [Theory]
    [InlineData("year = 2014", 2014, 2014)]
    [InlineData("year = 2014..2018", 2014, 2018)]
    [InlineData("year = \"2014..\"", 2014, 9999)]
    [InlineData("year > 2014", 2015, 9999)]
    [InlineData("year >= 2014", 2014, 9999)]
    [InlineData("year < 2014", 1, 2013)]
    [InlineData("year <= 2014", 1, 2014)]
    [InlineData("year 2014 TO 2018", 2014, 2018)]
    [InlineData("year 2014 to 2014", 2014, 2014)]
    [InlineData("year >= 1", 1, 9999)]
    [InlineData("year < 9999", 1, 9998)]
    public void Years_are_compared(string text, int first, int last) =>
        Assert.Equal(new YearCondition([new YearRange(first, last)]), Parse(text));

    [Theory]
    [InlineData("date = 2024", 20240101, 20241231)]
    [InlineData("date = 2024-02", 20240201, 20240229)]
    [InlineData("date = 2024-02-05", 20240205, 20240205)]
    [InlineData("date = 2024-01..2024-06", 20240101, 20240630)]
    [InlineData("date = ..2024", 00010101, 20241231)]
    [InlineData("date > 2024-02", 20240301, 99991231)]
    [InlineData("date >= 2024-02", 20240201, 99991231)]
    [InlineData("date < 2024", 00010101, 20231231)]
    [InlineData("date <= 2024-02", 00010101, 20240229)]
    [InlineData("date \"2024-01\" TO \"2024-06\"", 20240101, 20240630)]
    [InlineData("date 2024 TO 2024", 20240101, 20241231)]
    public void A_month_or_year_stands_for_all_its_days(string text, int first, int last) =>
        Assert.Equal(new DateCondition([new DayRange(first, last)]), Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n\0")]
    public void Blank_text_asks_nothing(string text) =>
        Assert.Equal(new FilterExpression(null, null), FilterExpressionParser.Parse(text));

    [Fact]
    public void A_filter_is_written_as_it_is_read() =>
        FilterTrees.Tree.Sample(tree => Assert.Equal(tree, Parse(tree.ToString())), iter: 20_000);

    [Fact]
    public void Any_text_gives_a_filter_that_reads_as_itself_or_an_error_inside_the_text() =>
        FilterTrees.Expression.Sample(
            text =>
            {
                var (filter, error) = FilterExpressionParser.Parse(text);
                Assert.True(filter is null || error is null);
                if (filter is not null)
                    Assert.Equal(filter, Parse(filter.ToString()));
                if (error is not null)
                    Assert.InRange(error.Position, 0, text.Length);
            },
            iter: 50_000
        );

    private static FilterNode? Parse(string text)
    {
        var (filter, error) = FilterExpressionParser.Parse(text);
        Assert.Null(error);
        return filter;
    }
}
