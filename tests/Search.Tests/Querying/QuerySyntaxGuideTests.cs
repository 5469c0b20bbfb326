using Search.Engine.Querying;
using Search.Engine.Searching;
using static System.FormattableString;

namespace Search.Tests.Querying;

public sealed class QuerySyntaxGuideTests
{
    public static TheoryData<string, string> Examples()
    {
        var examples = new TheoryData<string, string>();
        foreach (var line in QuerySyntaxGuide.ReadMarkdown().Split('\n'))
        {
            var cells = line.Replace("\\|", "\u0001", StringComparison.Ordinal).Split('|');
            if (cells.Length == 6 && cells[3].Trim().StartsWith('`'))
                examples.Add(Code(cells[3]), Code(cells[4]));
        }
        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_of_the_page_is_read_as_the_page_says(string typed, string readAs) =>
        Assert.Equal(readAs, SimpleQueryParser.Parse(typed).ToString());

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_form_on_the_page_reads_as_itself(string typed, string readAs) =>
        Assert.Equal(
            SimpleQueryParser.Parse(typed) with
            {
                Text = "",
                Warnings = [],
            },
            SimpleQueryParser.Parse(readAs) with
            {
                Text = "",
                Warnings = [],
            }
        );

    [Fact]
    public void The_page_has_an_example_for_each_part_of_the_syntax() => Assert.True(Examples().Count >= 35);

    [Fact]
    public void The_page_names_the_limits_of_the_engine()
    {
        var page = QuerySyntaxGuide.ReadMarkdown();
        Assert.Contains(Invariant($"{SearchLimits.MaxQueryCharacters:N0} characters"), page, StringComparison.Ordinal);
        Assert.Contains(Invariant($"{SearchLimits.MaxWords:N0} words"), page, StringComparison.Ordinal);
        Assert.Contains(Invariant($"{SearchLimits.MaxNesting} levels"), page, StringComparison.Ordinal);
    }

    private static string Code(string cell) => cell.Trim().Trim('`').Replace('\u0001', '|');
}
