using Search.Engine.Querying;
using static System.FormattableString;

namespace Search.Tests.Querying;

public sealed class FilterSyntaxGuideTests
{
    private static readonly string Page = QuerySyntaxGuide.ReadFilterMarkdown();

    public static TheoryData<string, string> Examples()
    {
        var examples = new TheoryData<string, string>();
        foreach (var cells in Page.Split('\n').Select(line => line.Split('|')))
        {
            if (cells.Length == 6 && cells[3].Trim().StartsWith('`'))
                examples.Add(cells[3].Trim().Trim('`'), cells[4].Trim().Trim('`'));
        }
        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_of_the_page_is_read_as_the_page_says(string typed, string readAs)
    {
        Assert.Equal(readAs, FilterExpressionParser.Parse(typed).Filter?.ToString());
        Assert.Equal(readAs, FilterExpressionParser.Parse(readAs).Filter?.ToString());
    }

    [Fact]
    public void The_page_has_an_example_for_every_field_and_operator()
    {
        var examples = string.Join('\n', Examples().Select(row => row.Data.Item1));
        string[] operators = ["=", "!=", "IN", "NOT IN", "EXISTS", "NOT EXISTS", ">=", "TO", "..", "AND", "OR", "("];
        Assert.All(
            [.. FilterFields.Names, .. operators],
            name => Assert.Contains(name, examples, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_page_names_the_limits()
    {
        Assert.Contains(
            Invariant($"{FilterExpressionParser.MaxCharacters:N0} characters"),
            Page,
            StringComparison.Ordinal
        );
        Assert.Contains(Invariant($"{FilterExpressionParser.MaxNesting} levels"), Page, StringComparison.Ordinal);
    }
}
